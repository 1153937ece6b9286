package madoguchi.policy;

import static madoguchi.policy.EvidenceKind.CARD_READ;
import static madoguchi.policy.EvidenceKind.CERTIFICATE;
import static madoguchi.policy.EvidenceKind.DECLARATION;
import static madoguchi.policy.EvidenceKind.MEDICAL_TICKET;
import static madoguchi.policy.EvidenceKind.NUMBER_INQUIRY;
import static madoguchi.policy.EvidenceKind.ORAL_CONFIRMATION;
import static madoguchi.policy.EvidenceKind.PORTAL_PDF;
import static madoguchi.policy.EvidenceKind.PORTAL_SCREEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.PersonName;
import madoguchi.core.Sex;
import madoguchi.core.Text;
import org.junit.jupiter.api.Test;

/** The examples an official would ask for; expected values from policy-timeline.md. */
final class PolicyTest {

    private static final InsurerNumber SOCIETY = new InsurerNumber("06139992");
    private static final InsurerNumber CITY = new InsurerNumber("138016");
    private static final InsurerNumber ELDERLY = new InsurerNumber("39139993");
    private static final InsurerNumber ASSISTANCE = new InsurerNumber("12139994");

    private static final Answer NOT_ASKED = new Answer.NotAsked();
    private static final Answer NOT_FOUND = new Answer.NotFound();
    private static final Answer INACTIVE = new Answer.Inactive(Optional.empty());
    private static final Answer LINE_DOWN =
            new Answer.Unreachable(Answer.Cause.NETWORK, Optional.empty(), new Text("回線障害", "line down"));

    private static final Policy POLICY = new Policy(RuleTable.bundled());

    @Test
    void onItsLastDayAnInsuranceCardIsAcceptedAndTheNextDayItsNumberMustBeLookedUp() {
        assertDecided("2025-12-01", Shown.INSURANCE_CARD, NOT_ASKED, "R-OLD-02", accepted());
        assertDecided(
                "2025-12-02",
                Shown.INSURANCE_CARD,
                NOT_ASKED,
                "R-OLD-15.ask",
                needs(CARD_READ, CERTIFICATE, NUMBER_INQUIRY));
    }

    @Test
    void anExpiredCardOfASocietyIsLeftToStaffUntilTheMeasureForAllInsurersBegins() {
        assertDecided("2025-12-01", Shown.EXPIRED_INSURANCE_CARD, active(SOCIETY), "G-04", askStaff());
        assertDecided("2025-12-02", Shown.EXPIRED_INSURANCE_CARD, active(SOCIETY), "R-OLD-13", accepted());
        assertDecided("2026-03-31", Shown.EXPIRED_INSURANCE_CARD, active(SOCIETY), "R-OLD-13", accepted());
        assertDecided(
                "2026-04-01", Shown.EXPIRED_INSURANCE_CARD, active(SOCIETY), "R-OLD-16", needs(CARD_READ, CERTIFICATE));
    }

    @Test
    void anExpiredNationalCardIsAcceptedFromTheNoticeOfJune() {
        assertDecided("2025-06-26", Shown.EXPIRED_INSURANCE_CARD, active(CITY), "M-OLD.national", askStaff());
        assertDecided("2025-06-27", Shown.EXPIRED_INSURANCE_CARD, active(CITY), "R-OLD-10", accepted());
        assertDecided("2025-12-01", Shown.EXPIRED_INSURANCE_CARD, active(CITY), "R-OLD-10", accepted());
        assertDecided("2025-12-02", Shown.EXPIRED_INSURANCE_CARD, active(CITY), "R-OLD-13", accepted());
    }

    @Test
    void anExpiredCardOfTheLateElderlyIsAcceptedFromAugust() {
        assertDecided("2025-07-31", Shown.EXPIRED_INSURANCE_CARD, active(ELDERLY), "M-OLD.elderly", askStaff());
        assertDecided("2025-08-03", Shown.EXPIRED_INSURANCE_CARD, active(ELDERLY), "R-OLD-11.first-days", accepted());
        assertDecided("2025-08-04", Shown.EXPIRED_INSURANCE_CARD, active(ELDERLY), "R-OLD-11", accepted());
    }

    @Test
    void aNoticeAloneServesOnlyNationalHealthInsuranceBeforeDecemberAndEveryoneUntilMarch() {
        assertDecided("2025-12-01", Shown.NOTICE, active(CITY), "R-OLD-12", accepted());
        assertDecided("2025-12-01", Shown.NOTICE, active(SOCIETY), "R-ACC-04", needs(CARD_READ, CERTIFICATE));
        assertDecided("2025-12-01", Shown.NOTICE, active(ELDERLY), "R-ACC-04", needs(CARD_READ, CERTIFICATE));
        assertDecided("2025-12-02", Shown.NOTICE, active(ELDERLY), "R-OLD-13", accepted());
        assertDecided("2026-03-31", Shown.NOTICE, active(CITY), "R-OLD-13", accepted());
        assertDecided("2026-04-01", Shown.NOTICE, active(CITY), "R-OLD-16", needs(CARD_READ, CERTIFICATE));
    }

    @Test
    void aCardThatCannotBeReadClimbsTheLadderByVisit() {
        assertDecided(
                "2025-12-02",
                Shown.CARD_UNREADABLE,
                NOT_ASKED,
                "R-FB-05",
                needs(PORTAL_SCREEN, PORTAL_PDF, EvidenceKind.NOTICE, DECLARATION));
        assertThat(determine(returning("2025-12-02", Shown.CARD_UNREADABLE, NOT_ASKED))
                        .verdict())
                .isEqualTo(needs(PORTAL_SCREEN, PORTAL_PDF, EvidenceKind.NOTICE, ORAL_CONFIRMATION));
    }

    @Test
    void anInactiveCardSkipsThePortalAndIsNeverChargedInFull() {
        assertDecided("2026-04-01", Shown.CARD, INACTIVE, "R-INV-01.first", needs(EvidenceKind.NOTICE, DECLARATION));
        assertDecided("2026-04-01", Shown.CARD, NOT_FOUND, "R-INV-02.first", needs(EvidenceKind.NOTICE, DECLARATION));
        assertThat(determine(returning("2026-04-01", Shown.CARD, INACTIVE)).verdict())
                .isEqualTo(needs(EvidenceKind.NOTICE, ORAL_CONFIRMATION));
    }

    @Test
    void aPhoneAloneIsAskedForTheLiveScreenOnly() {
        assertDecided("2025-09-18", Shown.SMARTPHONE_ONLY_UNREADABLE, NOT_ASKED, "M-PHONE.early", askStaff());
        assertDecided("2025-09-19", Shown.SMARTPHONE_ONLY_UNREADABLE, NOT_ASKED, "R-SP-02", needs(PORTAL_SCREEN));
        assertDecided("2025-12-02", Shown.SMARTPHONE_ONLY_UNREADABLE, LINE_DOWN, "R-SP-03", needs(PORTAL_SCREEN));
        assertDecided("2025-12-02", Shown.SMARTPHONE_ONLY_UNREADABLE, NOT_FOUND, "R-SP-05", needs(PORTAL_SCREEN));
    }

    @Test
    void aCertificateStandsWithoutAnInquiryAndALineThatIsDownDoesNotChangeThat() {
        assertDecided("2026-04-01", Shown.CERTIFICATE, NOT_ASKED, "R-ACC-02", accepted());
        assertDecided("2026-04-01", Shown.CERTIFICATE, LINE_DOWN, "R-ACC-02.line", accepted());
        assertDecided("2026-04-01", Shown.CERTIFICATE, active(CITY), "R-ACC-03", accepted());
    }

    @Test
    void aCertificateThatTheInquiryContradictsGoesToAPerson() {
        assertDecided("2026-04-01", Shown.CERTIFICATE, INACTIVE, "M-CERT.inactive", askStaff());
        assertDecided("2026-04-01", Shown.CERTIFICATE, NOT_FOUND, "M-CERT.not-found", askStaff());
        assertDecided(
                "2026-04-01",
                Shown.CERTIFICATE,
                new Answer.InactiveNewExists(Optional.empty()),
                "M-NEW.paper",
                needs(CARD_READ, CERTIFICATE));
    }

    @Test
    void aMissingTicketIsAskedForOnPaperWhateverIsShown() {
        Answer unregistered = new Answer.ActiveUnregistered(coverage(ASSISTANCE));

        assertDecided("2026-04-01", Shown.CARD, unregistered, "M-TICKET", needs(MEDICAL_TICKET));
        assertDecided("2026-04-01", Shown.NOTHING, unregistered, "M-TICKET", needs(MEDICAL_TICKET));
    }

    @Test
    void nothingShownGoesToAPersonAtAnyVisit() {
        assertDecided("2026-04-01", Shown.NOTHING, NOT_ASKED, "X-07.first", askStaff());
        assertThat(determine(returning("2026-04-01", Shown.NOTHING, active(CITY)))
                        .rule()
                        .id())
                .isEqualTo("X-07.returning");
    }

    @Test
    void aDayBeforeTheTableBeginsIsAnsweredByARowAndNotByAnError() {
        assertDecided("2024-12-01", Shown.CARD, active(SOCIETY), "M-BEFORE", askStaff());
        assertDecided("1999-01-01", Shown.NOTHING, NOT_ASKED, "M-BEFORE", askStaff());
    }

    @Test
    void theNumberAskedAboutNamesTheInsurerWhereTheAnswerDoesNot() {
        LocalDate day = LocalDate.parse("2025-10-01");

        assertThat(determine(new Reception(day, Shown.NOTICE, LINE_DOWN, Visit.FIRST, Optional.of(SOCIETY)))
                        .rule()
                        .id())
                .isEqualTo("R-ACC-04");
        assertThat(determine(new Reception(day, Shown.NOTICE, LINE_DOWN, Visit.FIRST, Optional.of(CITY)))
                        .rule()
                        .id())
                .isEqualTo("R-OLD-15.notice-line-2025");
    }

    @Test
    void medicalAssistanceBesideAHealthInsuranceDoesNotHideIt() {
        Answer both = new Answer.Active(List.of(coverage(ASSISTANCE), coverage(CITY)));

        assertThat(first("2025-12-01", Shown.NOTICE, both).situation().insurer())
                .isEqualTo(InsurerGroup.NATIONAL);
    }

    @Test
    void theSameSituationIsExplainedOverAllDays() {
        assertThat(POLICY.explain(first("2026-01-15", Shown.EXPIRED_INSURANCE_CARD, active(ELDERLY))))
                .extracting(row -> row.rule().id() + " " + row.days())
                .containsExactly(
                        "M-BEFORE – 2024-12-01",
                        "M-OLD.elderly 2024-12-02 – 2025-07-31",
                        "R-OLD-11.first-days 2025-08-01 – 2025-08-03",
                        "R-OLD-11 2025-08-04 – 2025-12-01",
                        "R-OLD-13 2025-12-02 – 2026-03-31",
                        "R-OLD-16 2026-04-01 –");
    }

    private void assertDecided(String day, Shown shown, Answer answer, String rule, Verdict verdict) {
        Determination determination = determine(first(day, shown, answer));

        assertThat(determination.rule().id()).isEqualTo(rule);
        assertThat(determination.verdict()).isEqualTo(verdict);
    }

    private Determination determine(Reception reception) {
        return POLICY.determine(reception);
    }

    private static Reception first(String day, Shown shown, Answer answer) {
        return new Reception(LocalDate.parse(day), shown, answer, Visit.FIRST);
    }

    private static Reception returning(String day, Shown shown, Answer answer) {
        return new Reception(LocalDate.parse(day), shown, answer, Visit.RETURNING);
    }

    private static Verdict accepted() {
        return new Verdict.Accepted();
    }

    private static Verdict askStaff() {
        return new Verdict.AskStaff();
    }

    private static Verdict needs(EvidenceKind... kinds) {
        return new Verdict.NeedsEvidence(List.of(kinds));
    }

    private static Answer active(InsurerNumber insurer) {
        return new Answer.Active(List.of(coverage(insurer)));
    }

    private static Coverage coverage(InsurerNumber insurer) {
        return new Coverage(
                new InsuredId(insurer, Optional.empty(), "1", Optional.empty()),
                CoverageClass.GENERAL,
                Optional.empty(),
                Optional.empty(),
                new Holder(
                        PersonName.of("見本　花子", "ミホン ハナコ"),
                        Sex.FEMALE,
                        Optional.empty(),
                        LocalDate.parse("1987-04-12"),
                        Optional.empty(),
                        Optional.empty()),
                "架空の保険者",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
