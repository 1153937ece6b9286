package madoguchi.jpki;

import java.time.Instant;
import madoguchi.core.CardSerial;
import madoguchi.core.TokenKind;

/**
 * 発行済の一覧の行 – a certificate and what became of it.
 *
 * @param serial names it
 * @param token what carries it
 * @param from 有効期間の始まり
 * @param end 有効期間の満了, inclusive
 * @param status 失効情報: good, on hold or revoked
 */
public record IssuedCertificate(
        CardSerial serial, TokenKind token, Instant from, Instant end, RevocationStatus status) {

    IssuedCertificate now(RevocationStatus changed) {
        return new IssuedCertificate(serial, token, from, end, changed);
    }
}
