/**
 * 医療費助成: the hub of subsidies, a SIMULATION of the Public Medical Hub (PMH) made from what is public of it ({@code pmh.md}) – municipalities register who holds which certificate, and the hub of eligibility asks.
 *
 * <p>Values in: registration records of municipalities ({@link madoguchi.subsidy.SubsidyHub}), who takes part. Values out: {@link madoguchi.core.SubsidyAnswer} through {@link madoguchi.core.Subsidies}, the holder's own
 * list through {@link madoguchi.core.HeldSubsidies}. Log owned: schema {@code subsidy}. A My Number is swapped for a {@link madoguchi.core.PersonKey} where a record is read, and kept nowhere.
 */
@NullMarked
package madoguchi.subsidy;

import org.jspecify.annotations.NullMarked;
