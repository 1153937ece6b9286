/** 一部負担金と公費: what a patient pays when subsidies apply: their order, the ceilings, the running total, the charge. Pure. */
@NullMarked
package madoguchi.charge;

import org.jspecify.annotations.NullMarked;
