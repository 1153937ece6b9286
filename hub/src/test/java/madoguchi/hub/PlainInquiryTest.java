package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import madoguchi.core.CardSerial;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.SubsidyUse;
import madoguchi.json.CoreJson;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class PlainInquiryTest {

    private static final LocalDate BIRTH = LocalDate.of(2004, 2, 29);
    private static final LocalDate DAY = LocalDate.of(2026, 8, 3);
    private static final String OTHERS = " \"\\{}[]:,0aZ-é\u0001";

    private final Random random = new Random(20261122);

    @Test
    void whatOurMapperWritesOfAnInquiryByNumberIsReadPlainly() {
        for (Optional<String> symbol : List.of(Optional.<String>empty(), Optional.of("12-34"), Optional.of("記号"))) {
            for (Optional<String> branch : List.of(Optional.<String>empty(), Optional.of("02"))) {
                Inquiry inquiry = inquiry(symbol, "0123", branch);

                assertThat(PlainInquiry.read(bytes(inquiry))).contains(inquiry);
            }
        }
    }

    @Test
    void whatIsRarerIsLeftToTheMapper() {
        Inquiry usual = inquiry(Optional.of("12-34"), "567890", Optional.of("02"));

        assertThat(PlainInquiry.read(bytes(usual.asKnownAt(Instant.EPOCH)))).isEmpty();
        assertThat(PlainInquiry.read(bytes(usual.withSubsidies(SubsidyUse.DECLINE))))
                .isEmpty();
        assertThat(PlainInquiry.read(bytes(Inquiry.byCard(new CardSerial("SIM-1", "12"), DAY, Said.CLINIC))))
                .isEmpty();
    }

    @Test
    void whateverByteIsAnotherOrMissingThePlainReaderSaysNothingThatTheMapperDoesNotSay() {
        byte[] usual = bytes(inquiry(Optional.of("12-34"), "567890", Optional.of("02")));
        byte[] others = OTHERS.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < usual.length; at++) {
            for (byte other : others) {
                byte[] changed = usual.clone();
                changed[at] = other;
                compare(changed);
            }
            byte[] cut = Arrays.copyOf(usual, at);
            compare(cut);
            byte[] longer = Arrays.copyOf(usual, usual.length + 1);
            System.arraycopy(usual, at, longer, at + 1, usual.length - at);
            longer[at] = others[random.nextInt(others.length)];
            compare(longer);
        }
    }

    @Test
    void everyDigitAndEveryLengthOfEveryValueIsReadAsTheMapperReadsIt() {
        String usual = new String(
                bytes(inquiry(Optional.of("12-34"), "567890", Optional.of("02"))), StandardCharsets.US_ASCII);
        List<String> values = List.of("12-34", "567890", "02", "2004-02-29", "2026-08-03", "true", "desk");
        List<String> odd = List.of(
                "",
                " ",
                "0",
                "00",
                "000",
                "2026-02-30",
                "2026-13-01",
                "2026-2-3",
                "+2026-08-03",
                "12026-08-03",
                "２０２６",
                "null",
                "false",
                "x".repeat(20),
                "x".repeat(21),
                "2026-08-03T00:00:00Z",
                "0000-01-01");
        for (String value : values) {
            for (String instead : odd) {
                compare(usual.replaceFirst(value, instead).getBytes(StandardCharsets.UTF_8));
            }
        }
        IntStream.range(0, 2_000)
                .mapToObj(number -> usual.replace(
                        "2004-02-29",
                        "%04d-%02d-%02d".formatted(random.nextInt(2100), random.nextInt(14), random.nextInt(33))))
                .forEach(text -> compare(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void compare(byte[] text) {
        PlainInquiry.read(text).ifPresent(plain -> assertThat(mapped(text)).contains(plain));
    }

    private static Optional<Inquiry> mapped(byte[] text) {
        try {
            return Optional.of(CoreJson.mapper().readValue(text, Inquiry.class));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static Inquiry inquiry(Optional<String> symbol, String number, Optional<String> branch) {
        InsuredId insured = new InsuredId(new InsurerNumber("138016"), symbol, number, branch);
        return Inquiry.byNumber(insured, BIRTH, DAY, true, Said.CLINIC);
    }

    private static byte[] bytes(Inquiry inquiry) {
        return CoreJson.mapper().writeValueAsBytes(inquiry);
    }
}
