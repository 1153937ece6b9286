/** Tests and hand-made fixtures of the terminal. */
@NullMarked
package madoguchi.terminal;

import org.jspecify.annotations.NullMarked;
