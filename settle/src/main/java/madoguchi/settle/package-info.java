/**
 * 振替・分割: what becomes of a claim whose eligibility was wrong, as a pure function of the receipt, the coverages of the person and the rules in force.
 *
 * <p>In: {@link madoguchi.uke.Receipt}, {@link madoguchi.core.CoverageHistory}, {@link madoguchi.settle.SettleRules} (dated rows of {@code rules.csv}). Out: {@link madoguchi.settle.Disposition}. No log is owned here.
 */
@NullMarked
package madoguchi.settle;

import org.jspecify.annotations.NullMarked;
