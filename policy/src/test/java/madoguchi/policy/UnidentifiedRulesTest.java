package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** 不詳レセプト – the conditions, the eight remarks and the numbers; expected values from the seminar's slides and the notice behind X-08. */
final class UnidentifiedRulesTest {

    private static final Asking CONDITION = Asking.the("unidentified");
    private static final Asking REMARK = Asking.the("unidentified-remarks");
    private static final Asking NUMBER = Asking.the("unidentified-number");
    private static final String DAY = "2026-01-05";

    @Test
    void everyConditionHoldsForbidsOrIsFoundOutByItsState() {
        for (String condition : words(CONDITION, 0)) {
            assertThat(CONDITION.verdict(DAY, condition, "yes")).isEqualTo("holds");
            assertThat(CONDITION.verdict(DAY, condition, "no")).isEqualTo("forbids");
            assertThat(CONDITION.verdict(DAY, condition, "unknown")).isEqualTo("find-out");
        }
    }

    @Test
    void aReturningVisitIsConfirmedByWordOfMouthInstead() {
        assertThat(CONDITION.on(DAY, "first-visit", "no").then().next().ja()).contains("口頭で確認", "確認できた資格で請求");
    }

    @Test
    void twoDaysOfCareMeanAskingThePatient() {
        assertThat(CONDITION.on(DAY, "one-day", "no").then().next().ja()).contains("患者さんに連絡", "分かった資格で請求");
    }

    @Test
    void aNewbornIsAdvisedToObtainACertificate() {
        assertThat(CONDITION.on(DAY, "card-enrolled", "no").then().next().ja()).contains("新生児", "資格確認書の交付");
    }

    @Test
    void thereAreEightRemarksAndAllAreRequiredForEveryKindOfInsurance() {
        List<String> items = words(REMARK, 0);

        assertThat(items).hasSize(8);
        for (String item : items) {
            for (String kind : words(REMARK, 1)) {
                assertThat(REMARK.verdict(DAY, item, kind)).startsWith("required");
            }
        }
    }

    @Test
    void theRemarksCarryTheCodesOfTheMaster() {
        Set<Integer> codes = words(REMARK, 0).stream()
                .map(item -> REMARK.on(DAY, item, "employees").then().value("remark-code"))
                .collect(Collectors.toSet());

        assertThat(codes)
                .containsExactlyInAnyOrder(
                        820_000_246,
                        830_000_501,
                        830_000_502,
                        830_000_503,
                        830_000_504,
                        830_000_505,
                        830_000_507,
                        830_000_508);
        assertThat(REMARK.on(DAY, "address", "employees").then().value("continuation-code"))
                .isEqualTo(830_000_506);
    }

    @Test
    void theEmployerMaySayNoneOnlyForMunicipalInsuranceAndTheLateElderly() {
        assertThat(words(REMARK, 1).stream()
                        .filter(kind -> REMARK.verdict(DAY, "employer", kind).equals("required-may-say-none")))
                .containsExactly("national-municipal", "late-elderly");
    }

    @Test
    void sevensStandForTheNumbersAndTheLateElderlyHaveEight() {
        Rule plain = NUMBER.on(DAY, "employees", "takes");
        Rule elderly = NUMBER.on(DAY, "late-elderly", "refuses");

        assertThat(plain.then().value("insurer-number")).isEqualTo(77_777_777);
        assertThat(plain.then().value("insured-number")).isEqualTo(777_777_777);
        assertThat(elderly.then().value("insurer-number")).isEqualTo(77_777_779);
        assertThat(elderly.then().value("insured-number")).isEqualTo(77_777_777);
    }

    private static List<String> words(Asking asking, int facet) {
        return asking.table().facets().get(facet).kinds().stream()
                .map(Kind::word)
                .toList();
    }
}
