package madoguchi.reader;

import java.time.LocalDate;
import madoguchi.core.CertificateStanding;
import madoguchi.core.Identification;
import madoguchi.core.Reply;
import madoguchi.core.TokenKind;

/**
 * 確認できた人 – a holder who was confirmed and about whom the centre answered. From here on the result is kept, whatever happens.
 *
 * @param kind what was put down
 * @param by how the holder was confirmed
 * @param opening names the opening at the centre, for the consents; opaque
 * @param reply the centre's answer
 * @param certificateEnd 有効期間の満了日 of the certificate, inclusive, in Japan
 * @param standing how far the certificate has run
 */
public record Identified(
        TokenKind kind,
        Identification by,
        String opening,
        Reply reply,
        LocalDate certificateEnd,
        CertificateStanding standing) {

    /** Never prints the person: this value may end in a log line. */
    @Override
    public String toString() {
        return "Identified[" + by + "]";
    }
}
