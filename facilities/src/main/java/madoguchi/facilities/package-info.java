/** 施設: public lists of facilities, grants and coupons. Log: schema {@code facilities}. */
@NullMarked
package madoguchi.facilities;

import org.jspecify.annotations.NullMarked;
