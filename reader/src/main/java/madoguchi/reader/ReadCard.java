package madoguchi.reader;

import madoguchi.core.Octets;
import madoguchi.core.TokenKind;

/**
 * 読み取った媒体 – what a card or phone told before anybody was identified ({@code jpki-reader.md} §6.3 S2). Personal: its certificate names one person to the centre.
 *
 * @param kind カード・Android・iPhone
 * @param certificate 利用者証明用電子証明書, DER
 * @param faceOnly 顔認証マイナンバーカード – a card whose holder set no PIN (§3.5)
 */
public record ReadCard(TokenKind kind, Octets certificate, boolean faceOnly) {

    /** Never prints the certificate: this value may end in a log line. */
    @Override
    public String toString() {
        return "ReadCard[" + kind + "]";
    }
}
