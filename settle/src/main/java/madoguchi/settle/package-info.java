/**
 * 振替・分割: what becomes of a claim whose eligibility was wrong, as a pure function of the receipt and the person's timeline.
 */
@NullMarked
package madoguchi.settle;

import org.jspecify.annotations.NullMarked;
