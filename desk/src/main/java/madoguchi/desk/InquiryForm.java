package madoguchi.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Scheme;
import madoguchi.core.Text;
import madoguchi.core.Typed;
import madoguchi.core.Wareki;
import madoguchi.web.Field;
import madoguchi.web.Form;

/** 番号照会の用紙 – reads what a clerk typed, all faults at once, and says what it understood. Pure. */
public final class InquiryForm {

    /** How far ahead an appointment may be asked for. */
    private static final int DAYS_AHEAD = 31;

    /** The field. */
    public static final Field INSURER = Field.digits(
            "insurer",
            new Text("保険者番号", "Insurer number"),
            new Text("8桁（国保は6桁）", "8 digits (6 for National Health Insurance)"),
            true);
    /** The field. */
    public static final Field SYMBOL = Field.text(
            "symbol", new Text("記号", "Symbol"), new Text("後期高齢者医療にはありません", "none for late-stage elderly care"), false);
    /** The field. */
    public static final Field NUMBER =
            Field.text("number", new Text("番号", "Number"), new Text("被保険者番号", "insured person's number"), true);
    /** The field. */
    public static final Field BRANCH = Field.digits(
            "branch", new Text("枝番", "Branch"), new Text("2桁。なければ空のまま", "two digits; empty if there is none"), false);
    /** The field. */
    public static final Field BIRTH = Field.text(
            "birth",
            new Text("生年月日", "Birth date"),
            new Text("S62.4.12、昭和62年4月12日、19870412 のどれでも", "S62.4.12, 1987-04-12 or 19870412"),
            true);
    /** The field. */
    public static final Field DAY = Field.text(
            "day",
            new Text("資格確認日", "Day to verify"),
            new Text("空なら今日。過去の日も可", "empty for today; past days too"),
            false);

    private InquiryForm() {}

    /** The question; faults name the fields. */
    static Parsed<Question> read(Map<String, String> typed, LocalDate today) {
        Parsed<InsuredId> id =
                InsuredId.parse(at(typed, INSURER), at(typed, SYMBOL), at(typed, NUMBER), at(typed, BRANCH));
        Parsed<LocalDate> day = day(at(typed, DAY), today);
        Parsed<LocalDate> birth = Wareki.parse(BIRTH.name(), at(typed, BIRTH)).then(read -> born(read, today));
        List<Problem> problems = Parsed.problems(id, birth, day);
        return problems.isEmpty()
                ? Parsed.of(new Question(
                        id.orElseThrow(),
                        birth.orElseThrow(),
                        day.orElseThrow(),
                        typed.getOrDefault("limitConsent", "").equals("on")))
                : new Parsed.Faults<>(problems);
    }

    private static Parsed<LocalDate> day(String typed, LocalDate today) {
        if (typed.isBlank()) {
            return Parsed.of(today);
        }
        return Wareki.parse(DAY.name(), typed)
                .then(day -> day.isAfter(today.plusDays(DAYS_AHEAD))
                        ? Parsed.fault(
                                DAY.name(),
                                "資格確認日が" + DAYS_AHEAD + "日より先です。年を見直してください。",
                                "The day lies more than " + DAYS_AHEAD + " days ahead. Check the year.")
                        : Parsed.of(day));
    }

    private static Parsed<LocalDate> born(LocalDate birth, LocalDate today) {
        return birth.isAfter(today)
                ? Parsed.fault(
                        BIRTH.name(),
                        "生年月日が今日より後です。元号と年を見直してください。",
                        "The birth date lies in the future. Check era and year.")
                : Parsed.of(birth);
    }

    /** The form again, with every keystroke, all faults, and what was understood of each field. */
    static Form echo(Map<String, String> typed, List<Problem> problems, LocalDate today) {
        return new Form(typed, problems, understood(typed, today));
    }

    /** The sheet as it was asked, or as the card told it; empty fields where nothing is known. */
    static Form filled(Visit visit, LocalDate today) {
        Map<String, String> typed = visit.again()
                .map(question -> Map.of(
                        INSURER.name(), question.insured().insurer().digits(),
                        SYMBOL.name(), question.insured().symbol().orElse(""),
                        NUMBER.name(), question.insured().number(),
                        BRANCH.name(), question.insured().branch().orElse(""),
                        BIRTH.name(), Wareki.format(question.birth()),
                        DAY.name(), day(visit, today)))
                .orElseGet(() -> Map.of(DAY.name(), day(visit, today)));
        return echo(typed, List.of(), today);
    }

    /* The day of the visit, not the day on which its number became known. */
    private static String day(Visit visit, LocalDate today) {
        return visit.day().equals(today) ? "" : Wareki.format(visit.day());
    }

    private static Map<String, Text> understood(Map<String, String> typed, LocalDate today) {
        Map<String, Text> said = new HashMap<>();
        value(InsurerNumber.parse("", at(typed, INSURER)))
                .ifPresent(number -> said.put(INSURER.name(), insurer(number)));
        value(day(at(typed, DAY), today)).ifPresent(day -> said.put(DAY.name(), day(day, today)));
        value(Wareki.parse("", at(typed, BIRTH)).then(birth -> born(birth, today)))
                .ifPresent(birth -> said.put(BIRTH.name(), Days.birth(birth, today)));
        value(InsuredId.parse("138016", "", "1", at(typed, BRANCH)).map(InsuredId::branch))
                .flatMap(branch -> branch)
                .ifPresent(branch -> said.put(BRANCH.name(), Text.same(branch)));
        narrowed(typed, NUMBER).ifPresent(number -> said.put(NUMBER.name(), number));
        narrowed(typed, SYMBOL).ifPresent(symbol -> said.put(SYMBOL.name(), symbol));
        return said;
    }

    private static Text insurer(InsurerNumber number) {
        Text scheme = number.scheme().label();
        return number.scheme() == Scheme.LATE_ELDERLY
                ? new Text(scheme.ja() + "（記号と枝番はありません）", scheme.en() + " (no symbol, no branch)")
                : scheme;
    }

    private static Text day(LocalDate day, LocalDate today) {
        long ago = ChronoUnit.DAYS.between(day, today);
        Text era = Days.era(day);
        if (ago == 0) {
            return new Text(era.ja() + "（今日）", era.en() + " (today)");
        }
        return ago > 0
                ? new Text(era.ja() + "（" + ago + "日前）", era.en() + " (" + ago + " days ago)")
                : new Text(era.ja() + "（" + -ago + "日後）", era.en() + " (in " + -ago + " days)");
    }

    private static Optional<Text> narrowed(Map<String, String> typed, Field field) {
        String narrow = Typed.halfWidth(at(typed, field));
        return narrow.isEmpty() || narrow.equals(at(typed, field)) ? Optional.empty() : Optional.of(Text.same(narrow));
    }

    private static <T> Optional<T> value(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Value<T>(var value) -> Optional.of(value);
            case Parsed.Faults<T> faults -> Optional.empty();
        };
    }

    private static String at(Map<String, String> typed, Field field) {
        return typed.getOrDefault(field.name(), "");
    }
}
