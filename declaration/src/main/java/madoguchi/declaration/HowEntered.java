package madoguchi.declaration;

import madoguchi.core.Text;

/** 入力のしかた – where the statement was made: on this screen at the counter, or on paper that was typed in afterwards. */
public enum HowEntered implements Choice {
    /** 窓口の画面で. */
    ON_SCREEN("窓口で画面に入力した", "typed at the counter"),
    /** 紙から. */
    FROM_PAPER("患者さんが書いた紙から写した", "copied from the patient's paper");

    private final Text label;

    HowEntered(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
