package madoguchi.policy;

import madoguchi.core.Scheme;
import madoguchi.core.Text;

/** 保険者の種類 – as far as a rule distinguishes. */
public enum InsurerGroup implements Listed {
    /** 社保（被用者保険）. */
    EMPLOYEES("社保（被用者保険）", "employees' insurance"),
    /** 国保. */
    NATIONAL("国保", "National Health Insurance"),
    /** 後期高齢者医療. */
    LATE_ELDERLY("後期高齢者医療", "late-stage elderly care"),
    /** その他・不明 – 医療扶助, a 法別番号 we do not know, or no insurer number at all. */
    OTHER_OR_UNKNOWN("その他・不明", "other or unknown");

    private final Text label;

    InsurerGroup(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }

    /** The group of a scheme. */
    public static InsurerGroup of(Scheme scheme) {
        return switch (scheme.kind()) {
            case EMPLOYEES -> EMPLOYEES;
            case NATIONAL -> NATIONAL;
            case LATE_ELDERLY -> LATE_ELDERLY;
            case MEDICAL_ASSISTANCE, OTHER -> OTHER_OR_UNKNOWN;
        };
    }
}
