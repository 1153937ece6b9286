/** 本人: the patient's own screens. Log: schema {@code portal}. */
@NullMarked
package madoguchi.portal;

import org.jspecify.annotations.NullMarked;
