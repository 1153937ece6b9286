package madoguchi.facilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-AID, by the tables in force: amounts as policy-timeline.md §1.13 has them. */
class GrantsTest {

    private static final Grants GRANTS = new Grants(TinyFacilities.RULES);

    private static Parsed<Granted> asked(String day, String programme, String kind, String costs, String... drawn) {
        return GRANTS.ask(new GrantQuestion(
                LocalDate.parse(day),
                programme,
                kind,
                Arrays.stream(costs.split(" "))
                        .filter(cost -> !cost.isEmpty())
                        .map(Long::valueOf)
                        .toList(),
                Set.of(drawn)));
    }

    private static Granted granted(String day, String programme, String kind, String costs, String... drawn) {
        return asked(day, programme, kind, costs, drawn).orElseThrow();
    }

    /** The full cost of the source gives its limit; more gives no more; a small cost gives its part, whole yen. */
    @ParameterizedTest
    @CsvSource({
        "phone-reader, hospital, 14000 14000 14000, 21000",
        "phone-reader, hospital, 20000, 7000",
        "phone-reader, clinic, 14000, 7000",
        "phone-reader, pharmacy, 9999, 4999",
        "home-outpatient, hospital, 822000, 411000",
        "home-outpatient, hospital, 9000000, 411000",
        "home-outpatient, large-chain-pharmacy, 171000, 85000",
        "home-outpatient, clinic, 171000, 128000",
        "home-outpatient, clinic, 100000, 75000",
        "home-visit, pharmacy, 171000, 128000",
        "online-care, hospital, 781000, 390000",
        "online-care, large-chain-pharmacy, 130000, 65000",
        "online-care, clinic, 130000, 97000",
        "verification-only, clinic, 40000, 30000",
        "verification-only, hospital, 999999, 31000"
    })
    void theAmountIsTheRateOfTheCostUpToTheLimit(String programme, String kind, String costs, long yen) {
        assertThat(granted("2026-01-15", programme, kind, costs).amountYen()).contains(yen);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-28, phone-reader, closed",
        "2025-08-29, phone-reader, coupons",
        "2026-01-31, phone-reader, coupons",
        "2026-02-01, phone-reader, closed",
        "2026-01-15, home-visit, granted",
        "2026-01-16, home-visit, closed"
    })
    void theDeadlineIsTheLastDay(String day, String programme, String verdict) {
        Granted granted = granted(day, programme, "clinic", "10000");
        assertThat(granted.verdict()).isEqualTo(verdict);
        assertThat(granted.isOpen()).isEqualTo(!verdict.equals("closed"));
        if (verdict.equals("closed")) {
            assertThat(granted.amountYen()).isEmpty();
            assertThat(granted.deadline()).isEmpty();
        } else {
            assertThat(granted.deadline())
                    .contains(LocalDate.parse(programme.equals("phone-reader") ? "2026-01-31" : "2026-01-15"));
        }
    }

    @Test
    void theOutpatientGrantIsDrawnOnceAndExcludesOnlineCareButHomeVisitsAndOnlineCareGoTogether() {
        assertThat(granted("2025-11-19", "home-outpatient", "clinic", "171000", "home-outpatient")
                        .verdict())
                .isEqualTo("excluded");
        Granted online = granted("2025-11-19", "online-care", "clinic", "130000", "home-outpatient");
        assertThat(online.verdict()).isEqualTo("excluded");
        assertThat(online.amountYen()).isEmpty();
        assertThat(online.pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.rule()).isEqualTo("R-AID-03.same"));
        assertThat(granted("2025-11-19", "online-care", "clinic", "130000", "home-visit")
                        .amountYen())
                .contains(97000L);
    }

    @Test
    void whatTheSourcesLeaveOpenIsShownAsOpen() {
        Granted pharmacy = granted("2025-11-19", "card-integration", "pharmacy", "100000");
        assertThat(pharmacy.certain()).isFalse();
        assertThat(pharmacy.capYen()).contains(54000);
        assertThat(pharmacy.amountYen()).isEqualTo(Optional.empty());
    }

    @Test
    void allFaultsOfAQuestionAreTold() {
        assertThat(asked("2025-11-19", "moon", "castle", "1").problems().stream()
                        .map(Problem::place))
                .isEqualTo(List.of("programme", "facility-kind"));
        assertThat(asked("2025-11-19", "phone-reader", "clinic", "1 2").problems())
                .hasSize(1);
        assertThat(asked("2025-11-19", "phone-reader", "hospital", "1 2 3 4").problems())
                .hasSize(1);
    }
}
