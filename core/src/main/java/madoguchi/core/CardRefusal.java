package madoguchi.core;

/**
 * カード認証の不成立 – why a card or phone was not accepted. It says nothing about the person's insurance: whoever is refused here is received in another way. Official reader code 006 covers {@link #EXPIRED},
 * {@link #REVOKED} and {@link #ON_HOLD} alike ({@code jpki-reader.md} §6.6).
 */
public enum CardRefusal {
    /** 期限切れ – for a card after grace, for a phone at once. */
    EXPIRED("電子証明書の有効期限が切れています。", "The certificate has expired."),
    /** 失効. */
    REVOKED("電子証明書が失効しています。", "The certificate is revoked."),
    /** 一時保留 – the holder reported the card as lost; it can be released. */
    ON_HOLD("電子証明書が一時停止されています。", "The certificate is on hold."),
    /** 有効期間の前. */
    NOT_YET_VALID("電子証明書の有効期間がまだ始まっていません。", "The certificate is not valid yet."),
    /** 発行者が確かめられない – forged, signed by itself, of an authority that is not trusted, or a simulated one where real ones are asked for. */
    UNKNOWN_ISSUER("電子証明書の発行者を確かめられません。", "The certificate's issuer cannot be verified."),
    /** 利用者証明用でない – genuine, but for another use, or not readable as a certificate. */
    WRONG_CERTIFICATE("利用者証明用電子証明書ではありません。", "This is no certificate for user authentication."),
    /** 署名の不一致 – the key of the certificate did not sign this nonce. */
    WRONG_SIGNATURE("カードの署名を確かめられません。", "The card's signature does not fit."),
    /** 媒体の不一致 – the certificate is registered for another kind of token than the reader says. */
    WRONG_TOKEN("カードとスマートフォンの区別が登録と合いません。", "Card or phone: the register says otherwise."),
    /** 乱数が使えない – unknown, used, expired, or another facility's; start anew with a new one. */
    STALE_NONCE("時間が経ったため、もう一度カードを置いてください。", "Too much time has passed. Place the card again."),
    /** 失効情報を確認できない – the responder and the list were both silent; try again, or receive in another way. */
    STATUS_UNCONFIRMED("電子証明書が失効していないことを確認できません。", "It cannot be confirmed that the certificate is not revoked."),
    /** 利用登録できない媒体 – enrolment on the spot is for plastic cards within their term only. */
    NOT_ENROLLABLE("このカードまたはスマートフォンでは、ここで利用登録できません。", "It cannot be enrolled here.");

    private final Text label;

    CardRefusal(String ja, String en) {
        label = new Text(ja, en);
    }

    /** One sentence for the staff; kiosk screens have their own. */
    public Text label() {
        return label;
    }
}
