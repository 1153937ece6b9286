/**
 * 全国規模の振替・分割: one month of claims through {@link madoguchi.settle.Settle} on all cores of one machine, or by the steps of {@link madoguchi.nation.StretchRun} on many.
 *
 * <p>In: claim files, a {@link madoguchi.nation.Snapshot} of the registers. Out: a file for each insurer, one of returns, one of unidentified claims still open, a list of what was not left as it was
 * ({@link madoguchi.nation.LocalRun}). No log is owned here: a run can be repeated from its input.
 */
@NullMarked
package madoguchi.nation;

import org.jspecify.annotations.NullMarked;
