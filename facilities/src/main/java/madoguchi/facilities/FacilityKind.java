package madoguchi.facilities;

import java.util.Arrays;
import java.util.Optional;
import madoguchi.core.Text;

/** 施設の種別 – what a facility is, in the list of names. */
public enum FacilityKind {
    /** 病院. */
    HOSPITAL("hospital", "病院", "hospital"),
    /** 医科診療所. */
    CLINIC("clinic", "医科診療所", "medical clinic"),
    /** 歯科診療所. */
    DENTAL("dental", "歯科診療所", "dental clinic"),
    /** 薬局. */
    PHARMACY("pharmacy", "薬局", "pharmacy"),
    /** 訪問看護ステーション. */
    VISITING_NURSE("visiting-nurse", "訪問看護ステーション", "home-visit nursing station");

    private final String word;
    private final Text label;

    FacilityKind(String word, String ja, String en) {
        this.word = word;
        this.label = new Text(ja, en);
    }

    /** Its name in files. */
    public String word() {
        return word;
    }

    /** Its name on pages. */
    public Text label() {
        return label;
    }

    static Optional<FacilityKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
