package madoguchi.policy;

import static madoguchi.policy.EvidenceKind.CARD_READ;
import static madoguchi.policy.EvidenceKind.CERTIFICATE;
import static madoguchi.policy.EvidenceKind.DECLARATION;
import static madoguchi.policy.EvidenceKind.MEDICAL_TICKET;
import static madoguchi.policy.EvidenceKind.NEITHER;
import static madoguchi.policy.EvidenceKind.NOT_OBTAINED;
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

    private static final Policy POLICY = new Policy(RuleBook.bundled());

    @Test
    void onItsLastDayAnInsuranceCardIsAcceptedAndTheNextDayItsNumberMustBeLookedUp() {
        assertDecided("2025-12-01", Shown.INSURANCE_CARD, NOT_ASKED, "R-OLD-02", accepted(Means.INSURANCE_CARD));
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
        assertDecided(
                "2025-12-02",
                Shown.EXPIRED_INSURANCE_CARD,
                active(SOCIETY),
                "R-OLD-13",
                accepted(Means.INTERIM_LOOKUP));
        assertDecided(
                "2026-03-31",
                Shown.EXPIRED_INSURANCE_CARD,
                active(SOCIETY),
                "R-OLD-13",
                accepted(Means.INTERIM_LOOKUP));
        assertDecided(
                "2026-04-01", Shown.EXPIRED_INSURANCE_CARD, active(SOCIETY), "R-OLD-16", needs(CARD_READ, CERTIFICATE));
    }

    @Test
    void anExpiredNationalCardIsAcceptedFromTheNoticeOfJune() {
        assertDecided("2025-06-26", Shown.EXPIRED_INSURANCE_CARD, active(CITY), "M-OLD.national", askStaff());
        assertDecided(
                "2025-06-27", Shown.EXPIRED_INSURANCE_CARD, active(CITY), "R-OLD-10", accepted(Means.INTERIM_LOOKUP));
        assertDecided(
                "2025-12-01", Shown.EXPIRED_INSURANCE_CARD, active(CITY), "R-OLD-10", accepted(Means.INTERIM_LOOKUP));
        assertDecided(
                "2025-12-02", Shown.EXPIRED_INSURANCE_CARD, active(CITY), "R-OLD-13", accepted(Means.INTERIM_LOOKUP));
    }

    @Test
    void anExpiredCardOfTheLateElderlyIsAcceptedFromAugust() {
        assertDecided("2025-07-31", Shown.EXPIRED_INSURANCE_CARD, active(ELDERLY), "M-OLD.elderly", askStaff());
        assertDecided(
                "2025-08-03",
                Shown.EXPIRED_INSURANCE_CARD,
                active(ELDERLY),
                "R-OLD-11.first-days",
                accepted(Means.INTERIM_LOOKUP));
        assertDecided(
                "2025-08-04",
                Shown.EXPIRED_INSURANCE_CARD,
                active(ELDERLY),
                "R-OLD-11",
                accepted(Means.INTERIM_LOOKUP));
    }

    @Test
    void aNoticeAloneServesOnlyNationalHealthInsuranceBeforeDecemberAndEveryoneUntilMarch() {
        assertDecided("2025-12-01", Shown.NOTICE, active(CITY), "R-OLD-12", accepted(Means.INTERIM_LOOKUP));
        assertDecided("2025-12-01", Shown.NOTICE, active(SOCIETY), "R-ACC-04", needs(CARD_READ, CERTIFICATE));
        assertDecided("2025-12-01", Shown.NOTICE, active(ELDERLY), "R-ACC-04", needs(CARD_READ, CERTIFICATE));
        assertDecided("2025-12-02", Shown.NOTICE, active(ELDERLY), "R-OLD-13", accepted(Means.INTERIM_LOOKUP));
        assertDecided("2026-03-31", Shown.NOTICE, active(CITY), "R-OLD-13", accepted(Means.INTERIM_LOOKUP));
        assertDecided("2026-04-01", Shown.NOTICE, active(CITY), "R-OLD-16", needs(CARD_READ, CERTIFICATE));
    }

    @Test
    void aCardThatCannotBeReadIsAskedForScreenOrNoticeFirst() {
        assertDecided(
                "2025-12-02",
                Shown.CARD_UNREADABLE,
                NOT_ASKED,
                "R-FB-01",
                needs(PORTAL_SCREEN, PORTAL_PDF, EvidenceKind.NOTICE, NEITHER));
    }

    @Test
    void onlyWhenThereIsNeitherScreenNorNoticeFollowsTheDeclarationOrTheSpokenWordByVisit() {
        Reception first = first("2025-12-02", Shown.CARD_UNREADABLE, NOT_ASKED);
        Reception again = returning("2025-12-02", Shown.CARD_UNREADABLE, NOT_ASKED);
        Reception unknown = new Reception(first.day(), first.shown(), NOT_ASKED, Visit.RETURNING_WITHOUT_RECORD);

        assertStep(first.having(Seen.NEITHER), "R-FB-05.ask", needs(DECLARATION, NOT_OBTAINED));
        assertStep(again.having(Seen.NEITHER), "R-FB-04.ask", needs(ORAL_CONFIRMATION, NOT_OBTAINED));
        assertStep(unknown.having(Seen.NEITHER), "G-01", askStaff(DECLARATION, NOT_OBTAINED));
    }

    @Test
    void eachRungOfTheLadderIsAcceptedByItsOwnMeans() {
        Reception first = first("2025-12-02", Shown.CARD_UNREADABLE, NOT_ASKED);
        Reception again = returning("2025-12-02", Shown.CARD, LINE_DOWN);

        assertStep(first.having(Seen.PORTAL_SCREEN), "R-FB-02", accepted(Means.PORTAL_SCREEN));
        assertStep(first.having(Seen.PORTAL_PDF), "R-FB-02.pdf", accepted(Means.PORTAL_PDF));
        assertStep(first.having(Seen.NOTICE), "R-FB-03", accepted(Means.NOTICE));
        assertStep(first.having(Seen.DECLARATION), "R-FB-05", accepted(Means.DECLARATION));
        assertStep(again.having(Seen.ORAL_CONFIRMATION), "R-FB-04", accepted(Means.ORAL_CONFIRMATION));
        assertStep(first.having(Seen.NOT_OBTAINED), "M-LADDER.end", askStaff());
    }

    @Test
    void aRungThatIsNotForThisVisitIsNotAccepted() {
        Reception first = first("2025-12-02", Shown.CARD_UNREADABLE, NOT_ASKED);
        Reception again = returning("2025-12-02", Shown.CARD_UNREADABLE, NOT_ASKED);

        assertStep(first.having(Seen.ORAL_CONFIRMATION), "R-FB-05.ask", needs(DECLARATION, NOT_OBTAINED));
        assertStep(again.having(Seen.DECLARATION), "R-FB-04.ask", needs(ORAL_CONFIRMATION, NOT_OBTAINED));
    }

    @Test
    void anInactiveCardSkipsThePortalAndIsNeverChargedInFull() {
        Reception inactive = first("2026-04-01", Shown.CARD, INACTIVE);

        assertStep(inactive, "R-INV-01", needs(EvidenceKind.NOTICE, NEITHER));
        assertStep(first("2026-04-01", Shown.CARD, NOT_FOUND), "R-INV-02", needs(EvidenceKind.NOTICE, NEITHER));
        assertStep(inactive.having(Seen.PORTAL_SCREEN), "R-INV-01", needs(EvidenceKind.NOTICE, NEITHER));
        assertStep(inactive.having(Seen.NOTICE), "R-FB-03", accepted(Means.NOTICE));
        assertStep(inactive.having(Seen.NEITHER), "R-FB-05.ask", needs(DECLARATION, NOT_OBTAINED));
    }

    @Test
    void aPhoneAloneIsAskedForTheLiveScreenOnly() {
        assertDecided(
                "2025-09-18",
                Shown.SMARTPHONE_ONLY_UNREADABLE,
                NOT_ASKED,
                "M-PHONE.early",
                askStaff(CARD_READ, CERTIFICATE));
        assertDecided(
                "2025-09-19",
                Shown.SMARTPHONE_ONLY_UNREADABLE,
                NOT_ASKED,
                "R-SP-02.ask",
                needs(PORTAL_SCREEN, CARD_READ, NOT_OBTAINED));
        assertDecided(
                "2025-12-02",
                Shown.SMARTPHONE_ONLY_UNREADABLE,
                LINE_DOWN,
                "R-SP-03.ask",
                needs(PORTAL_SCREEN, CARD_READ, NOT_OBTAINED));
    }

    @Test
    void aPhoneAloneIsNotAcceptedByASavedPdfANoticeOrADeclaration() {
        Reception phone = first("2026-05-25", Shown.SMARTPHONE_ONLY_UNREADABLE, NOT_ASKED);

        assertStep(phone.having(Seen.PORTAL_SCREEN), "R-SP-02", accepted(Means.PHONE_SCREEN));
        for (Seen seen : List.of(Seen.PORTAL_PDF, Seen.NOTICE, Seen.DECLARATION, Seen.ORAL_CONFIRMATION)) {
            assertStep(phone.having(seen), "R-SP-02.ask", needs(PORTAL_SCREEN, CARD_READ, NOT_OBTAINED));
        }
        assertStep(phone.having(Seen.NOT_OBTAINED), "G-02", askStaff(CARD_READ, CERTIFICATE));
    }

    @Test
    void aPupilOnASchoolTripIsReceivedWithACopyOfTheNoticeAndPaysInFullOnlyWithNothingAtAll() {
        Reception copy = first("2025-05-20", Shown.NOTICE_COPY, NOT_ASKED).at(Facility.ONLINE, Occasion.SCHOOL_EVENT);
        Reception nothing = first("2026-05-20", Shown.NOTHING, NOT_ASKED).at(Facility.ONLINE, Occasion.SCHOOL_EVENT);

        assertStep(copy, "R-SCH-01", accepted(Means.SCHOOL_PAPER));
        assertStep(
                copy.at(Facility.ONLINE, Occasion.ORDINARY),
                "R-ACC-04.copy",
                needs(CARD_READ, CERTIFICATE, NOT_OBTAINED));
        assertStep(nothing.having(Seen.NOT_OBTAINED), "R-SCH-03", new Verdict.FullCharge());
    }

    @Test
    void aFacilityNotConnectedAcceptsTheCardWithScreenOrNotice() {
        Reception card = first("2026-04-01", Shown.CARD, NOT_ASKED).at(Facility.EXEMPT, Occasion.ORDINARY);

        assertStep(card, "R-NOQ-01.ask", needs(PORTAL_SCREEN, PORTAL_PDF, EvidenceKind.NOTICE, NEITHER));
        assertStep(card.having(Seen.PORTAL_SCREEN), "R-NOQ-01.screen", accepted(Means.PORTAL_SCREEN));
        assertStep(card.having(Seen.NOTICE), "R-NOQ-01.notice", accepted(Means.NOTICE));
    }

    @Test
    void aCertificateStandsWithoutAnInquiryAndALineThatIsDownDoesNotChangeThat() {
        assertDecided("2026-04-01", Shown.CERTIFICATE, NOT_ASKED, "R-ACC-02", accepted(Means.CERTIFICATE));
        assertDecided("2026-04-01", Shown.CERTIFICATE, LINE_DOWN, "R-ACC-02.line", accepted(Means.CERTIFICATE));
        assertDecided("2026-04-01", Shown.CERTIFICATE, active(CITY), "R-ACC-03", accepted(Means.CERTIFICATE_ONLINE));
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

        assertDecided("2026-04-01", Shown.CARD, unregistered, "M-TICKET", needs(MEDICAL_TICKET, NOT_OBTAINED));
        assertDecided("2026-04-01", Shown.NOTHING, unregistered, "M-TICKET", needs(MEDICAL_TICKET, NOT_OBTAINED));
    }

    @Test
    void nothingShownGoesToAPersonAtAnyVisit() {
        assertDecided("2026-04-01", Shown.NOTHING, NOT_ASKED, "X-07.first", askStaff(CARD_READ, CERTIFICATE));
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

        Reception notice = new Reception(day, Shown.NOTICE, LINE_DOWN, Visit.FIRST);
        assertThat(determine(notice.asking(SOCIETY)).rule().id()).isEqualTo("R-ACC-04");
        assertThat(determine(notice.asking(CITY)).rule().id()).isEqualTo("R-OLD-15.notice-line-2025");
    }

    @Test
    void medicalAssistanceBesideAHealthInsuranceDoesNotHideIt() {
        Answer both = new Answer.Active(List.of(coverage(ASSISTANCE), coverage(CITY)));

        assertThat(first("2025-12-01", Shown.NOTICE, both).insurer()).isEqualTo(InsurerGroup.NATIONAL);
    }

    @Test
    void theSameSituationIsExplainedOverAllDays() {
        assertThat(POLICY.explain(first("2026-01-15", Shown.EXPIRED_INSURANCE_CARD, active(ELDERLY)))
                        .timeline())
                .extracting(row -> row.rule().id() + " " + row.days())
                .containsExactly(
                        "M-BEFORE – 2024-12-01",
                        "M-OLD.elderly 2024-12-02 – 2025-07-31",
                        "R-OLD-11.first-days 2025-08-01 – 2025-08-03",
                        "R-OLD-11 2025-08-04 – 2025-12-01",
                        "R-OLD-13 2025-12-02 – 2026-03-31",
                        "R-OLD-16 2026-04-01 –");
    }

    @Test
    void anExplanationSaysWhyEachOtherRowDoesNotDecide() {
        Explanation why = POLICY.explain(first("2026-04-01", Shown.NOTICE, active(ELDERLY)));

        assertThat(why.decides().id()).isEqualTo("R-OLD-16");
        assertThat(why.onOtherDays())
                .extracting(aside -> aside.rule().id())
                .contains("R-OLD-13", "R-ACC-04", "M-BEFORE")
                .doesNotContain("R-OLD-12");
        assertThat(why.asides())
                .filteredOn(aside -> aside.rule().id().equals("R-OLD-12"))
                .flatExtracting(Explanation.Aside::reasons)
                .extracting(Text::en)
                .containsExactly(
                        "It is in force 2025-06-27 – 2025-12-01.", "It is for insurer: National Health Insurance.");
    }

    @Test
    void aDeclarationIsClaimedWithTheFormerCoverageWhereOneIsKnownAndNeverAsUnidentifiedThen() {
        Answer former = new Answer.Inactive(Optional.of(coverage(SOCIETY)));
        Reception known = first("2026-04-01", Shown.CARD, former).having(Seen.DECLARATION);
        Reception unknown = first("2026-04-01", Shown.CARD, NOT_FOUND).having(Seen.DECLARATION);

        assertThat(claim(known)).isEqualTo("former");
        assertThat(claim(unknown)).isEqualTo("unidentified-check");
    }

    @Test
    void whatAScreenOrANoticeShowsIsClaimedAsTheCurrentCoverage() {
        assertThat(claim(first("2026-04-01", Shown.CARD_UNREADABLE, NOT_ASKED).having(Seen.PORTAL_SCREEN)))
                .isEqualTo("current");
        assertThat(claim(first("2026-04-01", Shown.CARD, INACTIVE).having(Seen.NOTICE)))
                .isEqualTo("current");
    }

    @Test
    void aReceptionNotYetAcceptedHasNoClaim() {
        assertThat(determine(first("2026-04-01", Shown.CARD, INACTIVE)).claim()).isEmpty();
    }

    @Test
    void aSubsidyIsDecidedApartFromTheInsuranceAndItsScreenServesFromTheTwentyFifthOfMay() {
        SubsidyCase screen = new SubsidyCase(
                Participation.PARTICIPATING,
                SubsidyConnection.PMH_CONNECTED,
                SubsidyReading.CARD_UNREADABLE,
                SubsidyProof.LIVE_SCREEN);

        assertThat(subsidy("2026-05-24", screen)).as("the paper is asked for").isEqualTo("needs-evidence");
        assertThat(subsidy("2026-05-24", screen.having(SubsidyProof.NEITHER))).isEqualTo("not-confirmed");
        assertThat(subsidy("2026-05-25", screen)).isEqualTo("confirmed");
        assertThat(subsidy("2026-05-25", screen.having(SubsidyProof.PDF))).isNotEqualTo("confirmed");
    }

    private String subsidy(String day, SubsidyCase one) {
        Determination both = determine(first(day, Shown.CARD_UNREADABLE, NOT_ASKED)
                .having(Seen.PORTAL_SCREEN)
                .with(List.of(one)));
        assertThat(both.verdict()).isEqualTo(accepted(Means.PORTAL_SCREEN));
        return both.subsidies().getFirst().verdict();
    }

    private String claim(Reception reception) {
        return determine(reception).claim().orElseThrow().verdict();
    }

    private void assertStep(Reception reception, String rule, Verdict verdict) {
        assertThat(determine(reception).rule().id()).isEqualTo(rule);
        assertThat(determine(reception).verdict()).isEqualTo(verdict);
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

    private static Verdict accepted(Means means) {
        return new Verdict.Accepted(means);
    }

    private static Verdict askStaff(EvidenceKind... kinds) {
        return new Verdict.AskStaff(List.of(kinds));
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
