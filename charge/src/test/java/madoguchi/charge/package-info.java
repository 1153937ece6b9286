@NullMarked
package madoguchi.charge;

import org.jspecify.annotations.NullMarked;
