package madoguchi.reader;

import java.time.LocalDate;
import madoguchi.core.CardSerial;
import madoguchi.core.TokenKind;

/**
 * 読み取った媒体 – what a card or phone told before anybody was identified ({@code jpki-reader.md} §6.3 S2). Personal: it names one certificate.
 *
 * @param kind カード・Android・iPhone
 * @param certificate the certificate's number
 * @param lastDay 有効期間の満了日 – the last day the certificate is good, inclusive, a day in Japan
 * @param term how far it has run today
 * @param faceOnly 顔認証マイナンバーカード – a card whose holder set no PIN (§3.5)
 */
public record ReadCard(TokenKind kind, CardSerial certificate, LocalDate lastDay, Term term, boolean faceOnly) {

    /** Never prints the certificate: this value may end in a log line. */
    @Override
    public String toString() {
        return "ReadCard[" + kind + ", " + term + "]";
    }
}
