package madoguchi.policy;

import madoguchi.core.Text;

/** 助成について確認できたもの – what the clerk has seen of the subsidy. */
public enum SubsidyProof implements Listed {
    /** Nothing yet. */
    NOT_YET("まだ確認していない", "nothing asked yet"),
    /** 医療受給者証 on paper. */
    PAPER("紙の医療受給者証", "recipient certificate on paper"),
    /** The screen, live. */
    LIVE_SCREEN("その場でログインした医療受給者証の画面", "recipient-certificate screen after logging in on the spot"),
    /** A saved screen or a PDF. */
    PDF("保存した画面やPDF", "saved screen or PDF"),
    /** Neither. */
    NEITHER("紙も画面も出せない", "neither paper nor screen");

    private final Text label;

    SubsidyProof(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
