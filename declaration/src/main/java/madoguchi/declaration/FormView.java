package madoguchi.declaration;

import java.util.Map;
import madoguchi.core.Text;
import madoguchi.web.Form;

/**
 * 申立書の入力画面.
 *
 * @param form what was typed
 * @param once names this sheet: sending it twice files it once
 * @param visit the reception it is for; empty without one
 * @param id the declaration it corrects; empty for a new one
 * @param requirements what the rules say about each field, as far as kind and age are known yet
 */
public record FormView(
        Form form, String once, String visit, String id, Map<DeclarationField, Requirement> requirements) {

    /** Copies the map. */
    public FormView {
        requirements = Map.copyOf(requirements);
    }

    /** Whether something is missing that a patient may not be able to say, so that saving it like this is offered. */
    public boolean offersIncomplete() {
        return form.problems().stream()
                .anyMatch(problem -> Choice.find(DeclarationField.class, problem.place())
                        .filter(field -> form.value(field.word()).isBlank() && !field.isAlwaysAnswerable())
                        .isPresent());
    }

    /** Where the sheet is sent. */
    public String action() {
        return id.isEmpty() ? "/declarations" : "/declarations/" + id;
    }

    /** Where "cancel" leads. */
    public String back() {
        return id.isEmpty() ? (visit.isEmpty() ? "/declarations" : "/receptions/" + visit) : "/declarations/" + id;
    }

    /** Whether a field must not be empty. */
    public boolean isRequired(DeclarationField field) {
        return level(field) == Requirement.Level.REQUIRED;
    }

    /** 必須, できるだけ or 任意. */
    public Text badge(DeclarationField field) {
        return switch (level(field)) {
            case REQUIRED -> new Text("必須", "required");
            case ASKED -> new Text("できるだけ", "if possible");
            case NOT_NEEDED -> new Text("任意", "optional");
        };
    }

    private Requirement.Level level(DeclarationField field) {
        Requirement requirement = requirements.get(field);
        return requirement == null ? Requirement.Level.NOT_NEEDED : requirement.level();
    }

    /** What to type into a field. */
    public Text hint(DeclarationField field) {
        return switch (field) {
            case HAS_INSURANCE, INSURANCE_KIND, ISSUED_WHEN, SEX -> Text.same("");
            case COPAYMENT_RATE ->
                new Text(
                        "70歳以上の方と後期高齢者医療の方は必ず。実際と違うと、後日差額の請求があり得ます",
                        "always for people of 70 or older and late-stage elderly care; a wrong share may be settled later");
            case INSURER_NAME -> new Text("例: 架空区、見本産業健康保険組合", "for example the municipality or the society");
            case EMPLOYER ->
                new Text(
                        "お勤めの会社名など。社保・国保組合・その他・わからない のとき",
                        "for employees' insurance, an association, other, or when not known");
            case NAME -> new Text("カードの表面のとおりに。髙・﨑などもそのまま", "as on the front of the card, with its own characters");
            case KANA -> new Text("カタカナで", "in katakana");
            case BIRTH_DATE -> new Text("S62.4.12、昭和62年4月12日、19870412 のどれでも", "S62.4.12, 1987-04-12 or 19870412");
            case ADDRESS -> new Text("カードの表面のとおりに", "as on the front of the card");
            case OTHER_ADDRESS -> new Text("券面と違う所に住んでいるとき", "when living elsewhere");
            case DATE -> new Text("申立書を書いた日", "the day it was written");
            case SIGNATURE -> new Text("署名した人（これから印刷した紙に署名する人）の氏名", "who signed, or will sign the print");
            case RELATION -> new Text("例: 母、後見人", "for example mother, guardian");
            case PHONE ->
                new Text(
                        "あとで連絡できる番号。連絡できないと返戻になります",
                        "where the patient can be reached; otherwise the claim is returned");
        };
    }

    /** Never prints what was typed. */
    @Override
    public String toString() {
        return "FormView[" + id + "]";
    }
}
