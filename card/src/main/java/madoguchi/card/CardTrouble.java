package madoguchi.card;

import madoguchi.core.Text;

/** カードの不調 – why nothing could be read or signed, told apart as far as the person at the reader or the engineer can act on it. A wrong or locked PIN is not among them: see {@link CardResult}. */
public enum CardTrouble {
    /** 読取サービスがない: no PC/SC library or its service does not run. */
    NO_SERVICE("カードを読むためのソフト（PC/SC）が動いていません。", "The software that reads cards (PC/SC) is not running."),
    /** カードリーダーがない. */
    NO_READER("カードリーダーが見つかりません。", "No card reader was found."),
    /** カードがない. */
    NO_CARD("カードが置かれていません。", "No card lies on the reader."),
    /** 2枚以上. */
    SEVERAL_CARDS("カードが2枚以上あります。1枚だけ置いてください。", "There is more than one card. Leave only one."),
    /** 途中で外された. */
    PULLED("読み取りの途中でカードが外れました。", "The card was taken away while it was being read."),
    /** 応答がない: the card lies there and does not answer, or not with an answer. */
    NO_RESPONSE("カードが応答しません。置き直してください。", "The card does not answer. Place it again."),
    /** マイナンバーカード以外. */
    NOT_MY_NUMBER_CARD("マイナンバーカードではありません。", "This is not a My Number Card."),
    /** 利用者証明用電子証明書がない. */
    NO_CERTIFICATE("このカードには利用者証明用電子証明書がありません。", "This card carries no certificate for user authentication."),
    /** 顔写真がない: a card of an infant. */
    NO_PORTRAIT("このカードには顔写真がありません。", "This card carries no portrait."),
    /** 本人確認がまだ: the card wants PIN, biometrics or terminal authentication first. */
    NOT_IDENTIFIED("カードが本人確認を求めています。", "The card asks for its holder to be identified first."),
    /** 暗証番号の形でない: refused before the card saw it, so no try was used. */
    NOT_A_PIN("暗証番号は数字4桁です。", "A PIN has four digits."),
    /** センターが答えない: terminal authentication needs the centre. */
    CENTRE_SILENT("センターから応答がありません。", "The centre does not answer."),
    /** カードがセンターを認めない. */
    CENTRE_REFUSED("カードがセンターの証明を認めませんでした。", "The card did not accept the centre's proof."),
    /** 読んだものが壊れている. */
    DAMAGED("カードから読んだデータが壊れています。", "What was read from the card is damaged."),
    /** カードの故障. */
    CARD_FAULT("カードが故障しているようです。", "The card seems to be faulty."),
    /** カードが命令を断った: an error of a program, or a card nobody knows. */
    REFUSED("カードが命令を断りました。", "The card refused a command.");

    private final Text label;

    CardTrouble(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** One sentence for the person in front of the reader. */
    public Text label() {
        return label;
    }
}
