package madoguchi.policy;

import madoguchi.core.Text;

/** 助成の読み取り – what came of reading card or phone, as far as the subsidy goes. */
public enum SubsidyReading implements Listed {
    /** The subsidy came back. */
    FOUND("読み取れて、助成の情報が届いた", "read, and the subsidy came back"),
    /** Nothing came back: declined, not connected or none; the reply does not tell which. */
    EMPTY("読み取れたが、助成の情報は届かなかった", "read, but no subsidy came back"),
    /** The card is in hand. */
    CARD_UNREADABLE("カードはあるが読み取れない", "card in hand, which could not be read"),
    /** A phone and no card. */
    PHONE_UNREADABLE("スマートフォンだけで、読み取れない", "phone only, which could not be read"),
    /** Neither. */
    NO_CARD("カードもスマートフォンもない", "neither card nor phone");

    private final Text label;

    SubsidyReading(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
