package madoguchi.portal;

import java.time.LocalDate;
import madoguchi.core.Octets;
import madoguchi.core.TokenKind;

/** ログインの仕方 – by what somebody came in. */
public sealed interface Way {

    /** Last valid day of the certificate behind it, in Japan. */
    LocalDate certificateEnd();

    /** Whether the renewal alert is shown. */
    boolean renewal();

    /**
     * カードかスマートフォン – "logged in on the spot" as the notices mean it (seed 000).
     *
     * @param kind card or phone
     * @param certificate that signed the nonce: what a passkey is registered on
     * @param certificateEnd as above
     * @param renewal as above
     */
    record Token(TokenKind kind, Octets certificate, LocalDate certificateEnd, boolean renewal) implements Way {}

    /**
     * パスキー – without the card. What it opens stands in {@code passkey-use.csv}.
     *
     * @param id in the log
     * @param certificateEnd as above
     * @param renewal as above
     */
    record ByPasskey(long id, LocalDate certificateEnd, boolean renewal) implements Way {}
}
