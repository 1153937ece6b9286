/**
 * 判定: what the desk does next, as a total, pure function over a table of dated rule rows.
 *
 * <p>Value in: {@link madoguchi.policy.Reception} (day, what is shown, the answer, the visit). Value out: {@link madoguchi.policy.Determination} (a verdict and the row it rests on).
 * A {@link madoguchi.policy.Table} is refused when one situation has no row on some day, or two. No log is owned here; no clock is read.
 */
@NullMarked
package madoguchi.policy;

import org.jspecify.annotations.NullMarked;
