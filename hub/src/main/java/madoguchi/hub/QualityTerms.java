package madoguchi.hub;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import madoguchi.core.Text;

/**
 * 目安 – the numbers the report judges by, each with its source; {@code quality/terms.csv}.
 *
 * @param terms by id
 */
public record QualityTerms(Map<String, Term> terms) {

    /**
     * 一つの目安.
     *
     * @param id how the program calls it
     * @param value the number
     * @param unit what it counts
     * @param ours not official: chosen here
     * @param name what it decides
     * @param source the provision, or why this number
     */
    public record Term(String id, int value, Unit unit, boolean ours, Text name, Text source) {

        /** The number with its unit: 5日, 70歳, 3月. */
        public Text said() {
            return new Text(value + unit.ja, unit.en.formatted(value));
        }
    }

    /** 単位 – what a number counts. */
    public enum Unit {
        /** 日. */
        DAYS("日", "%d days"),
        /** 歳. */
        YEARS("歳", "%d years of age"),
        /** 月 of the calendar, 1 to 12. */
        MONTH("月", "month %d");

        private final String ja;
        private final String en;

        Unit(String ja, String en) {
            this.ja = ja;
            this.en = en;
        }
    }

    private static final String RESOURCE = "/quality/terms.csv";

    /** Copies the map. */
    public QualityTerms {
        terms = Map.copyOf(terms);
    }

    /** Those of this release. */
    public static QualityTerms standard() {
        try (InputStream file = Objects.requireNonNull(QualityTerms.class.getResourceAsStream(RESOURCE));
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(text)) {
            Map<String, Term> terms = new LinkedHashMap<>();
            for (NamedCsvRecord line : lines) {
                terms.put(line.getField("id"), term(line));
            }
            return new QualityTerms(terms);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Term term(NamedCsvRecord line) {
        return new Term(
                line.getField("id"),
                Integer.parseInt(line.getField("value")),
                Unit.valueOf(line.getField("unit").toUpperCase(Locale.ROOT)),
                line.getField("ours").equals("yes"),
                text(line, "name"),
                text(line, "source"));
    }

    private static Text text(NamedCsvRecord line, String column) {
        return new Text(line.getField(column + "_ja"), line.getField(column + "_en"));
    }

    /** All of them, by id. */
    public List<Term> all() {
        return terms.values().stream().sorted(Comparator.comparing(Term::id)).toList();
    }

    private int value(String id) {
        return Objects.requireNonNull(terms.get(id), id).value();
    }

    /** More days than these are late. */
    public int lateDays() {
        return value("late-days");
    }

    int lateWindow() {
        return value("late-window");
    }

    int handOverDays() {
        return value("hand-over-days");
    }

    int gapDays() {
        return value("gap-days");
    }

    /** Whether somebody born on {@code birth} has not yet come to school age on the day. */
    boolean isPreschool(LocalDate birth, LocalDate day) {
        LocalDate six = reached(birth, value("school-from"));
        LocalDate march = six.withDayOfMonth(1).withMonth(value("school-month"));
        LocalDate end = march.withDayOfMonth(march.lengthOfMonth());
        return !day.isAfter(end.isBefore(six) ? end.plusYears(1) : end);
    }

    /** Whether an elderly recipient certificate belongs to somebody born on {@code birth} on the day: from the month after 70 is reached until the 75th birthday. */
    boolean needsElderlyCertificate(LocalDate birth, LocalDate day) {
        LocalDate first = reached(birth, value("elderly-from")).plusMonths(1).withDayOfMonth(1);
        return !day.isBefore(first) && day.isBefore(lateElderly(birth));
    }

    /** 75歳の誕生日 – the first day of late-stage elderly care. */
    LocalDate lateElderly(LocalDate birth) {
        return reached(birth, value("late-elderly-from")).plusDays(1);
    }

    /** An age is reached on the day before the birthday; somebody born on the leap day has it on 1 March of a common year. */
    private static LocalDate reached(LocalDate birth, int years) {
        LocalDate birthday = birth.plusYears(years);
        return birthday.getDayOfMonth() == birth.getDayOfMonth() ? birthday.minusDays(1) : birthday;
    }
}
