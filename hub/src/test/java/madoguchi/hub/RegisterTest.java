package madoguchi.hub;

import static madoguchi.hub.Said.CLINIC;
import static madoguchi.hub.Said.COMPANY;
import static madoguchi.hub.Said.WARD;
import static madoguchi.hub.Said.WELFARE;
import static madoguchi.hub.Said.asking;
import static madoguchi.hub.Said.at;
import static madoguchi.hub.Said.id;
import static madoguchi.hub.Said.said;
import static madoguchi.hub.Said.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {

    private static final MedicalInstitutionCode ELSEWHERE = new MedicalInstitutionCode("1310000001");

    // The six outcomes of 資格有効性, oqs-interface.md §3.2.

    @Test
    void aCoveredDayIsActive() {
        Finding finding = find(asking(WARD, "2026-08-03"), said(1));

        assertThat(finding.answer()).isInstanceOf(Answer.Active.class);
        assertThat(finding.facts()).containsExactly(1L);
        assertThat(finding.answer().coverages()).extracting(Coverage::id).containsExactly(WARD);
    }

    @Test
    void assistanceWithoutATicketForTheAskingFacilityIsActiveButUnregistered() {
        assertThat(find(asking(WELFARE, "2026-08-03"), said(1).assistance()).answer())
                .isInstanceOf(Answer.ActiveUnregistered.class);
    }

    @Test
    void aCoverageThatEndedIsInactive() {
        Finding finding = find(asking(WARD, "2026-08-03"), said(1).until("2020-04-01", "2026-07-01"));

        assertThat(finding.answer()).isInstanceOf(Answer.Inactive.class);
        assertThat(finding.facts()).containsExactly(1L);
    }

    @Test
    void aCoverageThatEndedWhileANewerOneHoldsSaysSoWithoutTellingTheNewNumber() {
        Finding finding = find(
                asking(WARD, "2026-08-03"),
                said(1).until("2020-04-01", "2026-07-01"),
                said(2).under(COMPANY).from("2026-07-01"));

        assertThat(finding.answer()).isInstanceOf(Answer.InactiveNewExists.class);
        assertThat(finding.answer().coverages()).extracting(Coverage::id).containsExactly(WARD);
    }

    @Test
    void aNumberNobodyHasIsNotFound() {
        assertThat(find(asking(COMPANY, "2026-08-03"), said(1))).isEqualTo(Finding.nothing());
        assertThat(find(asking(COMPANY, "2026-08-03")).answer()).isEqualTo(new Answer.NotFound());
    }

    @Test
    void withoutABranchTwinsAreAmbiguous() {
        Finding finding = find(
                asking(withoutBranch(WARD), "2026-08-03"),
                said(1),
                said(2).of(2).under(id("138016", "12-34", "567890", "03")));

        assertThat(finding.answer()).isEqualTo(new Answer.Ambiguous());
        assertThat(finding.facts()).isEmpty();
    }

    // Who is meant.

    @Test
    void withoutABranchOnePersonIsFound() {
        assertThat(find(asking(withoutBranch(WARD), "2026-08-03"), said(1)).answer())
                .isInstanceOf(Answer.Active.class);
    }

    @Test
    void theBranchTellsTwinsApart() {
        Finding finding =
                find(asking(WARD, "2026-08-03"), said(1), said(2).of(2).under(id("138016", "12-34", "567890", "03")));

        assertThat(finding.facts()).containsExactly(1L);
    }

    @Test
    void aSymbolThatWasNotTypedIsNotCompared() {
        InsuredId typed = new InsuredId(new InsurerNumber("138016"), Optional.empty(), "567890", Optional.of("02"));

        assertThat(find(asking(typed, "2026-08-03"), said(1)).answer()).isInstanceOf(Answer.Active.class);
    }

    @Test
    void anotherSymbolIsAnotherPerson() {
        assertThat(find(asking(id("138016", "12-35", "567890", "02"), "2026-08-03"), said(1))
                        .answer())
                .isEqualTo(new Answer.NotFound());
    }

    @ParameterizedTest
    @CsvSource({"１２－３４,５６７８９０", "1234,567890", "12ー34,0567890", "12 34,00000567890", "12‐34,567-890"})
    void widthHyphensAndLeadingZerosDoNotMatter(String symbol, String number) {
        assertThat(find(asking(id("138016", symbol, number, "02"), "2026-08-03"), said(1))
                        .answer())
                .isInstanceOf(Answer.Active.class);
    }

    @Test
    void anotherBirthdateIsNotFound() {
        Inquiry inquiry = Inquiry.byNumber(WARD, LocalDate.of(1987, 4, 13), LocalDate.of(2026, 8, 3), true, CLINIC);

        assertThat(find(inquiry, said(1)).answer()).isEqualTo(new Answer.NotFound());
    }

    // Days.

    @ParameterizedTest
    @CsvSource({"2020-03-31,Inactive", "2020-04-01,Active", "2026-06-30,Active", "2026-07-01,Inactive"})
    void theFirstDayIsCoveredAndTheDayOfLossIsNot(String day, String outcome) {
        assertThat(find(asking(WARD, day), said(1).until("2020-04-01", "2026-07-01"))
                        .answer())
                .extracting(answer -> answer.getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void aDayInThePastIsAnsweredByTheCoverageOfThatDay() {
        Finding finding = find(
                asking(WARD, "2023-05-01"),
                said(1).until("2020-04-01", "2026-07-01"),
                said(2).under(COMPANY).from("2026-07-01"));

        assertThat(finding.answer()).isInstanceOf(Answer.Active.class);
        assertThat(finding.facts()).containsExactly(1L);
    }

    @Test
    void aCoverageLostOnItsFirstDayCoversNothing() {
        assertThat(find(asking(WARD, "2020-04-01"), said(1).until("2020-04-01", "2020-04-01"))
                        .answer())
                .isInstanceOf(Answer.Inactive.class);
    }

    @Test
    void afterLeavingAndComingBackTheLaterCoverageUnderTheSameNumberAnswers() {
        Finding finding =
                find(asking(WARD, "2026-08-03"), said(1).until("2020-04-01", "2021-04-01"), said(2).from("2025-04-01"));

        assertThat(finding.answer()).isInstanceOf(Answer.Active.class);
        assertThat(finding.facts()).containsExactly(2L);
    }

    @Test
    void betweenLeavingAndComingBackTheEarlierCoverageIsTheFormerOne() {
        Finding finding =
                find(asking(WARD, "2023-08-03"), said(1).until("2020-04-01", "2021-04-01"), said(2).from("2025-04-01"));

        assertThat(finding.answer()).isInstanceOf(Answer.Inactive.class);
        assertThat(finding.facts()).containsExactly(1L);
    }

    @Test
    void anOlderCoverageThatStillHoldsIsNotCalledNewer() {
        Finding finding = find(
                asking(WARD, "2026-08-03"),
                said(1).until("2020-04-01", "2026-07-01"),
                said(2).under(COMPANY).from("2019-04-01"));

        assertThat(finding.answer()).isInstanceOf(Answer.Inactive.class);
    }

    @Test
    void aNewerCoverageThatDoesNotCoverTheDayIsNotMentioned() {
        Finding finding = find(
                asking(WARD, "2026-07-15"),
                said(1).until("2020-04-01", "2026-07-01"),
                said(2).under(COMPANY).from("2026-08-01"));

        assertThat(finding.answer()).isInstanceOf(Answer.Inactive.class);
    }

    @Test
    void theNewerCoverageOfAnotherPersonIsNotMentioned() {
        Finding finding = find(
                asking(WARD, "2026-08-03"),
                said(1).until("2020-04-01", "2026-07-01"),
                said(2).of(2).under(COMPANY).from("2026-07-01"));

        assertThat(finding.answer()).isInstanceOf(Answer.Inactive.class);
    }

    @Test
    void assistanceThatBeganLaterIsNotANewInsurance() {
        Finding finding = find(
                asking(WARD, "2026-08-03"),
                said(1).until("2020-04-01", "2026-07-01"),
                said(2).assistance().from("2026-07-01"));

        assertThat(finding.answer()).isInstanceOf(Answer.Inactive.class);
    }

    // Corrections and knowledge.

    @Test
    void aLaterFactOfTheSameNameWins() {
        Said corrected = said(2).recorded("2026-07-20T00:00:00Z").until("2020-04-01", "2026-07-01");

        assertThat(find(asking(WARD, "2026-08-03"), said(1), corrected).answer())
                .isInstanceOf(Answer.Inactive.class);
        assertThat(find(asking(WARD, "2026-08-03"), corrected, said(1)).answer())
                .isInstanceOf(Answer.Inactive.class);
    }

    @Test
    void aCorrectionTakenWhileTheClockWasSetBackStillWins() {
        Said corrected = said(2).recorded("2020-03-31T23:59:00Z").until("2020-04-01", "2026-07-01");

        assertThat(find(asking(WARD, "2026-08-03"), said(1), corrected).answer())
                .isInstanceOf(Answer.Inactive.class);
    }

    @Test
    void aWithdrawnCoverageNeverWas() {
        assertThat(find(asking(WARD, "2026-08-03"), said(1), said(2).takenBack())
                        .answer())
                .isEqualTo(new Answer.NotFound());
    }

    @Test
    void aWithdrawnCoverageCanBeRegisteredAgain() {
        assertThat(find(asking(WARD, "2026-08-03"), said(1), said(2).takenBack(), said(3))
                        .answer())
                .isInstanceOf(Answer.Active.class);
    }

    @Test
    void aLateRegistrationIsNotKnownBeforeItsInstantAndKnownAtIt() {
        Said late = said(1).recorded("2026-08-05T03:00:00Z").from("2026-08-01");
        Inquiry inquiry = asking(WARD, "2026-08-03");

        assertThat(find(inquiry.asKnownAt(at("2026-08-05T02:59:59.999999Z")), late)
                        .answer())
                .isEqualTo(new Answer.NotFound());
        assertThat(find(inquiry.asKnownAt(at("2026-08-05T03:00:00Z")), late).answer())
                .isInstanceOf(Answer.Active.class);
        assertThat(find(inquiry, late).answer()).isInstanceOf(Answer.Active.class);
    }

    @Test
    void aLossReportedLateWasActiveAsKnownBefore() {
        Said loss = said(2).recorded("2026-08-20T00:00:00Z").until("2020-04-01", "2026-08-01");
        Inquiry inquiry = asking(WARD, "2026-08-03");

        assertThat(find(inquiry.asKnownAt(at("2026-08-03T01:00:00Z")), said(1), loss)
                        .answer())
                .isInstanceOf(Answer.Active.class);
        assertThat(find(inquiry, said(1), loss).answer()).isInstanceOf(Answer.Inactive.class);
    }

    // 不開示.

    @Test
    void aHiddenPersonIsNotFoundAndLeavesNoFactIds() {
        assertThat(find(asking(WARD, "2026-08-03"), said(1).hidden())).isEqualTo(Finding.nothing());
    }

    @Test
    void aPersonHiddenLaterIsHiddenAlsoAsKnownBefore() {
        Said hidden = said(2).recorded("2026-08-01T00:00:00Z").hidden();

        assertThat(find(asking(WARD, "2026-08-03").asKnownAt(at("2026-01-01T00:00:00Z")), said(1), hidden))
                .isEqualTo(Finding.nothing());
    }

    @Test
    void aPersonHiddenUnderOneNumberIsHiddenUnderTheOthers() {
        assertThat(find(
                        asking(WARD, "2026-08-03"),
                        said(1),
                        said(2).under(COMPANY).hidden()))
                .isEqualTo(Finding.nothing());
    }

    @Test
    void aPersonWhoNeedsNoHidingAnyMoreIsFoundAgain() {
        assertThat(find(
                                asking(WARD, "2026-08-03"),
                                said(1),
                                said(2).recorded("2026-01-01T00:00:00Z").hidden(),
                                said(3).recorded("2026-02-01T00:00:00Z"))
                        .answer())
                .isInstanceOf(Answer.Active.class);
    }

    @Test
    void besideAHiddenTwinTheOtherOneIsFound() {
        Finding finding = find(
                asking(withoutBranch(WARD), "2026-08-03"),
                said(1),
                said(2).of(2).under(id("138016", "12-34", "567890", "03")).hidden());

        assertThat(finding.answer()).isInstanceOf(Answer.Active.class);
        assertThat(finding.facts()).containsExactly(1L);
    }

    @Test
    void forAHiddenRecipientNotEvenTheTicketsAreLookedUp() {
        Finding finding = Register.answer(
                List.of(said(1).assistance().hidden().fact()), asking(WELFARE, "2026-08-03"), recipient -> {
                    throw new AssertionError("a look-up takes time that can be measured");
                });

        assertThat(finding).isEqualTo(Finding.nothing());
    }

    // 医療扶助.

    @Test
    void assistanceIsListedBesideTheInsurance() {
        Finding finding =
                find(asking(WARD, "2026-08-03"), said(1), said(2).assistance().from("2026-01-01"));

        assertThat(finding.answer()).isInstanceOf(Answer.Active.class);
        assertThat(finding.answer().coverages())
                .extracting(Coverage::kind)
                .containsExactly(CoverageClass.GENERAL, CoverageClass.MEDICAL_ASSISTANCE);
        assertThat(finding.facts()).containsExactly(1L, 2L);
    }

    @Test
    void assistanceThatEndedIsNotListedBesideTheInsurance() {
        Finding finding =
                find(asking(WARD, "2026-08-03"), said(1), said(2).assistance().until("2026-01-01", "2026-08-01"));

        assertThat(finding.facts()).containsExactly(1L);
    }

    @Test
    void assistanceAloneWithATicketIsActiveWithTheTicket() {
        MedicalTicket ours = ticket("2026-08", CLINIC.facility());
        Finding finding = find(asking(WELFARE, "2026-08-03"), List.of(ours), said(1).assistance());

        assertThat(finding.answer()).isInstanceOf(Answer.Active.class);
        assertThat(finding.answer().coverages().getFirst().tickets()).containsExactly(ours);
    }

    @Test
    void theTicketOfAnotherFacilityOrMonthIsNotShown() {
        Finding finding = find(
                asking(WELFARE, "2026-08-03"),
                List.of(ticket("2026-08", ELSEWHERE), ticket("2026-07", CLINIC.facility())),
                said(1).assistance());

        assertThat(finding.answer()).isInstanceOf(Answer.ActiveUnregistered.class);
        assertThat(finding.answer().coverages().getFirst().tickets()).isEmpty();
    }

    // Consent.

    @Test
    void theLimitClassIsShownOnlyWithConsent() {
        Said limited = said(1).limited("2026-08-01", "2027-07-31");
        Inquiry consented = asking(WARD, "2026-08-03");
        Inquiry refused = Inquiry.byNumber(WARD, Said.BIRTH, LocalDate.of(2026, 8, 3), false, CLINIC);

        assertThat(only(find(consented, limited)).limit()).isPresent();
        assertThat(only(find(refused, limited)).limit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-07-31,false", "2026-08-01,true", "2027-07-31,true", "2027-08-01,false"})
    void theLimitClassIsShownOnlyInsideItsPeriod(String day, boolean shown) {
        assertThat(only(find(asking(WARD, day), said(1).limited("2026-08-01", "2027-07-31")))
                        .limit()
                        .isPresent())
                .isEqualTo(shown);
    }

    @Test
    void aSpecificDiseaseIsShownOnlyWithConsentAtTheCardReaderAndInsideItsPeriod() {
        Said ill = said(1).ill("2026-08-01", "2027-07-31");

        assertThat(only(find(byCard("2026-08-03"), ill)).diseases()).hasSize(1);
        assertThat(only(find(byCard("2027-08-01"), ill)).diseases()).isEmpty();
        assertThat(only(find(asking(WARD, "2026-08-03"), ill)).diseases()).isEmpty();
    }

    @Test
    void anEndedCoverageComesWithoutCertificates() {
        Said ended = said(1).until("2020-04-01", "2026-08-02")
                .limited("2026-08-01", "2027-07-31")
                .ill("2026-08-01", "2027-07-31");
        Coverage former = only(find(byCard("2026-08-03"), ended));

        assertThat(former.limit()).isEmpty();
        assertThat(former.diseases()).isEmpty();
    }

    private static Inquiry byCard(String day) {
        return new Inquiry(new Subject.ByNumber(WARD, Said.BIRTH), Said.day(day), Optional.empty(), true, true, CLINIC);
    }

    private static InsuredId withoutBranch(InsuredId id) {
        return new InsuredId(id.insurer(), id.symbol(), id.number(), Optional.empty());
    }

    private static Coverage only(Finding finding) {
        assertThat(finding.answer().coverages()).hasSize(1);
        return finding.answer().coverages().getFirst();
    }

    private static Finding find(Inquiry inquiry, Said... said) {
        return find(inquiry, List.of(), said);
    }

    private static Finding find(Inquiry inquiry, List<MedicalTicket> tickets, Said... said) {
        return Register.answer(Stream.of(said).map(Said::fact).toList(), inquiry, recipient -> tickets);
    }
}
