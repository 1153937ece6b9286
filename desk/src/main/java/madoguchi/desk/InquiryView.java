package madoguchi.desk;

import madoguchi.policy.Shown;
import madoguchi.web.Form;

/**
 * 番号照会の画面.
 *
 * @param form what was typed
 * @param once names this sheet: sending it twice asks once
 * @param shown what is chosen as shown
 * @param firstVisit 初診
 * @param limitConsent whether the consent box is ticked
 * @param visit the reception this sheet corrects; empty for a new one
 */
public record InquiryView(
        Form form, String once, Shown shown, boolean firstVisit, boolean limitConsent, String visit) {}
