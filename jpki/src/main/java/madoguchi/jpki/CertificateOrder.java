package madoguchi.jpki;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import madoguchi.core.TokenKind;

/**
 * 発行の依頼.
 *
 * @param commonName opaque name of the subject: 1 to 64 ASCII letters and digits, 23 on real cards; never a person's name or number
 * @param token what will carry it
 * @param profile of the card
 * @param from 有効期間の始まり – the instant of issue; seconds count
 * @param lastDay 有効期間の満了日 in Japan: it ends at 23:59:59 of that day. By {@code jpki-reader.md} §4.1 the 5th birthday after the issue or the card's end, which {@code policy.CertificateTerms} computes
 */
public record CertificateOrder(
        String commonName, TokenKind token, CardProfile profile, Instant from, LocalDate lastDay) {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /** Throws {@link IllegalArgumentException} when the name is not opaque. */
    public CertificateOrder {
        Objects.requireNonNull(token);
        Objects.requireNonNull(profile);
        if (!commonName.matches("[A-Za-z0-9]{1,64}")) {
            throw new IllegalArgumentException("a subject is 1 to 64 ASCII letters and digits");
        }
    }

    /** 有効期間の満了: the last second of the last day in Japan. */
    public Instant end() {
        return end(lastDay);
    }

    static Instant end(LocalDate lastDay) {
        return lastDay.atTime(LAST_SECOND).atZone(TOKYO).toInstant();
    }

    /** Never prints the subject. */
    @Override
    public String toString() {
        return "CertificateOrder[token=" + token + ", profile=" + profile + "]";
    }
}
