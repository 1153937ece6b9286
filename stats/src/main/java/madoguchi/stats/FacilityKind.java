package madoguchi.stats;

import java.util.Optional;
import madoguchi.core.Text;

/** 施設の種類 – the rows of seed 001's tables, and two that the code alone leaves. */
public enum FacilityKind {
    /** 病院. */
    HOSPITAL("病院", "hospital", "hospital"),
    /** 医科診療所. */
    CLINIC("医科診療所", "medical clinic", "clinic"),
    /** 歯科診療所. */
    DENTAL("歯科診療所", "dental clinic", "dental"),
    /** 薬局. */
    PHARMACY("薬局", "pharmacy", "pharmacy"),
    /** 医科 – by its code medical, but not in the master list: hospital or clinic is not known. */
    MEDICAL("医科（病院か診療所か不明）", "medical, hospital or clinic unknown", "medical"),
    /** ほか – another fee table, such as home nursing. */
    OTHER("その他", "other", "other");

    private static final int FEE_TABLE = 2;

    private final Text label;
    private final String word;

    FacilityKind(String ja, String en, String word) {
        this.label = new Text(ja, en);
        this.word = word;
    }

    /** What it is called. */
    public Text label() {
        return label;
    }

    /** In addresses and files: {@code hospital}, {@code clinic} … */
    public String word() {
        return word;
    }

    /** The one of that word. */
    static Optional<FacilityKind> of(String word) {
        for (FacilityKind kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** What the third digit of a 医療機関コード tells (点数表: 1 医科, 3 歯科, 4 調剤; {@code claims-uke.md} §9.2). */
    static FacilityKind coded(String facility) {
        return switch (facility.charAt(FEE_TABLE)) {
            case '1' -> MEDICAL;
            case '3' -> DENTAL;
            case '4' -> PHARMACY;
            default -> OTHER;
        };
    }
}
