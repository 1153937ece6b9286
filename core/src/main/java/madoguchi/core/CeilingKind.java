package madoguchi.core;

/** 自己負担上限額種別 – the buckets a ceiling may belong to, as the PMH remarks name them (seed 000, PMH特記事項; {@code pmh.md} §5.1). */
public enum CeilingKind {
    /** 医科歯科入外. */
    MEDICAL_DENTAL_ALL("医科歯科入外", "medical and dental, in- and outpatient"),
    /** 医科歯科入院. */
    MEDICAL_DENTAL_INPATIENT("医科歯科入院", "medical and dental, inpatient"),
    /** 医科歯科外来. */
    MEDICAL_DENTAL_OUTPATIENT("医科歯科外来", "medical and dental, outpatient"),
    /** 薬局. */
    PHARMACY("薬局", "pharmacy"),
    /** 医科入外. */
    MEDICAL_ALL("医科入外", "medical, in- and outpatient"),
    /** 医科入院. */
    MEDICAL_INPATIENT("医科入院", "medical, inpatient"),
    /** 医科外来. */
    MEDICAL_OUTPATIENT("医科外来", "medical, outpatient"),
    /** 歯科入外. */
    DENTAL_ALL("歯科入外", "dental, in- and outpatient"),
    /** 歯科入院. */
    DENTAL_INPATIENT("歯科入院", "dental, inpatient"),
    /** 歯科外来. */
    DENTAL_OUTPATIENT("歯科外来", "dental, outpatient"),
    /** 訪問看護. */
    HOME_NURSING("訪問看護", "home nursing");

    private final Text label;

    CeilingKind(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** The name on screens; the Japanese one is that of the remarks, to the letter. */
    public Text label() {
        return label;
    }
}
