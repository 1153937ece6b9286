/**
 * 審査支払: the agency's side, a SIMULATION – takes claim files, settles them by the registers and the rules, and writes what goes on to insurers, what goes back, and the result letters.
 *
 * <p>Values in: claim files ({@link madoguchi.uke.ClaimReader}), {@link madoguchi.core.CoverageHistory}, {@link madoguchi.settle.SettleRules}. Values out: {@link madoguchi.review.Acknowledgement}, {@link madoguchi.review.RunReport}, result files.
 * Log owned: schema {@code review}.
 */
@NullMarked
package madoguchi.review;

import org.jspecify.annotations.NullMarked;
