/** Tests of the sample town: its data is well formed, and every story comes out as told. */
@NullMarked
package madoguchi.town;

import org.jspecify.annotations.NullMarked;
