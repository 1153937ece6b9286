package madoguchi.survey;

import madoguchi.core.Octets;
import madoguchi.core.Text;

/**
 * 確認待ち – a place of a scanned form that waits for a person.
 *
 * @param id of the doubt
 * @param scan the page
 * @param kind {@code MARK}, {@code NUMBER} or {@code TEXT}
 * @param question its id
 * @param option its code, or empty
 * @param reason why
 * @param picture that place, PNG
 */
public record PendingDoubt(
        long id, long scan, String kind, String question, String option, Text reason, Octets picture) {}
