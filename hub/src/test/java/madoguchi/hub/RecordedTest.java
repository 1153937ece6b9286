package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The byte form under the hash, as docs/audit.md describes it: if this test breaks, logs written before can no longer be verified. */
class RecordedTest {

    private static final Recorded ROW = new Recorded(
            1,
            Instant.parse("2026-08-03T00:30:00.000001Z"),
            "1319999913",
            "desk",
            "clerk",
            "NUMBER",
            LocalDate.of(2026, 8, 3),
            Optional.empty(),
            Optional.of("138016"),
            Optional.of("記"),
            Optional.of("500001"),
            Optional.empty(),
            Optional.of(LocalDate.of(1969, 12, 31)),
            Optional.empty(),
            Optional.empty(),
            true,
            false,
            "Active",
            "7,8",
            "",
            Optional.empty());

    private static final Recorded BY_CARD = new Recorded(
            2,
            ROW.at(),
            "1319999913",
            "reader",
            "patient",
            "CARD",
            LocalDate.of(2026, 8, 3),
            Optional.of(Instant.parse("2026-08-03T00:30:00Z")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("SIM-1"),
            Optional.of("2A0001"),
            true,
            true,
            "Active",
            "7",
            "3,4",
            Optional.empty());

    @Test
    void theByteFormOfVersionOneNeverChanges() {
        String form = "01" // version
                + "00".repeat(32) // the hash before
                + "0000000000000011" // entry 17
                + "000000006a6fe108" + "000003e8" // seconds since 1970, nanoseconds
                + text("1319999913") + text("desk") + text("clerk") + text("NUMBER")
                + "00000000000050bc" // 20,668 days since 1970
                + "0000000000000000" + "ffffffff" // no instant of knowledge
                + text("138016") + text("記") + text("500001") + "ffffffff" // no branch
                + "ffffffffffffffff" // the day before 1970
                + "01" // consent to the limit
                + text("Active") + text("7,8");

        assertThat(HexFormat.of().formatHex(ROW.bytes(17, new Digest("00".repeat(32)))))
                .isEqualTo(form);
    }

    @Test
    void theByteFormOfVersionTwoNeverChanges() {
        String head = "02" // version
                + "00".repeat(32) // the hash before
                + "0000000000000011" // entry 17
                + "000000006a6fe108" + "000003e8" // seconds since 1970, nanoseconds
                + text("1319999913") + text("reader") + text("patient") + text("CARD")
                + "00000000000050bc" // 20,668 days since 1970
                + "000000006a6fe108" + "00000000" // the instant of knowledge
                + "ffffffff".repeat(4); // no insurer, symbol, number, branch
        String form = head + "00" // no birth date
                + text("SIM-1") + text("2A0001")
                + "03" // both consents
                + text("Active") + text("7") + text("3,4");

        assertThat(HexFormat.of().formatHex(BY_CARD.bytes(17, new Digest("00".repeat(32)))))
                .isEqualTo(form);
    }

    @Test
    void theByteFormOfVersionThreeIsThatOfTwoWithTheOutcomeForSubsidiesBehind() {
        Recorded row = new Recorded(
                3,
                BY_CARD.at(),
                BY_CARD.facility(),
                BY_CARD.terminal(),
                BY_CARD.operator(),
                BY_CARD.kind(),
                BY_CARD.day(),
                BY_CARD.knownAt(),
                BY_CARD.insurer(),
                BY_CARD.symbol(),
                BY_CARD.number(),
                BY_CARD.branch(),
                BY_CARD.birth(),
                BY_CARD.issuer(),
                BY_CARD.serial(),
                true,
                true,
                "Active",
                "7",
                "3,4",
                Optional.of("None"));
        String two = HexFormat.of().formatHex(BY_CARD.bytes(17, new Digest("00".repeat(32))));

        assertThat(HexFormat.of().formatHex(row.bytes(17, new Digest("00".repeat(32)))))
                .isEqualTo("03" + two.substring(2) + text("None"));
    }

    private static String text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return "%08x".formatted(utf8.length) + HexFormat.of().formatHex(utf8);
    }
}
