package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** 窓口の確かめ方 – how evidence is checked, what to do about odd answers and faults, and how a reception leaves the ladder. */
final class AtTheDeskRulesTest {

    private static final Asking EVIDENCE = Asking.the("evidence-check");
    private static final Asking ODDITY = Asking.the("answer-check");
    private static final Asking LEAVING = Asking.the("leaving");
    private static final Asking FAULT = Asking.the("reader-fault");

    @Test
    void aCertificateOnAScreenMustShowARunningClock() {
        assertThat(EVIDENCE.on("2026-06-01", "certificate").then().next().ja()).contains("現在時刻が動いている");
    }

    @Test
    void theSubsidyScreenBecomesEnoughOnTheTwentyFifthOfMay() {
        assertThat(EVIDENCE.verdict("2026-05-24", "recipient-screen")).isEqualTo("not-enough");
        assertThat(EVIDENCE.verdict("2026-05-25", "recipient-screen")).isEqualTo("check");
    }

    @Test
    void theNoticeAloneIsMentionedOnlyWhileTheInterimMeasureLasts() {
        assertThat(EVIDENCE.on("2025-06-26", "notice").id()).isEqualTo("R-FB-03.early");
        assertThat(EVIDENCE.on("2025-06-27", "notice").id()).isEqualTo("R-FB-03.national");
        assertThat(EVIDENCE.on("2025-12-02", "notice").id()).isEqualTo("R-FB-03.interim");
        assertThat(EVIDENCE.on("2026-04-01", "notice").id()).isEqualTo("R-FB-03.check");
    }

    @Test
    void theBackOfTheCardIsNeverCopied() {
        assertThat(EVIDENCE.on("2026-06-01", "declaration").then().next().ja()).contains("裏は写したり書き留めたりしません");
    }

    @Test
    void everyPieceOfEvidenceHasWordsForThePatientInThreeForms() {
        for (EvidenceKind kind : EvidenceKind.values()) {
            assertThat(EVIDENCE.on("2026-06-01", kind.word()).then().patient()).isPresent();
        }
    }

    @Test
    void blackCirclesAreAcceptedAsTheyAre() {
        assertThat(ODDITY.verdict("2026-04-01", "black-circle")).isEqualTo("accept-as-is");
    }

    @Test
    void dataOfAnotherPersonAreReferredToTheCallCentreOrTheInsurer() {
        assertThat(ODDITY.on("2026-04-01", "someone-elses-data").then().next().ja())
                .contains("取り込まないでください", "0120-95-0178");
    }

    @Test
    void whoShowsTheCardIsNeverChargedTheFullAmount() {
        for (Visit visit : Visit.values()) {
            assertThat(LEAVING.verdict("2026-04-01", "deposit-full-amount", "card", visit.word()))
                    .isEqualTo("not-this-way");
        }
    }

    @Test
    void aKnownReturningPatientWithoutPapersMayBeChargedTheUsualShare() {
        assertThat(LEAVING.verdict("2026-04-01", "person-in-charge-usual-share", "nothing", "returning"))
                .isEqualTo("record-and-go-on");
        assertThat(LEAVING.verdict("2026-04-01", "person-in-charge-usual-share", "nothing", "first"))
                .isEqualTo("ask-staff");
    }

    @Test
    void noReasonForLeavingTheLadderTakesTheFullAmountByItself() {
        for (Rule rule : LEAVING.table().rules()) {
            assertThat(rule.verdict()).isIn("record-and-go-on", "not-this-way", "ask-staff");
        }
        for (String shown : List.of("phone-only", "nothing")) {
            assertThat(LEAVING.verdict("2026-04-01", "deposit-full-amount", shown, "first"))
                    .isEqualTo("ask-staff");
        }
    }

    @Test
    void aTerminalFaultNoLongerAsksForTheHealthInsuranceCardOnceThoseHaveEnded() {
        assertThat(FAULT.on("2025-12-01", "terminal-fault").then().next().ja()).contains("健康保険証を見せて");
        assertThat(FAULT.on("2025-12-02", "terminal-fault").then().next().ja())
                .contains("業者に連絡", "緊急時医療情報・資格確認機能")
                .doesNotContain("健康保険証");
    }
}
