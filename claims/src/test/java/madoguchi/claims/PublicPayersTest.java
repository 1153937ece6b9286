package madoguchi.claims;

import static madoguchi.claims.Sample.checked;
import static madoguchi.claims.Sample.person;
import static madoguchi.claims.Sample.rules;
import static madoguchi.claims.Sample.visit;
import static madoguchi.claims.Sample.visits;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.claims.ClaimSubsidy.State;
import madoguchi.town.Townsperson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** KO records of real files beside what the desk knows of the patient's subsidies. */
class PublicPayersTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate DAY = LocalDate.of(2026, 10, 6);
    private static final Townsperson TAROU = person("kakuu-tarou");
    private static final ClaimSubsidy NANBYO =
            new ClaimSubsidy("54139993", Optional.of("5400015"), State.IN_KIND, Optional.of(5_000L));
    private static final ClaimSubsidy LOCAL =
            new ClaimSubsidy("80139991", Optional.of("A-310 0013"), State.IN_KIND, Optional.empty());

    /** 公費負担者番号/受給者番号/患者負担額 of each KO, in the order of the file. */
    private static List<String> told(List<ClaimSubsidy> known, String... payers) {
        String lines = Arrays.stream(payers)
                .map(one -> one.split("/", -1))
                .map(ko -> "KO," + ko[0] + "," + ko[1] + ",,1,," + ko[2] + ",,,,,")
                .collect(Collectors.joining("\n"));
        String type = List.of("1112", "1122", "1132").get(payers.length);
        Claim claim = Claim.of(TAROU, OCTOBER, 6).type(type);
        return rules(checked(
                        Claim.file(1, payers.length == 0 ? claim : claim.extra(lines)),
                        visits(visit(TAROU, DAY).with(known)))
                .getFirst());
    }

    @Test
    void whatTheDeskConfirmedIsFineInTheOrderOfApplication() {
        assertThat(told(List.of(NANBYO), "54139993/5400015/5000")).isEmpty();
        assertThat(told(List.of(NANBYO, LOCAL), "54139993/5400015/", "80139991/8000010/"))
                .isEmpty();
        assertThat(told(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // wrong recipient, wrong payer of the same scheme
        "54139993/5400023/, C-KO-NUMBER",
        "54136015/5400015/, C-KO-NUMBER",
        // leading zeros are no difference, more than the ceiling is one
        "54139993/5400015/5010, C-KO-CEILING",
    })
    void aNumberOrAnAmountThatDoesNotFitTheCertificateIsTold(String ko, String rule) {
        assertThat(told(List.of(NANBYO), ko)).containsExactly(rule);
    }

    @Test
    void aConfirmedSubsidyThatIsNotClaimedIsANote() {
        assertThat(told(List.of(NANBYO))).containsExactly("C-KO-MISSING");
        assertThat(FindingRule.of("C-KO-MISSING").trouble().isNote()).isTrue();
        assertThat(told(List.of(NANBYO, LOCAL), "54139993/5400015/")).containsExactly("C-KO-MISSING");
    }

    @Test
    void aSubsidyThatIsNotConfirmedOrThatNobodyLookedAtIsTold() {
        ClaimSubsidy open =
                new ClaimSubsidy(NANBYO.payer(), NANBYO.recipient(), State.NOT_CONFIRMED, NANBYO.monthlyYen());
        assertThat(told(List.of(open), "54139993/5400015/")).containsExactly("C-SUBSIDY");
        assertThat(told(List.of(), "54139993/5400015/")).containsExactly("C-SUBSIDY");
        assertThat(told(List.of(open))).isEmpty();
    }

    @Test
    void whatIsReimbursedMustNotBeClaimedAndNeedNotBe() {
        ClaimSubsidy reimbursed =
                new ClaimSubsidy(NANBYO.payer(), NANBYO.recipient(), State.REIMBURSED, NANBYO.monthlyYen());
        assertThat(told(List.of(reimbursed), "54139993/5400015/")).containsExactly("C-KO-REIMBURSED");
        assertThat(told(List.of(reimbursed))).isEmpty();
    }

    @Test
    void theOrderIsThatOfApplicationAlsoWithoutAnyRecord() {
        assertThat(told(List.of(NANBYO, LOCAL), "80139991/8000010/", "54139993/5400015/"))
                .containsExactly("C-KO-ORDER");
        assertThat(told(List.of(), "54139993/5400015/", "21139993/2100014/")).contains("C-KO-ORDER");
        assertThat(told(List.of(), "21139993/2100014/", "12139994/1200013/")).doesNotContain("C-KO-ORDER");
    }

    @Test
    void theBestReceptionOfTheMonthCounts() {
        ClaimSubsidy open =
                new ClaimSubsidy(NANBYO.payer(), NANBYO.recipient(), State.NOT_CONFIRMED, NANBYO.monthlyYen());
        Claim claim = Claim.of(TAROU, OCTOBER, 6, 13).type("1122").extra("KO,54139993,5400015,,2,,,,,,,");
        assertThat(rules(checked(
                                Claim.file(1, claim),
                                visits(
                                        visit(TAROU, DAY).with(List.of(open)),
                                        visit(TAROU, LocalDate.of(2026, 10, 13)).with(List.of(NANBYO))))
                        .getFirst()))
                .isEmpty();
    }
}
