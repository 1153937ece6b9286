package madoguchi.desk;

import madoguchi.web.Form;

/**
 * 番号照会の画面.
 *
 * @param form what was typed
 * @param once names this sheet: sending it twice asks once
 * @param presented what is chosen as shown, and in which situation
 * @param limitConsent whether the consent box is ticked
 * @param visit the reception this sheet corrects; empty for a new one
 */
public record InquiryView(Form form, String once, Presented presented, boolean limitConsent, String visit) {}
