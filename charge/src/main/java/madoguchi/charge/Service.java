package madoguchi.charge;

import java.util.EnumSet;
import java.util.Set;
import madoguchi.core.CeilingKind;
import madoguchi.core.Text;

/** 診療の種類 – what kind of care an amount is for; it tells which of the 11 ceiling kinds it falls under ({@code pmh.md} §5.1). */
public enum Service {
    /** 医科外来. */
    MEDICAL_OUTPATIENT("医科 外来", "medical, outpatient", CeilingKind.MEDICAL_OUTPATIENT),
    /** 医科入院. */
    MEDICAL_INPATIENT("医科 入院", "medical, inpatient", CeilingKind.MEDICAL_INPATIENT),
    /** 歯科外来. */
    DENTAL_OUTPATIENT("歯科 外来", "dental, outpatient", CeilingKind.DENTAL_OUTPATIENT),
    /** 歯科入院. */
    DENTAL_INPATIENT("歯科 入院", "dental, inpatient", CeilingKind.DENTAL_INPATIENT),
    /** 薬局. */
    PHARMACY("薬局", "pharmacy", CeilingKind.PHARMACY),
    /** 訪問看護. */
    HOME_NURSING("訪問看護", "home nursing", CeilingKind.HOME_NURSING);

    private final Text label;
    private final CeilingKind narrowest;

    Service(String ja, String en, CeilingKind narrowest) {
        this.label = new Text(ja, en);
        this.narrowest = narrowest;
    }

    /** The name on screens. */
    public Text label() {
        return label;
    }

    /** 入院. */
    public boolean isInpatient() {
        return this == MEDICAL_INPATIENT || this == DENTAL_INPATIENT;
    }

    /** The kinds of ceiling it falls under, the wide ones too. */
    public Set<CeilingKind> kinds() {
        EnumSet<CeilingKind> kinds = EnumSet.of(narrowest);
        switch (this) {
            case MEDICAL_OUTPATIENT -> {
                kinds.add(CeilingKind.MEDICAL_ALL);
                kinds.add(CeilingKind.MEDICAL_DENTAL_OUTPATIENT);
                kinds.add(CeilingKind.MEDICAL_DENTAL_ALL);
            }
            case MEDICAL_INPATIENT -> {
                kinds.add(CeilingKind.MEDICAL_ALL);
                kinds.add(CeilingKind.MEDICAL_DENTAL_INPATIENT);
                kinds.add(CeilingKind.MEDICAL_DENTAL_ALL);
            }
            case DENTAL_OUTPATIENT -> {
                kinds.add(CeilingKind.DENTAL_ALL);
                kinds.add(CeilingKind.MEDICAL_DENTAL_OUTPATIENT);
                kinds.add(CeilingKind.MEDICAL_DENTAL_ALL);
            }
            case DENTAL_INPATIENT -> {
                kinds.add(CeilingKind.DENTAL_ALL);
                kinds.add(CeilingKind.MEDICAL_DENTAL_INPATIENT);
                kinds.add(CeilingKind.MEDICAL_DENTAL_ALL);
            }
            case PHARMACY, HOME_NURSING -> {}
        }
        return Set.copyOf(kinds);
    }
}
