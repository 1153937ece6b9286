/**
 * 一部負担金と公費: what a patient pays when subsidies apply: their order, in kind or reimbursed, the ceilings and their running totals, who pays what and by which rule. Pure.
 *
 * <p>In: a {@link madoguchi.charge.Bill} (day, service, total cost, copayment rate) and the subsidies {@link madoguchi.charge.Held held}. Out: a {@link madoguchi.charge.Charge}. Every number that
 * an authority set stands in a dated row of the master of schemes (core), {@code limits.csv}, {@code terms.csv} or {@code meals.csv}, with its source and how sure it is. Owns no log; the desk keeps the ledger's.
 */
@NullMarked
package madoguchi.charge;

import org.jspecify.annotations.NullMarked;
