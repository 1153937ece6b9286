@NullMarked
package madoguchi.rulebook;

import org.jspecify.annotations.NullMarked;
