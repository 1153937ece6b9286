package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** 請求 – the examples of the seminar's slides on claims, and of policy-timeline.md 1.6. */
final class ClaimRulesTest {

    private static final Asking CLAIM = Asking.the("claim");
    private static final String DAY = "2026-01-05";

    @Test
    void screenAndNoticeAreClaimedWithTheConfirmedCoverage() {
        for (String means : List.of("portal-screen", "portal-pdf", "notice")) {
            assertThat(CLAIM.on(DAY, means, "current").id()).isEqualTo("R-CLM-01");
        }
    }

    @Test
    void anInactiveCardWithoutNewerNewsIsClaimedWithTheFormerCoverageAndItsRemark() {
        Rule rule = CLAIM.on(DAY, "online-card", "former");

        assertThat(rule.verdict()).isEqualTo("former");
        assertThat(rule.certain()).isTrue();
        assertThat(rule.then().value("remark-code")).isEqualTo(820_000_245);
    }

    @Test
    void aKnownFormerCoverageIsNeverUnidentified() {
        for (Kind means : Means.values()) {
            assertThat(CLAIM.verdict(DAY, means.word(), "former")).isIn("former", "ask-staff");
        }
    }

    @Test
    void onlyADeclarationWithNothingKnownLeadsToTheUnidentifiedChecklist() {
        for (Means means : Means.values()) {
            assertThat(CLAIM.verdict(DAY, means.word(), "nothing"))
                    .isEqualTo(means == Means.DECLARATION ? "unidentified-check" : "ask-staff");
        }
    }

    @Test
    void aNumberTheDeclaringPatientGivesLaterIsClaimedWith() {
        assertThat(CLAIM.on(DAY, "declaration", "current").id()).isEqualTo("R-UNK-05.current");
    }

    @Test
    void aReturningPatientOfWhomNothingIsHeldIsLeftToAPerson() {
        assertThat(CLAIM.on(DAY, "oral-confirmation", "nothing").id()).isEqualTo("G-01.claim");
    }
}
