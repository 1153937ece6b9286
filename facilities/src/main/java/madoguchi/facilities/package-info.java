/**
 * 施設: public lists of what facilities can do, from what was actually seen, and the grants and coupons they may draw.
 *
 * <p>Values in: {@link madoguchi.facilities.Seen}, a file of names, the tables {@code grant} and {@code grant-pair} of the rules. Values out: lists as page and CSV, {@link madoguchi.facilities.Granted}. Log owned: schema {@code facilities}.
 */
@NullMarked
package madoguchi.facilities;

import org.jspecify.annotations.NullMarked;
