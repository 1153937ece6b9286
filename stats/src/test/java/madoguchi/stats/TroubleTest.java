package madoguchi.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.InquiryKind;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions 6 and 8 of seed 003, filled in by what happened. */
final class TroubleTest {

    private static final Instant NINE = Instant.parse("2025-12-05T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2025, 12, 5);

    @Test
    void aReceptionThatWentWellIsNoTroubleAndCostsNothing() {
        Trouble well = Trouble.of(reception(card(0, Happening.Result.ACTIVE, Optional.empty())));

        assertThat(well.isTrouble()).isFalse();
        assertThat(well.handlings()).isEmpty();
        assertThat(well.waited()).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            011,    READER
            X-NET,  READER
            X-FACE, READER
            006,    EXPIRED_CARD
            """)
    void theReadersCodeTellsTheDifficulty(String code, Difficulty difficulty) {
        assertThat(Trouble.of(reception(card(0, Happening.Result.NOBODY, Optional.of(code))))
                        .difficulties())
                .containsExactly(difficulty);
    }

    @Test
    void aPhoneThatCannotBeReadHereIsNoChoiceOfTheSurveyAndStillKept() {
        Trouble phone = Trouble.of(reception(
                card(0, Happening.Result.NOBODY, Optional.of("X-NOEQ")),
                new Happening.Showed(at(20), Shown.SMARTPHONE_ONLY_UNREADABLE),
                new Happening.Saw(at(150), EvidenceKind.PORTAL_SCREEN)));

        assertThat(phone.difficulties()).isEmpty();
        assertThat(phone.handlings()).containsExactly(Handling.PORTAL);
        assertThat(Help.bundled().stream().filter(help -> help.helps(phone)).map(Help::id))
                .containsExactly("phone-reader");
    }

    @Test
    void anUnreadableCardConfirmedByTheNoticeWaitedUntilTheClerkSawIt() {
        Trouble trouble = Trouble.of(reception(
                card(0, Happening.Result.NOBODY, Optional.of("011")),
                new Happening.Saw(at(200), EvidenceKind.NOTICE),
                // Hours later the desk asked again by itself: nobody waited for that.
                number(9_000, true)));

        assertThat(trouble.handlings()).containsExactly(Handling.NOTICE);
        assertThat(trouble.waited()).contains(Duration.ofSeconds(200));
        assertThat(trouble.codes()).containsExactly("011");
    }

    @Test
    void neitherScreenNorNoticeIsNoHandlingTheDeclarationAfterItIs() {
        assertThat(Trouble.of(reception(
                                card(0, Happening.Result.INACTIVE, Optional.empty()),
                                new Happening.Saw(at(60), EvidenceKind.NEITHER),
                                new Happening.Saw(at(300), EvidenceKind.DECLARATION)))
                        .handlings())
                .containsExactly(Handling.DECLARATION);
    }

    @Test
    void aDepositOfTheFullAmountIsTenTenths() {
        assertThat(Trouble.of(reception(
                                card(0, Happening.Result.NOT_FOUND, Optional.empty()),
                                new Happening.Decided(at(90), "deposit-full-amount")))
                        .handlings())
                .containsExactly(Handling.FULL_CHARGE);
    }

    @Test
    void aNoticeAloneLookedUpByNumberIsBothTroubleAndHandling() {
        Trouble notice = Trouble.of(reception(new Happening.Showed(at(0), Shown.NOTICE), number(45, false)));

        assertThat(notice.difficulties()).containsExactly(Difficulty.NOTICE_ONLY);
        assertThat(notice.handlings()).containsExactly(Handling.NOTICE);
        assertThat(notice.waited()).contains(Duration.ofSeconds(45));
    }

    @Test
    void circlesAndDifferencesAreReadOffTheAnswer() {
        Happening answer = new Happening.Answered(
                at(0),
                InquiryKind.CARD,
                false,
                Happening.Result.ACTIVE,
                Optional.empty(),
                true,
                Set.of(Difficulty.SHARE));

        assertThat(Trouble.of(reception(answer)).difficulties())
                .containsExactlyInAnyOrder(Difficulty.BLACK_CIRCLE, Difficulty.SHARE);
    }

    @Test
    void theReportCountsEveryChoiceOverTheSameBaseAndNamesTheCostliest() {
        List<Reception> receptions = List.of(
                reception(card(0, Happening.Result.ACTIVE, Optional.empty())),
                reception(
                        card(0, Happening.Result.NOBODY, Optional.of("011")),
                        new Happening.Saw(at(240), EvidenceKind.NOTICE)),
                reception(
                        card(0, Happening.Result.INACTIVE, Optional.empty()),
                        new Happening.Saw(at(60), EvidenceKind.ORAL_CONFIRMATION)),
                reception(card(0, Happening.Result.NOBODY, Optional.of("X-NET"))));

        TroubleReport report = TroubleReport.of(DAY, DAY, receptions);

        assertThat(report.troubled().receptions()).isEqualTo(3);
        TroubleReport.Cost reader = report.difficulty(Difficulty.READER).orElseThrow();
        assertThat(reader.receptions()).isEqualTo(2);
        assertThat(reader.unsettled()).isEqualTo(1);
        assertThat(reader.minutes()).isEqualTo("4.0");
        assertThat(reader.mean()).isEqualTo("4.0");
        assertThat(report.costliest()).containsExactly(Difficulty.READER, Difficulty.INACTIVE);
        assertThat(report.difficulty(Difficulty.COMPLAINT)).isEmpty();
        assertThat(TroubleCsv.of(report))
                .contains("6,カードリーダーの接続不良・認証エラー,2,4,4.0,4.0")
                .contains("6,他人の情報の紐づけ,,4,,")
                .contains("6,特にトラブルはない,1,4,0.0,0.0");
    }

    @Test
    void everyWordOfTheHelpsIsOneThatCanOccur() {
        assertThat(Help.bundled()).hasSize(5).allSatisfy(help -> {
            assertThat(help.difficulties()).allMatch(word -> Difficulty.of(word).isPresent());
            assertThat(help.shown()).allSatisfy(Shown::valueOf);
        });
    }

    private static Instant at(long seconds) {
        return NINE.plusSeconds(seconds);
    }

    private static Reception reception(Happening... happenings) {
        return new Reception("visit", NINE, List.of(happenings));
    }

    private static Happening card(long seconds, Happening.Result result, Optional<String> code) {
        return new Happening.Answered(at(seconds), InquiryKind.CARD, false, result, code, false, Set.of());
    }

    private static Happening number(long seconds, boolean byItself) {
        return new Happening.Answered(
                at(seconds), InquiryKind.NUMBER, byItself, Happening.Result.ACTIVE, Optional.empty(), false, Set.of());
    }
}
