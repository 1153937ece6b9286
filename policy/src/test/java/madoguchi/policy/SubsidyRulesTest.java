package madoguchi.policy;

import static madoguchi.policy.EvidenceKind.CARD_READ;
import static madoguchi.policy.EvidenceKind.RECIPIENT_CERTIFICATE;
import static madoguchi.policy.EvidenceKind.RECIPIENT_SCREEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** 医療費助成 – the examples of the notice of 22 May 2026 and of policy-timeline.md 1.11. */
final class SubsidyRulesTest {

    private static final Asking SUBSIDY = Asking.the("subsidy");
    private static final String LAST_DAY_OF_PAPER = "2026-05-24";
    private static final String FIRST_DAY_OF_SCREENS = "2026-05-25";

    @Test
    void aSubsidyScreenWithTheCardIsEnoughFromTheTwentyFifthOfMay() {
        assertThat(seen(LAST_DAY_OF_PAPER, "card-unreadable", "live-screen").verdict())
                .isEqualTo("needs-evidence");
        assertThat(seen(FIRST_DAY_OF_SCREENS, "card-unreadable", "live-screen").verdict())
                .isEqualTo("confirmed");
    }

    @Test
    void aPhoneAloneIsEnoughWhenLoggedInOnTheSpotFromTheTwentyFifthOfMay() {
        assertThat(seen(LAST_DAY_OF_PAPER, "phone-unreadable", "live-screen").verdict())
                .isEqualTo("needs-evidence");
        assertThat(seen(FIRST_DAY_OF_SCREENS, "phone-unreadable", "live-screen").verdict())
                .isEqualTo("confirmed");
    }

    @Test
    void theScreenWithoutTheCardIsNotEnough() {
        Rule rule = seen(FIRST_DAY_OF_SCREENS, "no-card", "live-screen");

        assertThat(rule.id()).isEqualTo("R-SUB-06");
        assertThat(rule.then().evidence()).containsExactly(RECIPIENT_CERTIFICATE, CARD_READ);
    }

    @Test
    void aSavedScreenIsNotEnoughOnAnyDay() {
        for (String read : List.of("card-unreadable", "phone-unreadable", "no-card")) {
            assertThat(seen(LAST_DAY_OF_PAPER, read, "pdf").verdict()).isEqualTo("needs-evidence");
            assertThat(seen(FIRST_DAY_OF_SCREENS, read, "pdf").verdict()).isEqualTo("needs-evidence");
        }
    }

    @Test
    void untilTheTwentyFourthOfMayOnlyPaperIsAskedForAndAfterwardsTheScreenFirst() {
        assertThat(seen(LAST_DAY_OF_PAPER, "card-unreadable", "not-yet").then().evidence())
                .containsExactly(RECIPIENT_CERTIFICATE);
        assertThat(seen(FIRST_DAY_OF_SCREENS, "card-unreadable", "not-yet")
                        .then()
                        .evidence())
                .containsExactly(RECIPIENT_SCREEN, RECIPIENT_CERTIFICATE);
    }

    @Test
    void withoutPaperThereIsNoBenefitInKindButTheInsuranceGoesOn() {
        Rule rule = seen(LAST_DAY_OF_PAPER, "card-unreadable", "neither");

        assertThat(rule.id()).isEqualTo("R-SUB-02.neither");
        assertThat(rule.verdict()).isEqualTo("not-confirmed");
        assertThat(rule.then().next().ja()).contains("現物給付ができません", "保険は保険のほうの方法で");
    }

    @Test
    void paperConfirmsWhateverTheReaderDidNotBring() {
        for (String participation : List.of("participating", "not-participating", "unknown")) {
            for (String read : List.of("empty", "card-unreadable", "phone-unreadable", "no-card")) {
                assertThat(SUBSIDY.verdict(LAST_DAY_OF_PAPER, participation, "not-connected", read, "paper"))
                        .isEqualTo("confirmed");
            }
        }
    }

    @Test
    void anEmptyReplyNamesItsThreeCausesAndNeverSaysThatTheSubsidyEnded() {
        Rule rule = seen("2026-06-01", "empty", "not-yet");

        assertThat(rule.then().next().ja()).contains("利用しないを選んだ", "未参加", "助成がない");
        assertThat(rule.then().evidence()).containsExactly(RECIPIENT_CERTIFICATE, CARD_READ);
        assertThat(SUBSIDY.table().rules())
                .extracting(row -> row.then().next().ja())
                .noneMatch(words -> words.contains("失効") || words.contains("終わりました"));
    }

    @Test
    void aFacilityThatIsNotConnectedAsksForPaperAndLeavesTheScreenToAPerson() {
        assertThat(SUBSIDY.on(FIRST_DAY_OF_SCREENS, "participating", "not-connected", "card-unreadable", "not-yet")
                        .then()
                        .evidence())
                .containsExactly(RECIPIENT_CERTIFICATE);
        assertThat(SUBSIDY.on(FIRST_DAY_OF_SCREENS, "participating", "not-connected", "card-unreadable", "live-screen")
                        .id())
                .isEqualTo("G-06");
    }

    @Test
    void aMunicipalityThatDoesNotTakePartIsAskedForPaper() {
        assertThat(SUBSIDY.on(FIRST_DAY_OF_SCREENS, "not-participating", "pmh-connected", "card-unreadable", "not-yet")
                        .id())
                .isEqualTo("R-SUB-08");
    }

    private static Rule seen(String day, String read, String recipient) {
        return SUBSIDY.on(day, "participating", "pmh-connected", read, recipient);
    }
}
