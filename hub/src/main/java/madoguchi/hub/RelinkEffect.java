package madoguchi.hub;

import madoguchi.core.Text;

/** 誤りの影響 – what a wrong link did to one answer. */
public enum RelinkEffect {
    /** 別人の資格を示した. */
    SHOWN("別人の資格を示した（お詫びと訂正）", "another person's coverage was shown: apologise and correct"),
    /** 新しい資格があると答えた. */
    NEWER_TOLD("本人のものでない新しい資格があると答えた", "told of a newer coverage that was not the person's"),
    /** 誤った紐付けによった. */
    RESTED("誤って紐付いた資格によって答えた", "rested on the coverage while it was linked wrongly");

    private final Text label;

    RelinkEffect(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** What it is called. */
    public Text label() {
        return label;
    }
}
