package madoguchi.declaration;

import java.time.LocalDate;
import madoguchi.core.Text;
import madoguchi.declaration.Requirement.Level;

/** The rule table {@code declaration-field} in memory: R-UNK-07 to R-UNK-12 as the domain file states them. */
final class SampleRules implements FieldRules {

    @Override
    public Requirement of(LocalDate day, DeclarationField field, InsuranceKind kind, AgeGroup age, Signer signer) {
        return switch (field) {
            case HAS_INSURANCE ->
                row(Level.REQUIRED, "R-UNK-01", "有効な保険がある方だけが使えます。", "Only for people with valid insurance.");
            case INSURANCE_KIND -> row(Level.REQUIRED, "R-UNK-07", "審査では直せません。", "The reviewer cannot mend it.");
            case PHONE ->
                row(Level.REQUIRED, "R-UNK-08", "連絡できないと返戻になります。", "The claim is returned if nobody can be reached.");
            case EMPLOYER ->
                switch (kind) {
                    case EMPLOYEES, NATIONAL, OTHER, UNKNOWN ->
                        row(Level.ASKED, "R-UNK-09", "お勤め先の記入をお願いします。", "Please give the employer.");
                    case LATE_ELDERLY -> notNeeded("R-UNK-09");
                };
            case COPAYMENT_RATE ->
                kind == InsuranceKind.LATE_ELDERLY || age == AgeGroup.SEVENTY_OR_OVER
                        ? row(Level.REQUIRED, "R-UNK-10", "70歳以上の方は必ず選んでください。", "Always for people of 70 or older.")
                        : notNeeded("R-UNK-10");
            case NAME, KANA, BIRTH_DATE, SEX, ADDRESS ->
                row(Level.REQUIRED, "R-UNK-11", "券面のとおりに写してください。", "Copy it from the card.");
            case RELATION ->
                signer == Signer.GUARDIAN
                        ? row(Level.REQUIRED, "R-UNK-12", "患者さんとの関係を書いてください。", "Give the relation.")
                        : notNeeded("R-UNK-12");
            case INSURER_NAME, DATE, SIGNATURE ->
                row(Level.REQUIRED, "R-UNK-06", "可能な範囲で書いてください。", "As far as possible.");
            case ISSUED_WHEN, OTHER_ADDRESS -> notNeeded("R-UNK-01");
        };
    }

    private static Requirement row(Level level, String rule, String ja, String en) {
        return new Requirement(level, new Text(ja, en), rule);
    }

    private static Requirement notNeeded(String rule) {
        return row(Level.NOT_NEEDED, rule, "", "");
    }
}
