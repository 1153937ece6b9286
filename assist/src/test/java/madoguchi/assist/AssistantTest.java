package madoguchi.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import madoguchi.core.Text;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.policy.RuleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the assistant says. The days and hours are those of the sources (S1 「問い合わせ先」, S0, S3). */
class AssistantTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final RuleBook BOOK = RuleBook.bundled();
    private static final Assistant ASSISTANT = new Assistant(
            AssistantTest::policy,
            List.of(new OwnCode(
                    "X-NET", new Text("回線の障害です。", "The line is down."), new Text("受付へ。", "Ask at the desk."))));

    private static Policy policy() {
        return new Policy(BOOK);
    }

    @Test
    void aCodeWithKnownMeaningComesWithCauseRemedyMakersSourceAndSheet() {
        Advice advice = ask("エラー０１１");
        Advice.CodeAdvice code = advice.codes().getFirst();
        assertThat(code.code()).isEqualTo("011");
        assertThat(code.meaning().orElseThrow().answer().ja()).isEqualTo("資格確認端末の不良です。");
        assertThat(code.remedy().orElseThrow().id()).isEqualTo("R-FB-09");
        assertThat(code.remedy().orElseThrow().sources().toString()).contains("チャットボット（シカク君）");
        assertThat(code.makers()).hasSize(5).anyMatch(maker -> maker.ja().contains("Hi-CARA"));
        assertThat(advice.print()).contains("check-sheet");
        assertThat(advice.next().orElseThrow().id()).isEqualTo("R-FB-09");
    }

    @Test
    void aCodeNobodyPublishedIsSaidToBeUnknownAndStillHasANextStep() {
        Advice advice = ask("error code 005");
        assertThat(advice.codes().getFirst().meaning()).isEmpty();
        assertThat(advice.codes().getFirst().remedy().orElseThrow().id()).isEqualTo("R-FB-08");
    }

    @Test
    void theReadersOwnCodesAreNotTakenForOfficialOnes() {
        Advice.CodeAdvice code = ask("x-net").codes().getFirst();
        assertThat(code.meaning().orElseThrow().title().ja()).contains("公式の番号ではありません");
    }

    @Test
    void theRuleOfTheDayIsInForceAndTheOneBeforeHasEndedOld13Old16() {
        assertThat(standing("R-OLD-16", LocalDate.of(2026, 3, 31))).contains(Advice.Standing.FUTURE);
        assertThat(standing("R-OLD-16", LocalDate.of(2026, 4, 1))).contains(Advice.Standing.IN_FORCE);
        assertThat(standing("R-OLD-13", LocalDate.of(2026, 3, 31))).contains(Advice.Standing.IN_FORCE);
        assertThat(standing("R-OLD-13", LocalDate.of(2026, 4, 1))).contains(Advice.Standing.PAST);
        assertThat(ASSISTANT.ask("R-OLD-13", FRIDAY, FRIDAY.atTime(9, 0)).answers().stream()
                        .filter(answer -> answer.entry().id().equals("R-OLD-13"))
                        .findFirst()
                        .orElseThrow()
                        .days()
                        .ja())
                .isEqualTo("2025-12-02から2026-03-31まで");
    }

    private static Optional<Advice.Standing> standing(String id, LocalDate day) {
        return ASSISTANT.ask(id, day, day.atTime(9, 0)).answers().stream()
                .filter(answer -> answer.entry().id().equals(id))
                .map(Advice.Answer::standing)
                .findFirst();
    }

    @Test
    void theCentreAnswersInItsHoursOnlyAndNotOnHolidaysSup01() {
        assertThat(centre(FRIDAY.atTime(7, 59))).isEqualTo(Contact.Standing.CLOSED);
        assertThat(centre(FRIDAY.atTime(8, 0))).isEqualTo(Contact.Standing.OPEN);
        assertThat(centre(FRIDAY.atTime(17, 59))).isEqualTo(Contact.Standing.OPEN);
        assertThat(centre(FRIDAY.atTime(18, 0))).isEqualTo(Contact.Standing.CLOSED);
        assertThat(centre(LocalDateTime.of(2026, 11, 21, 15, 59)))
                .as("Saturday")
                .isEqualTo(Contact.Standing.OPEN);
        assertThat(centre(LocalDateTime.of(2026, 11, 21, 16, 0))).as("Saturday").isEqualTo(Contact.Standing.CLOSED);
        assertThat(centre(LocalDateTime.of(2026, 11, 22, 12, 0))).as("Sunday").isEqualTo(Contact.Standing.CLOSED);
        assertThat(centre(LocalDateTime.of(2026, 11, 23, 12, 0)))
                .as("勤労感謝の日, a Monday")
                .isEqualTo(Contact.Standing.CLOSED);
        assertThat(centre(LocalDateTime.of(2026, 9, 22, 12, 0)))
                .as("国民の休日 between two holidays")
                .isEqualTo(Contact.Standing.CLOSED);
    }

    private static Contact.Standing centre(LocalDateTime now) {
        return contact("リーダーが起動しない", now).standing();
    }

    private static Contact contact(String question, LocalDateTime now) {
        return ASSISTANT.ask(question, now.toLocalDate(), now).contact().orElseThrow();
    }

    @Test
    void theNumberIsTheOneForTheMatter() {
        assertThat(contact("カードリーダーが起動しない", FRIDAY.atTime(9, 0)).number()).contains("0800-080-4583");
        Contact lost = contact("マイナンバーカードを紛失した", LocalDateTime.of(2026, 11, 22, 3, 0));
        assertThat(lost.number()).contains("0120-95-0178");
        assertThat(lost.standing()).isEqualTo(Contact.Standing.OPEN);
    }

    @Test
    void widthKanaAndWaysOfWritingMakeNoDifference() {
        String plain = first("黒丸のまま請求できますか");
        assertThat(plain).isEqualTo("FAQ-S1-5");
        assertThat(List.of("くろまるのまま請求できますか", "●のまま請求できますか", "●●のまま請求できますか"))
                .allSatisfy(way -> assertThat(first(way)).isEqualTo(plain));
        assertThat(first("ﾊﾟｽｺｰﾄﾞを忘れた")).isEqualTo(first("パスコードを忘れた"));
        assertThat(first("BLACK CIRCLES in the name")).isEqualTo(first("black circle in the name"));
    }

    private static String first(String question) {
        return ask(question).answers().getFirst().entry().id();
    }

    @Test
    void whatIsNotKnownIsNotAnswered() {
        assertThat(ask("駐車場はどこですか").found()).isFalse();
        assertThat(ask("what is for lunch").found()).isFalse();
        assertThat(ask("電子処方箋の引換番号").found()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    カードが読めず、後ろに人が並んでいます     | R-FB-01        | 0800-080-4583
                    the card cannot be read and there is a queue | R-FB-01        | 0800-080-4583
                    スマホの電子証明書が切れている           | M-CERT.phone-expired | 0120-95-0178
                    the certificate on the phone has expired | M-CERT.phone-expired | 0120-95-0178
                    カードのない新生児                       | R-UNK-04       | 0800-080-4583
                    newborn without card                     | R-UNK-04       | 0800-080-4583
                    DVの患者で資格情報がないと出る           | R-INV-02       | 0800-080-4583
                    domestic violence, nothing is found      | R-INV-02       | 0800-080-4583
                    地震の災害で何も持っていない             | R-FB-09        | 0800-080-4583
                    disaster, patient comes with nothing     | R-FB-09        | 0800-080-4583
                    """)
    void aSituationGivesTheRuleTheNextStepTheNumberWithItsHoursAndAPrint(String question, String rule, String number) {
        Advice advice = ask(question);
        assertThat(advice.found()).isTrue();
        assertThat(advice.answers().stream()
                        .limit(3)
                        .flatMap(answer -> Stream.concat(Stream.of(answer.entry()), answer.rules().stream())))
                .anyMatch(entry -> entry.isAbout(rule));
        assertThat(advice.next()).isPresent();
        assertThat(advice.contact().orElseThrow().number()).contains(number);
        assertThat(advice.contact().orElseThrow().says().ja()).containsPattern("[0-9]+時");
        assertThat(advice.print()).isPresent();
    }

    @Test
    void whatNoSourceSaysOfADisasterIsMarkedAsOurReading() {
        assertThat(ask("地震の災害で何も持っていない").answers().getFirst().entry())
                .satisfies(entry -> assertThat(entry.certain()).isFalse())
                .satisfies(entry -> assertThat(entry.answer().ja()).contains("出典にありません"));
    }

    @Test
    void everyAnswerNamesItsSource() {
        for (String question : List.of("R-BLK-01", "期限切れの保険証", "受給者証", "phone only", "申立書", "利用率")) {
            assertThat(ask(question).answers())
                    .isNotEmpty()
                    .allSatisfy(answer -> assertThat(answer.entry().sources())
                            .isNotEmpty()
                            .allSatisfy(source -> assertThat(source.ja()).isNotBlank()));
        }
    }

    @Test
    void whenTheRulesChangeTheIndexFollows() {
        AtomicReference<Policy> inForce = new AtomicReference<>(new Policy(BOOK));
        Assistant assistant = new Assistant(inForce::get, List.of());
        assertThat(sentences(assistant, "湯呑みを出す")).noneMatch(sentence -> sentence.contains("湯呑み"));
        List<RuleSource> changed = RuleBook.bundledFiles().stream()
                .map(file ->
                        new RuleSource(file.name(), file.text().replace("センターは日曜・祝日は休みです。", "センターは日曜・祝日は湯呑みを出します。")))
                .toList();
        inForce.set(new Policy(RuleBook.read(changed).orElseThrow()));
        assertThat(sentences(assistant, "湯呑みを出す")).anyMatch(sentence -> sentence.contains("湯呑みを出します"));
    }

    private static List<String> sentences(Assistant assistant, String question) {
        return assistant.ask(question, FRIDAY, FRIDAY.atTime(9, 0)).answers().stream()
                .map(answer -> answer.entry().answer().ja())
                .toList();
    }

    private static Advice ask(String question) {
        return ASSISTANT.ask(question, FRIDAY, FRIDAY.atTime(9, 12));
    }
}
