package madoguchi.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalLong;

/**
 * 利用 – one verification of the ledger, as far as statistics look at it. Carries no identifier that means anything outside the hub.
 *
 * @param entry number in the ledger
 * @param at when the hub answered
 * @param facility 医療機関コード, 10 digits
 * @param token by what was asked
 * @param reading what came of it
 * @param lane at once or in bulk
 * @param person the hub's internal number of the person found; empty where none was found or none may be told. Only ever compared, never shown
 */
public record Use(
        long entry, Instant at, String facility, Token token, Reading reading, Lane lane, OptionalLong person) {

    /** 日本時間 – months and days are those of Japan. */
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** The day in Japan on which it was asked: its month, and the day whose rules hold. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, TOKYO);
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "Use[entry=" + entry + ", facility=" + facility + ", " + token + " " + reading + "]";
    }
}
