package madoguchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.core.SubsidyAnswer.Absence;
import madoguchi.core.SubsidyDifference.Changed;
import madoguchi.core.SubsidyDifference.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubsidyDifferenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final SubsidyCertificate INTRACTABLE =
            certificate("54139993", "5400015", 5_000, LocalDate.of(2026, 12, 31));
    private static final SubsidyCertificate CHILD = certificate("88139993", "3100013", 0, LocalDate.of(2033, 3, 31));

    @Test
    void aCertificateThatIsNewIsAdded() {
        SubsidyDifference difference = between(List.of(), found(INTRACTABLE));
        assertThat(difference.added()).containsExactly(INTRACTABLE);
        assertThat(difference.isChange()).isTrue();
    }

    @Test
    void theSameIsNoChange() {
        assertThat(between(List.of(INTRACTABLE), found(INTRACTABLE)).isChange()).isFalse();
    }

    @Test
    void aRenewalWithAnotherCeilingIsAChangeOfTheseTwoItemsAndNoOther() {
        SubsidyCertificate renewed = certificate("54139993", "5400015", 10_000, LocalDate.of(2027, 12, 31));
        assertThat(between(List.of(INTRACTABLE), found(renewed)).changed())
                .containsExactly(new Changed(INTRACTABLE, renewed, List.of(Item.VALID, Item.CEILINGS)));
    }

    @Test
    void oneThatIsOverByItsOwnPeriodEndsAndOneThatIsNotOnlyWasNotTold() {
        SubsidyCertificate over = certificate("52139995", "5200019", 0, LocalDate.of(2026, 11, 20));
        SubsidyDifference difference = between(List.of(over, CHILD), found(INTRACTABLE));
        assertThat(difference.ended()).containsExactly(over);
        assertThat(difference.untold()).containsExactly(CHILD);
    }

    @Test
    void theLastValidDayIsNotYetTheEnd() {
        SubsidyCertificate today = certificate("52139995", "5200019", 0, DAY);
        assertThat(between(List.of(today), found(INTRACTABLE)).ended()).isEmpty();
    }

    static Stream<SubsidyAnswer> allButFound() {
        return Stream.concat(
                Stream.of(
                        new SubsidyAnswer.NotAsked(),
                        new SubsidyAnswer.Unreachable(Answer.Cause.TIMEOUT, new Text("時間切れ", "timed out"))),
                Arrays.stream(Absence.values()).map(SubsidyAnswer.Nothing::new));
    }

    @ParameterizedTest
    @MethodSource("allButFound")
    void onlyAFoundAnswerEverChangesWhatIsStored(SubsidyAnswer told) {
        SubsidyCertificate over = certificate("52139995", "5200019", 0, LocalDate.of(2020, 3, 31));
        SubsidyDifference difference = between(List.of(INTRACTABLE, CHILD, over), told);
        assertThat(difference.isChange()).isFalse();
        assertThat(difference.untold()).isEmpty();
        assertThat(difference.nothing()).contains(told);
    }

    @Test
    void anEmptyReplyOfAPeerHasThreePossibleCausesAndOursHasOne() {
        assertThat(between(List.of(), new SubsidyAnswer.Nothing(Absence.UNEXPLAINED))
                        .causes())
                .containsExactly(Absence.DECLINED, Absence.ENDED, Absence.SCHEME_NOT_CONNECTED);
        assertThat(between(List.of(), new SubsidyAnswer.Nothing(Absence.ENDED)).causes())
                .containsExactly(Absence.ENDED);
    }

    private static SubsidyDifference between(List<SubsidyCertificate> stored, SubsidyAnswer told) {
        return SubsidyDifference.between(stored, told, DAY);
    }

    private static SubsidyAnswer found(SubsidyCertificate... told) {
        return new SubsidyAnswer.Found(List.of(told));
    }

    private static SubsidyCertificate certificate(String payer, String recipient, long yen, LocalDate last) {
        return new SubsidyCertificate(
                "受給者証",
                "架空県",
                Optional.of(payer),
                Optional.of(new RecipientNumber(recipient)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                Period.through(LocalDate.of(2020, 1, 1), last),
                List.of(new Ceiling(CeilingKind.MEDICAL_DENTAL_ALL, Ceiling.Span.MONTH, yen, Optional.empty())),
                Set.of(),
                Optional.empty(),
                List.of());
    }
}
