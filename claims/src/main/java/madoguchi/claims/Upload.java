package madoguchi.claims;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import madoguchi.uke.FileKind;

/**
 * 預かったファイル – a claim file that a clerk had checked.
 *
 * @param id opaque
 * @param at when
 * @param operator who
 * @param kind 医科, 調剤…
 * @param claimed 請求年月, where the head tells
 * @param bytes its length
 * @param removed whether what it held was removed
 */
public record Upload(
        String id,
        Instant at,
        String operator,
        FileKind kind,
        Optional<YearMonth> claimed,
        int bytes,
        boolean removed) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

    /** When, in Japan, to the minute. */
    public String minute() {
        return MINUTE.format(at);
    }
}
