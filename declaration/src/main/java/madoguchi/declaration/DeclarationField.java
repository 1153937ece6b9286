package madoguchi.declaration;

import madoguchi.core.Text;

/** 記入欄 – the fields of the form, in its order (別紙様式 of the seminar of November 2025). The words are those of the rule table and the names of the fields on screen. */
public enum DeclarationField implements Choice {
    /** 保険証の有無. */
    HAS_INSURANCE("保険証の有無", "Holds valid insurance"),
    /** 保険種別. */
    INSURANCE_KIND("保険種別", "Kind of insurance"),
    /** 保険者等名称. */
    INSURER_NAME("保険者等名称", "Insurer"),
    /** 事業所名. */
    EMPLOYER("事業所名", "Employer"),
    /** 保険証の交付を受けた時期. */
    ISSUED_WHEN("保険証の交付を受けた時期", "Received when"),
    /** 一部負担金の割合. */
    COPAYMENT_RATE("一部負担金の割合", "Share paid by the patient"),
    /** 氏名. */
    NAME("氏名", "Name"),
    /** フリガナ. */
    KANA("フリガナ", "Reading"),
    /** 生年月日. */
    BIRTH_DATE("生年月日", "Birth date"),
    /** 性別. */
    SEX("性別", "Sex"),
    /** 住所. */
    ADDRESS("住所", "Address"),
    /** 券面以外の住所. */
    OTHER_ADDRESS("券面以外の住所", "Other address"),
    /** 記入日. */
    DATE("記入日", "Date"),
    /** 署名. */
    SIGNATURE("署名", "Signed by"),
    /** 患者との関係 – asked only where somebody else than the patient signed. */
    RELATION("患者との関係", "Relation to the patient"),
    /** 連絡先電話番号. */
    PHONE("連絡先電話番号", "Phone");

    private final Text label;

    DeclarationField(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }

    /** Whether everybody can answer it: a box to tick, with わからない among them where one may not know. The other fields may have to stay empty. */
    boolean isAlwaysAnswerable() {
        return switch (this) {
            case HAS_INSURANCE, INSURANCE_KIND, ISSUED_WHEN, COPAYMENT_RATE -> true;
            case INSURER_NAME,
                    EMPLOYER,
                    NAME,
                    KANA,
                    BIRTH_DATE,
                    SEX,
                    ADDRESS,
                    OTHER_ADDRESS,
                    DATE,
                    SIGNATURE,
                    RELATION,
                    PHONE -> false;
        };
    }

    /** Whether the patient filled it in. わからない is an answer, and an empty {@link #OTHER_ADDRESS} says that there is none. */
    boolean isFilled(Declaration said) {
        return switch (this) {
            case HAS_INSURANCE -> said.insurance().held();
            case INSURANCE_KIND -> said.insurance().kind().isPresent();
            case INSURER_NAME -> said.insurance().insurerName().isPresent();
            case EMPLOYER -> said.insurance().employerName().isPresent();
            case ISSUED_WHEN -> said.insurance().issued().isPresent();
            case COPAYMENT_RATE -> said.insurance().share().isPresent();
            case NAME -> said.card().name().isPresent();
            case KANA -> said.card().kana().isPresent();
            case BIRTH_DATE -> said.card().birth().isPresent();
            case SEX -> said.card().sex().isPresent();
            case ADDRESS -> said.card().address().isPresent();
            case OTHER_ADDRESS -> true;
            case DATE -> said.day().isPresent();
            case SIGNATURE -> said.signature().signer().isPresent();
            case RELATION -> said.signature().relation().isPresent();
            case PHONE -> said.phone().isPresent();
        };
    }
}
