package madoguchi.reader;

/**
 * エラーコード – an official code of three digits, or one of ours with {@code X-} in front, which cannot be mistaken for one ({@code jpki-reader.md} §6.6). What each means stands in {@code faults.properties}.
 *
 * @param code {@code 001}, {@code X-PIN0} …
 */
public record FaultCode(String code) {

    /** カードを認識しない（公式）. */
    public static final FaultCode NOT_RECOGNISED = new FaultCode("001");

    /** マイナンバーカード以外（公式）. */
    public static final FaultCode OTHER_CARD = new FaultCode("002");

    /** 電子証明書の失効・期限切れ（公式）. */
    public static final FaultCode CERTIFICATE_ENDED = new FaultCode("006");

    /** 資格確認端末の不良（公式）. */
    public static final FaultCode TERMINAL = new FaultCode("011");

    /** 暗証番号のロック. */
    public static final FaultCode PIN_LOCKED = new FaultCode("X-PIN0");

    /** 照合番号Bのロック. */
    public static final FaultCode FACE_LOCKED = new FaultCode("X-FLK");

    /** 顔が合わないまま回数に達した. */
    public static final FaultCode FACE = new FaultCode("X-FACE");

    /** 券面が読めない. */
    public static final FaultCode CARD_FACE = new FaultCode("X-OCR");

    /** 顔写真がない. */
    public static final FaultCode NO_PORTRAIT = new FaultCode("X-PRF");

    /** 利用登録がない. */
    public static final FaultCode NOT_ENROLLED = new FaultCode("X-NREG");

    /** スマートフォンを読めない. */
    public static final FaultCode PHONE = new FaultCode("X-PHN");

    /** スマートフォンの電子証明書が使えない – expired, revoked or on hold; there is no grace for phones. */
    public static final FaultCode PHONE_ENDED = new FaultCode("X-PHE");

    /** この施設ではスマートフォンを読めない. */
    public static final FaultCode NO_PHONE_READER = new FaultCode("X-NOEQ");

    /** 回線の障害. */
    public static final FaultCode NETWORK = new FaultCode("X-NET");

    /** センターの障害. */
    public static final FaultCode CENTRE = new FaultCode("X-CTR");

    /** 読取機・汎用カードリーダーの切断. */
    public static final FaultCode READER_LOST = new FaultCode("X-USB");

    /** 暗証番号なしの認証ができない – the hub takes real cards, and only by PIN. */
    public static final FaultCode PIN_ONLY = new FaultCode("X-NPIN");

    /** 電子証明書を確かめられない. */
    public static final FaultCode CERTIFICATE = new FaultCode("X-CERT");

    /** Throws {@link IllegalArgumentException} on anything but three digits or {@code X-} and two to six capitals or digits. */
    public FaultCode {
        if (!code.matches("[0-9]{3}|X-[A-Z0-9]{2,6}")) {
            throw new IllegalArgumentException("not a code of the reader");
        }
    }

    /** Whether it is one of the official list. */
    public boolean isOfficial() {
        return !code.startsWith("X-");
    }
}
