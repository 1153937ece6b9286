package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import madoguchi.core.Answer;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Shown;
import madoguchi.policy.SubsidyProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a subsidy is confirmed at a reception, or not. */
class SubsidyPagesTest extends SubsidyReceptions {

    /* The DC cases: insurance and subsidy by their own means and dates, with the card that cannot be read, a logged-in phone, paper, and neither. */
    @ParameterizedTest(name = "{0} {1} {2}: {3}, {4}")
    @CsvSource({
        "2026-05-24, CARD_UNREADABLE, LIVE_SCREEN, needs-evidence, R-SUB-02",
        "2026-05-25, CARD_UNREADABLE, LIVE_SCREEN, confirmed, R-SUB-04",
        "2026-05-24, SMARTPHONE_ONLY_UNREADABLE, LIVE_SCREEN, needs-evidence, R-SUB-02",
        "2026-05-25, SMARTPHONE_ONLY_UNREADABLE, LIVE_SCREEN, confirmed, R-SUB-05",
        "2026-05-24, CARD_UNREADABLE, PAPER, confirmed, R-SUB-03",
        "2026-05-25, CARD_UNREADABLE, PAPER, confirmed, R-SUB-03",
        "2026-05-24, CARD_UNREADABLE, PDF, needs-evidence, R-SUB-02",
        "2026-05-24, CARD_UNREADABLE, NEITHER, not-confirmed, R-SUB-02.neither",
        "2026-05-25, CARD_UNREADABLE, NEITHER, not-confirmed, M-SUB.neither",
        "2026-05-25, PORTAL_ONLY, LIVE_SCREEN, needs-evidence, R-SUB-06",
    })
    void theSubsidyIsConfirmedByItsOwnMeansAndDates(
            LocalDate day, Shown shown, SubsidyProof proof, String verdict, String rule) {
        String reception = arrives(day, Sample.silent(Answer.Cause.TERMINAL));
        pages.post(reception + "/shown", Map.of("shown", shown.name(), "visit", "RETURNING"));
        act(reception, "participation", Map.of("slot", "new", "participation", "PARTICIPATING"));
        seen(reception, proof);
        assertThat(page(reception)).containsPattern(verdict(verdict)).contains("class=\"rule\">" + rule + "<");
    }

    @Test
    void aPdfIsNotAcceptedForASubsidyThoughItIsForTheInsurance() {
        String reception = arrives(Sample.DAY, Sample.silent(Answer.Cause.TERMINAL));
        pages.post(reception + "/shown", Map.of("shown", "CARD_UNREADABLE", "visit", "RETURNING"));
        pages.post(reception + "/confirm", Map.of("evidence", EvidenceKind.PORTAL_PDF.name()));
        act(reception, "participation", Map.of("slot", "new", "participation", "PARTICIPATING"));
        seen(reception, SubsidyProof.PDF);
        assertThat(pages.get(reception).body()).contains("受付できる");
        assertThat(page(reception)).containsPattern(verdict("needs-evidence"));
    }

    @Test
    void theInsuranceStaysUnsettledWhenOnlyTheSubsidyIsConfirmed() {
        String reception = arrives(Sample.DAY, Sample.silent(Answer.Cause.TERMINAL));
        pages.post(reception + "/shown", Map.of("shown", "CARD_UNREADABLE", "visit", "FIRST"));
        seen(reception, SubsidyProof.PAPER);
        assertThat(page(reception)).containsPattern(verdict("confirmed"));
        assertThat(pages.get(reception).body()).contains("カードが読み取れませんでした").contains("data-evidence=\"PORTAL_SCREEN\"");
    }

    @Test
    void aFacilityThatIsNotConnectedAsksForPaper() {
        String reception = arrives(Sample.DAY, Sample.silent(Answer.Cause.TERMINAL));
        pages.post(reception + "/shown", Map.of("shown", "CARD_UNREADABLE", "visit", "RETURNING"));
        act(reception, "setting", Map.of("connected", "false"));
        assertThat(page(reception)).contains("この施設では、助成はカードでは確認できません").contains("G-06.ask");
        seen(reception, SubsidyProof.LIVE_SCREEN);
        assertThat(page(reception)).containsPattern(verdict("ask-staff"));
        act(reception, "decide", Map.of("slot", "new", "use", "true"));
        assertThat(page(reception)).contains("data-verdict=\"ask-staff\" data-confirmed=\"true\"");
    }

    @Test
    void aSchemeThatDoesNotTakePartAsksForPaper() {
        String reception = arrives(Sample.DAY, Sample.silent(Answer.Cause.TERMINAL));
        pages.post(reception + "/shown", Map.of("shown", "CARD_UNREADABLE", "visit", "RETURNING"));
        act(reception, "participation", Map.of("slot", "new", "participation", "NOT_PARTICIPATING"));
        seen(reception, SubsidyProof.LIVE_SCREEN);
        assertThat(page(reception)).doesNotContainPattern(verdict("confirmed")).contains("紙の医療受給者証");
    }

    @Test
    void aPersonDecidesOnlyWhereTheRulesLeaveIt() {
        String reception = arrives(LAST_OLD_DAY, Sample.silent(Answer.Cause.TERMINAL));
        HttpResponse<String> refused = act(reception, "decide", Map.of("slot", "new", "use", "true"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("規則が決めている");
    }

    @Test
    void anUnknownReceptionOrSubsidyIsMissing() {
        assertThat(pages.get("/receptions/none/subsidies").statusCode()).isEqualTo(404);
        String reception = arrives(Sample.DAY, Sample.active(Sample.HANAKO));
        assertThat(pages.get(reception + "/subsidies/s1/ledger").statusCode()).isEqualTo(404);
    }
}
