package madoguchi.settle;

import madoguchi.core.InsuredId;
import madoguchi.core.Timeline.Stay;

/**
 * 資格ごとの受診日 – the visit days on which one coverage holds.
 *
 * @param stay the coverage
 * @param days as bits, bit 0 is the first of the month; never 0
 */
record Part(Stay stay, int days) {

    InsuredId insured() {
        return stay.coverage().id();
    }
}
