package madoguchi.terminal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import madoguchi.core.Coded;
import madoguchi.core.CopaymentRate;
import madoguchi.core.InsurerNumber;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Typed;

/** 値の書式 – how single values look in OQS files ({@code oqs-interface.md} §2, §3); a reading is empty when the text has another form. */
final class Wire {

    /** Times in the files are Japanese standard time. */
    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private static final DateTimeFormatter DAY = strict("uuuuMMdd");
    private static final DateTimeFormatter MONTH = strict("uuuuMM");
    private static final DateTimeFormatter TIME = strict("uuuuMMddHHmmss");
    private static final int YEN_DIGITS_MAX = 9;

    private Wire() {}

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    static Optional<LocalDate> day(String text) {
        return digits(text, 8).flatMap(t -> dated(() -> LocalDate.parse(t, DAY)));
    }

    static Optional<YearMonth> month(String text) {
        return digits(text, 6).flatMap(t -> dated(() -> YearMonth.parse(t, MONTH)));
    }

    static Optional<Instant> time(String text) {
        return digits(text, 14)
                .flatMap(t ->
                        dated(() -> LocalDateTime.parse(t, TIME).atZone(JAPAN).toInstant()));
    }

    private static <T> Optional<T> dated(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    static String written(LocalDate day) {
        return DAY.format(day);
    }

    static String written(YearMonth month) {
        return MONTH.format(month);
    }

    static String written(Instant time) {
        return TIME.format(LocalDateTime.ofInstant(time, JAPAN));
    }

    static Optional<String> digits(String text, int length) {
        return Optional.of(text).filter(t -> t.length() == length && Typed.isDigits(t));
    }

    /** 1 to {@code longest} characters, not only spaces. */
    static Function<String, Optional<String>> upTo(int longest) {
        return text -> Optional.of(text).filter(t -> t.length() <= longest && !t.isBlank());
    }

    /** 8 or 6 digits; six padded with zeros to eight are six ({@code 00139991}, as one carrier of this structure writes them). */
    static Optional<InsurerNumber> insurer(String text) {
        String digits = text.length() == 8 && text.startsWith("00") ? text.substring(2) : text;
        return Optional.of(digits).filter(InsurerNumber::hasShape).map(InsurerNumber::new);
    }

    static Optional<MedicalInstitutionCode> facility(String text) {
        return digits(text, 10).map(MedicalInstitutionCode::new);
    }

    static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "0" -> Optional.of(false);
            case "1" -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    static Optional<Integer> yen(String text) {
        return Optional.of(text)
                .filter(t -> Typed.isDigits(t) && t.length() <= YEN_DIGITS_MAX)
                .map(Integer::valueOf);
    }

    static Optional<CopaymentRate> rate(String text) {
        return switch (CopaymentRate.parse("", text)) {
            case Parsed.Value<CopaymentRate>(var rate) -> Optional.of(rate);
            case Parsed.Faults<CopaymentRate>(var problems) -> Optional.empty();
        };
    }

    static <E extends Enum<E> & Coded> Function<String, Optional<E>> code(Class<E> list) {
        return text -> Coded.find(list, text);
    }
}
