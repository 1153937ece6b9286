package madoguchi.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A country of municipalities on one page. */
class ParticipantsViewTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final List<Onboarding> SCHEMES = IntStream.range(0, 1_400)
            .mapToObj(i -> new Onboarding(
                    new Participant(
                            Participant.Kind.SCHEME,
                            "%06d".formatted(i),
                            "CHILD",
                            "見本市" + i,
                            "マル子医療証",
                            "L13-88",
                            i < 183 ? Optional.of(LocalDate.of(2024, 4, 1)) : Optional.empty(),
                            Optional.empty()),
                    i < 200 ? 1 : 0,
                    Optional.empty()))
            .toList();

    private static ParticipantsView asked(String typed) {
        return ParticipantsView.of(SCHEMES, List.of(), typed, TODAY);
    }

    @Test
    void howManyStandWhereIsCountedOverAllAndTheRowsAreCutToWhatCanBeRead() {
        ParticipantsView all = asked("");
        assertThat(all.municipalities()).isEqualTo(1_400);
        assertThat(all.stages())
                .isEqualTo(Map.of(
                        Onboarding.Stage.LIVE,
                        183L,
                        Onboarding.Stage.REGISTERED,
                        17L,
                        Onboarding.Stage.PLANNED,
                        1_200L));
        assertThat(all.schemes()).hasSize(200);
        assertThat(all.moreSchemes()).isEqualTo(1_200);
    }

    @Test
    void oneIsFoundByNameOrCodeHoweverItIsTyped() {
        assertThat(asked("見本市１３９９").schemes()).hasSize(1);
        assertThat(asked("００１３９９ ").schemes()).hasSize(1);
        assertThat(asked("child").moreSchemes()).isEqualTo(1_200);
        assertThat(asked("どこにもない").schemes()).isEmpty();
        assertThat(asked("どこにもない").municipalities()).isEqualTo(1_400);
    }
}
