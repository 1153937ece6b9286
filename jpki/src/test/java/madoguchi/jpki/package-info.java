@NullMarked
package madoguchi.jpki;

import org.jspecify.annotations.NullMarked;
