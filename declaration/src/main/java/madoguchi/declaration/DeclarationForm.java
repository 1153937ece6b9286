package madoguchi.declaration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Sex;
import madoguchi.core.Text;
import madoguchi.core.Typed;
import madoguchi.core.Wareki;
import madoguchi.web.Form;

/** 申立書の入力 – reads what was typed, all faults at once, and says what it understood. Pure. */
final class DeclarationForm {

    /** The box 「本人以外が署名した」. */
    static final String BY_ANOTHER = "by-another";

    /** The box 「空欄のまま保存する」. */
    static final String INCOMPLETE = "incomplete";

    /** The field for {@link HowEntered}. */
    static final String ENTERED = "entered";

    private static final String TICKED = "on";

    /** What still fits into its place on paper, in characters. */
    private static final int WORD = 20;

    private static final int SHORT = 50;

    private static final int LONG = 100;

    /** A phone number: with the longest of other countries fifteen digits, signs between them as people write them. */
    private static final Pattern PHONE = Pattern.compile("[+(]?\\d(?:[ ()-]{0,2}\\d){8,14}");

    private static final Text FUTURE =
            new Text("今日より後の日付です。元号と年を見直してください。", "The day lies in the future. Check era and year.");
    private static final Text MY_NUMBER = new Text(
            "12桁の個人番号（マイナンバー）は入力できません。入力は消しました。カードの裏面ではなく表面を写してください。",
            "The 12-digit My Number must not be entered; it was removed. Copy the front of the card, not its back.");

    private DeclarationForm() {}

    /** The declaration; faults name the fields. Fields that the rules of {@code today} require are faults when empty; those they only ask for are not. */
    static Parsed<Declaration> read(Map<String, String> typed, LocalDate today, FieldRules rules) {
        List<Problem> problems = new ArrayList<>();
        typed.forEach((field, text) -> {
            if (MyNumbers.isIn(text)) {
                problems.add(new Problem(field, MY_NUMBER));
            }
        });
        Reading reading = new Reading(typed, today, problems);
        Declaration said = reading.declaration();
        Predicate<DeclarationField> isFaulty =
                field -> problems.stream().anyMatch(problem -> problem.place().equals(field.word()));
        said.gaps(rules, today).stream()
                .filter(gap -> gap.refuses(reading.isTicked(INCOMPLETE)))
                .filter(gap -> !isFaulty.test(gap.field()))
                .toList()
                .forEach(gap -> problems.add(new Problem(gap.field().word(), missing(gap))));
        return problems.isEmpty() ? Parsed.of(said) : new Parsed.Faults<>(problems);
    }

    private static Text missing(Gap gap) {
        Text label = gap.field().label();
        Text why = gap.requirement().why();
        return new Text(label.ja() + "が空です。" + why.ja(), label.en() + " is empty. " + why.en());
    }

    /** The form again, with every keystroke but a My Number, all faults, and what was understood. */
    static Form echo(Map<String, String> typed, List<Problem> problems, LocalDate today) {
        Map<String, String> shown = new HashMap<>(typed);
        shown.replaceAll((field, text) -> MyNumbers.isIn(text) ? "" : text);
        return new Form(shown, problems, understood(shown, today));
    }

    private static Map<String, Text> understood(Map<String, String> typed, LocalDate today) {
        Map<String, Text> said = new HashMap<>();
        Reading reading = new Reading(typed, today, new ArrayList<>());
        reading.pastDay(DeclarationField.BIRTH_DATE).ifPresent(day -> said.put("birth-date", Days.birth(day, today)));
        reading.pastDay(DeclarationField.DATE).ifPresent(day -> said.put("date", Days.era(day)));
        reading.phone()
                .filter(phone -> !phone.equals(reading.at("phone")))
                .ifPresent(phone -> said.put("phone", Text.same(phone)));
        return said;
    }

    /** The sheet with a declaration on it, to be corrected. */
    static Form filled(Kept.Version version, LocalDate today) {
        Map<String, String> typed = new HashMap<>(typed(version.said()));
        typed.put(ENTERED, version.entered().word());
        return echo(typed, List.of(), today);
    }

    /** A fresh sheet with what the desk knows, dated today. */
    static Form fresh(CardFace known, LocalDate today) {
        Map<String, String> typed = new HashMap<>(typed(known));
        typed.put("date", Wareki.format(today));
        typed.put(ENTERED, HowEntered.ON_SCREEN.word());
        return echo(typed, List.of(), today);
    }

    private static Map<String, String> typed(Declaration said) {
        Map<String, String> typed = new HashMap<>(typed(said.card()));
        if (said.insurance().held()) {
            typed.put("has-insurance", TICKED);
        }
        said.insurance().kind().ifPresent(kind -> typed.put("insurance-kind", kind.word()));
        said.insurance().insurerName().ifPresent(name -> typed.put("insurer-name", name));
        said.insurance().employerName().ifPresent(name -> typed.put("employer", name));
        said.insurance().issued().ifPresent(issued -> typed.put("issued-when", issued.word()));
        said.insurance().share().ifPresent(share -> typed.put("copayment-rate", share.word()));
        said.day().ifPresent(day -> typed.put("date", Wareki.format(day)));
        said.signature().signer().ifPresent(signer -> typed.put("signature", signer));
        if (said.signature().byAnother()) {
            typed.put(BY_ANOTHER, TICKED);
        }
        said.signature().relation().ifPresent(relation -> typed.put("relation", relation));
        said.phone().ifPresent(phone -> typed.put("phone", phone));
        return typed;
    }

    private static Map<String, String> typed(CardFace card) {
        Map<String, String> typed = new HashMap<>();
        card.name().ifPresent(name -> typed.put("name", name));
        card.kana().ifPresent(kana -> typed.put("kana", kana));
        card.birth().ifPresent(birth -> typed.put("birth-date", Wareki.format(birth)));
        card.sex().ifPresent(sex -> typed.put("sex", sex.code()));
        card.address().ifPresent(address -> typed.put("address", address));
        card.otherAddress().ifPresent(address -> typed.put("other-address", address));
        return typed;
    }

    /** One sheet being read; what cannot be read is absent and a problem. */
    private record Reading(Map<String, String> typed, LocalDate today, List<Problem> problems) {

        Declaration declaration() {
            return new Declaration(insurance(), card(), pastDay(DeclarationField.DATE), signature(), phone());
        }

        private StatedInsurance insurance() {
            return new StatedInsurance(
                    isTicked("has-insurance"),
                    Choice.find(InsuranceKind.class, at("insurance-kind")),
                    line(DeclarationField.INSURER_NAME, SHORT),
                    line(DeclarationField.EMPLOYER, SHORT),
                    Choice.find(IssuedWhen.class, at("issued-when")),
                    Choice.find(StatedShare.class, at("copayment-rate")));
        }

        private CardFace card() {
            return new CardFace(
                    line(DeclarationField.NAME, SHORT),
                    line(DeclarationField.KANA, SHORT),
                    pastDay(DeclarationField.BIRTH_DATE),
                    List.of(Sex.MALE, Sex.FEMALE).stream()
                            .filter(sex -> sex.code().equals(at("sex")))
                            .findFirst(),
                    line(DeclarationField.ADDRESS, LONG),
                    line(DeclarationField.OTHER_ADDRESS, LONG));
        }

        private Signature signature() {
            boolean byAnother = isTicked(BY_ANOTHER);
            return new Signature(
                    line(DeclarationField.SIGNATURE, SHORT),
                    byAnother,
                    line(DeclarationField.RELATION, WORD).filter(relation -> byAnother));
        }

        Optional<String> phone() {
            Optional<String> phone = line(DeclarationField.PHONE, SHORT).map(Typed::halfWidth);
            if (phone.isPresent() && !PHONE.matcher(phone.get()).matches()) {
                problems.add(Problem.at(
                        "phone",
                        "電話番号として読めません。例: 090-0000-0000、0300000000",
                        "Not readable as a phone number. Examples: 090-0000-0000, 0300000000"));
                return Optional.empty();
            }
            return phone;
        }

        Optional<LocalDate> pastDay(DeclarationField field) {
            String text = at(field.word());
            if (text.isBlank()) {
                return Optional.empty();
            }
            return switch (Wareki.parse(field.word(), text)) {
                case Parsed.Faults<LocalDate>(var faults) -> {
                    problems.addAll(faults);
                    yield Optional.empty();
                }
                case Parsed.Value<LocalDate>(var day) -> {
                    if (day.isAfter(today)) {
                        problems.add(new Problem(field.word(), FUTURE));
                        yield Optional.empty();
                    }
                    yield Optional.of(day);
                }
            };
        }

        /* A line of text with its code points as they are; only what nobody can see at its ends or inside goes. */
        private Optional<String> line(DeclarationField field, int longest) {
            String line = at(field.word()).replaceAll("\\p{Cntrl}", "").strip();
            if (line.codePointCount(0, line.length()) > longest) {
                problems.add(
                        Problem.at(field.word(), longest + "文字以内で入力してください。", "At most " + longest + " characters."));
            }
            return Optional.of(line).filter(text -> !text.isEmpty());
        }

        private boolean isTicked(String field) {
            return at(field).equals(TICKED);
        }

        String at(String field) {
            return typed.getOrDefault(field, "");
        }
    }
}
