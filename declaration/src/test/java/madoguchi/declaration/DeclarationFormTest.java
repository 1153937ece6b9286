package madoguchi.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.web.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clerk types, forgiven where it can be and refused where it must be. */
class DeclarationFormTest {

    /** Invented; its check digit fits. */
    private static final String MY_NUMBER = "000000000019";

    private final FieldRules rules = new SampleRules();

    @Test
    void aSheetIsReadAsItWasMeantAndItsNamesKeepTheirCharacters() {
        assertThat(read(Sample.typed()).orElseThrow()).isEqualTo(Sample.YOSHIKO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "昭和62年4月12日",
                "S62.4.12",
                "Ｓ６２．４．１２",
                "s620412",
                "3620412",
                "1987-04-12",
                "１９８７年４月１２日",
                "19870412"
            })
    void datesAreReadInErasAndInWesternYears(String written) {
        Declaration said = read(with("birth-date", written)).orElseThrow();
        assertThat(said.card().birth()).contains(LocalDate.of(1987, 4, 12));
    }

    @Test
    void theSheetSaysWhatItUnderstood() {
        Form form = DeclarationForm.echo(with("birth-date", "S62.4.12"), List.of(), Sample.DAY);
        assertThat(form.understood("birth-date").orElseThrow().ja()).isEqualTo("昭和62年4月12日（39歳）");
        assertThat(form.understood("phone").orElseThrow().ja()).isEqualTo("090-0000-1234");
    }

    @Test
    void allFaultsAreSaidAtOnceAndNothingTypedIsLost() {
        Map<String, String> typed = Sample.typed();
        typed.put("birth-date", "昭和99年4月12日");
        typed.put("date", "令和9年1月1日");
        typed.put("phone", "なし");
        typed.put("relation", "");
        typed.put("name", "髙".repeat(51));
        typed.remove("has-insurance");
        List<Problem> problems = read(typed).problems();
        assertThat(problems)
                .extracting(Problem::place)
                .containsExactlyInAnyOrder("birth-date", "date", "phone", "relation", "name", "has-insurance");
        Form form = DeclarationForm.echo(typed, problems, Sample.DAY);
        assertThat(form.typed()).isEqualTo(typed);
    }

    /** R-UNK-01: only for people with valid insurance. R-UNK-07, R-UNK-11: kind, and the face of the card. */
    @ParameterizedTest
    @ValueSource(strings = {"has-insurance", "insurance-kind", "name", "birth-date", "phone", "kana", "sex", "address"})
    void whatTheTableRequiresIsRefusedWhenEmpty(String field) {
        Map<String, String> typed = Sample.typed();
        typed.remove(field);
        assertThat(read(typed).problems()).extracting(Problem::place).containsExactly(field);
    }

    /** R-UNK-08, and the form's own 可能な範囲で: a patient without a phone is not sent away. */
    @Test
    void whatAPatientCannotSayMayStayEmptyWhenAClerkSaysSo() {
        Map<String, String> typed = with("phone", "");
        typed.put("incomplete", "on");
        assertThat(gaps(typed)).containsExactly("phone REQUIRED R-UNK-08");

        typed.remove("insurance-kind");
        typed.remove("has-insurance");
        typed.put("birth-date", "昭和99年4月12日");
        assertThat(read(typed).problems())
                .extracting(Problem::place)
                .containsExactlyInAnyOrder("has-insurance", "insurance-kind", "birth-date");
    }

    /** R-UNK-09, form ※1: asked for, never refused. */
    @Test
    void theEmployerIsAskedForOnlyWhereTheInsuranceHasOne() {
        for (String kind : List.of("employees", "national", "other", "unknown")) {
            assertThat(gaps(withoutEmployer(kind))).containsExactly("employer ASKED R-UNK-09");
        }
        assertThat(gaps(withoutEmployer("late-elderly")).stream().filter(gap -> gap.startsWith("employer")))
                .isEmpty();
    }

    /** R-UNK-10, form ※2. */
    @Test
    void theShareIsRequiredFromSeventyAndInLateElderlyCare() {
        Map<String, String> typed = Sample.typed();
        typed.remove("copayment-rate");
        assertThat(read(typed).problems()).isEmpty();

        typed.put("birth-date", "1956-11-23");
        assertThat(read(typed).problems()).isEmpty();
        typed.put("birth-date", "1956-11-22");
        assertThat(read(typed).problems()).extracting(Problem::place).containsExactly("copayment-rate");
        typed.put("copayment-rate", "unknown");
        assertThat(read(typed).problems()).isEmpty();

        Map<String, String> younger = with("insurance-kind", "late-elderly");
        younger.remove("copayment-rate");
        assertThat(read(younger).problems()).extracting(Problem::place).containsExactly("copayment-rate");
    }

    /** R-UNK-11, form ※3: there may be no other address. */
    @Test
    void noOtherAddressIsNoGap() {
        assertThat(gaps(with("other-address", ""))).isEmpty();
    }

    /** R-UNK-12, form ※5. */
    @Test
    void theRelationIsNeededOnlyWhenSomebodyElseSigned() {
        Map<String, String> typed = with("relation", "");
        assertThat(read(typed).problems()).extracting(Problem::place).containsExactly("relation");
        typed.remove("by-another");
        assertThat(read(typed).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MY_NUMBER,
                "0000 0000 0019",
                "0000-0000-0019",
                "００００００００００１９",
                "番号は000000000019です",
                "0 0 0 0 0 0 0 0 0 0 1 9"
            })
    void aMyNumberIsRefusedInEveryFieldAndNeverShownAgain(String written) {
        for (String field : Sample.typed().keySet()) {
            Map<String, String> typed = with(field, written);
            List<Problem> problems = read(typed).problems();
            assertThat(problems).extracting(Problem::place).contains(field);
            assertThat(problems.toString()).contains("個人番号").doesNotContain("0019", written);
            Form form = DeclarationForm.echo(typed, problems, Sample.DAY);
            assertThat(form.typed().toString() + form.understood()).doesNotContain("0019", written);
            assertThat(form.value(field)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000018", "0000000000190", "架空区1-2-3 000-0001 4567", "090-0000-1234"})
    void otherDigitsAreNoMyNumber(String written) {
        assertThat(MyNumbers.isIn(written)).isFalse();
    }

    @Test
    void whatWasReadIsWrittenBackTheSame() {
        Kept.Version version = new Kept.Version(Sample.MORNING, "yamamoto", HowEntered.FROM_PAPER, Sample.YOSHIKO);
        Form form = DeclarationForm.filled(version, Sample.DAY);
        assertThat(form.value("entered")).isEqualTo("from-paper");
        assertThat(read(form.typed()).orElseThrow()).isEqualTo(Sample.YOSHIKO);
    }

    @Test
    void noValueOfADeclarationIsPrintedIntoALog() {
        assertThat(Sample.YOSHIKO.toString() + Sample.CARD + Sample.YOSHIKO.insurance() + Sample.YOSHIKO.signature())
                .doesNotContain("髙", "1987", "見本");
    }

    private Parsed<Declaration> read(Map<String, String> typed) {
        return DeclarationForm.read(typed, Sample.DAY, rules);
    }

    /* The gaps of a sheet that is not refused. */
    private List<String> gaps(Map<String, String> typed) {
        List<Gap> gaps = read(typed).orElseThrow().gaps(rules, Sample.DAY);
        return gaps.stream()
                .map(gap -> gap.field().word() + " " + gap.requirement().level() + " "
                        + gap.requirement().ruleId())
                .toList();
    }

    private static Map<String, String> with(String field, String written) {
        Map<String, String> typed = Sample.typed();
        typed.put(field, written);
        return typed;
    }

    private static Map<String, String> withoutEmployer(String kind) {
        Map<String, String> typed = with("insurance-kind", kind);
        typed.put("employer", "");
        return typed;
    }
}
