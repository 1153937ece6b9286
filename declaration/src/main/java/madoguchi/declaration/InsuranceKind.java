package madoguchi.declaration;

import madoguchi.core.Text;

/** 保険種別 – what kind of insurance the patient states; the five boxes of the form. A wrong one cannot be mended by the reviewer (R-UNK-07). */
public enum InsuranceKind implements Choice {
    /** 社保（被用者保険）. */
    EMPLOYEES("社保", "社保（会社などの健康保険）", "employees' insurance"),
    /** 国保 of a municipality, or of a 国民健康保険組合. */
    NATIONAL("国保", "国保（市区町村、国保組合）", "National Health Insurance"),
    /** 後期高齢者医療. */
    LATE_ELDERLY("後期", "後期（後期高齢者医療）", "late-stage elderly care"),
    /** その他. */
    OTHER("その他", "その他", "other"),
    /** わからない. */
    UNKNOWN("わからない", "わからない", "does not know");

    private final String box;
    private final Text label;

    InsuranceKind(String box, String ja, String en) {
        this.box = box;
        this.label = new Text(ja, en);
    }

    /** What stands beside the box on paper. */
    public String box() {
        return box;
    }

    @Override
    public Text label() {
        return label;
    }
}
