package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import madoguchi.claims.ClaimSubsidy;
import madoguchi.claims.ClaimVisit;
import madoguchi.claims.ClaimVisits;
import madoguchi.claims.Statement;
import madoguchi.core.Answer;
import madoguchi.core.Arrival;
import madoguchi.core.Ceiling;
import madoguchi.core.CeilingKind;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Inquiry;
import madoguchi.core.InquiryKind;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Period;
import madoguchi.core.RecipientNumber;
import madoguchi.core.Reply;
import madoguchi.core.Sex;
import madoguchi.core.Subject;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.Text;
import madoguchi.declaration.CardFace;
import madoguchi.declaration.Declaration;
import madoguchi.declaration.InsuranceKind;
import madoguchi.declaration.Signature;
import madoguchi.declaration.StatedInsurance;
import madoguchi.declaration.StatedShare;
import madoguchi.desk.Desk;
import madoguchi.desk.VisitRecords;
import madoguchi.desk.VisitSubsidies;
import madoguchi.desk.VisitSubsidy;
import madoguchi.fixture.Database;
import madoguchi.policy.Facility;
import madoguchi.policy.Known;
import madoguchi.policy.Means;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.town.Town;
import madoguchi.town.TownHub;
import madoguchi.town.Townsperson;
import madoguchi.web.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A declaration in the words of the claims. */
class DeskClaimVisitsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T00:30:00Z"), ZoneOffset.UTC);

    private static Declaration said(Optional<InsuranceKind> kind, String insurer, Optional<StatedShare> share) {
        return new Declaration(
                new StatedInsurance(true, kind, Optional.of(insurer), Optional.of("架空商事株式会社"), Optional.empty(), share),
                new CardFace(
                        Optional.of("試験　ゆい"),
                        Optional.of("シケン　ユイ"),
                        Optional.of(LocalDate.of(2015, 7, 7)),
                        Optional.of(Sex.FEMALE),
                        Optional.of("東京都架空区試験町1-2-3"),
                        Optional.of("架空県旧町9-9-9")),
                Optional.of(LocalDate.of(2026, 11, 21)),
                new Signature(Optional.of("試験　健一"), true, Optional.of("父")),
                Optional.of("090-0000-0000"));
    }

    /** 窓口の受付を、請求の側から月で読む. */
    @Test
    void theReceptionsOfAMonthAreToldInTheWordsOfTheClaimsWithTheirAnswersAndNumbers() {
        DataSource database = Database.fresh("desk", Desk::migrate);
        Policy policy = new Policy(RuleBook.bundled());
        TownHub hub = new TownHub(Town.load().batches(), CLOCK);
        Townsperson hanako = Town.load().person("mihon-hanako");
        Reply active = hub.inquire(new Inquiry(
                new Subject.ByNumber(hanako.id(), hanako.birth()),
                DAY,
                Optional.empty(),
                true,
                true,
                Town.load().clinic().caller()));
        Reply silent = Reply.of(
                new Answer.Unreachable(Answer.Cause.TERMINAL, Optional.empty(), Text.same("out of order")),
                CLOCK.instant());
        try (Desk desk =
                new Desk(database, hub, CLOCK, new MedicalInstitutionCode("1319999913"), new Frames("", List.of()))) {
            desk.arrivals().arrived(new Arrival("read", DAY, InquiryKind.CARD, active));
            desk.arrivals().arrived(new Arrival("unread", DAY, InquiryKind.CARD, silent));
            ClaimVisits visits = new DeskClaimVisits(
                    new VisitRecords(database, () -> policy, Facility.ONLINE),
                    new VisitSubsidies(
                            database, () -> policy, Facility.ONLINE, new MedicalInstitutionCode("1319999913")),
                    visit -> Optional.empty());
            YearMonth month = YearMonth.from(DAY);
            assertThat(visits.of(month))
                    .extracting(ClaimVisit::day, ClaimVisit::answer, ClaimVisit::means)
                    .containsExactly(
                            tuple(DAY, active.answer(), Optional.of(Means.ONLINE_CARD)),
                            tuple(DAY, silent.answer(), Optional.empty()));
            assertThat(visits.of(month).getFirst().known()).isEqualTo(Known.CURRENT);
            assertThat(visits.of(month)).allSatisfy(visit -> {
                assertThat(visit.contacted()).isEmpty();
                assertThat(visit.subsidySeen()).isFalse();
                assertThat(visits.statement(visit.id())).isEmpty();
            });
            assertThat(visits.of(month.plusMonths(1))).isEmpty();
            assertThat(visits.of(month.minusMonths(1))).isEmpty();
        }
    }

    @Test
    void theItemsOfTheRemarksAreThoseTheFormHas() {
        Statement statement = DeskClaimVisits.statement(
                said(Optional.of(InsuranceKind.EMPLOYEES), "架空商事健康保険組合", Optional.of(StatedShare.THIRTY)));
        assertThat(statement)
                .isEqualTo(new Statement(
                        Optional.of("シケン　ユイ"),
                        Optional.of(LocalDate.of(2015, 7, 7)),
                        "employees",
                        InsuranceKind.EMPLOYEES.label().ja(),
                        Optional.of("架空商事健康保険組合"),
                        Optional.of("架空商事株式会社"),
                        Optional.of("東京都架空区試験町1-2-3"),
                        Optional.of("090-0000-0000"),
                        Optional.of(new CopaymentRate(30))));
    }

    @ParameterizedTest
    @CsvSource({
        "EMPLOYEES, 架空商事健康保険組合, employees",
        "NATIONAL, 架空区国民健康保険, national-municipal",
        "NATIONAL, 架空建設国民健康保険組合, national-society",
        "NATIONAL, 架空建設国保組合, national-society",
        "LATE_ELDERLY, 架空県後期高齢者医療広域連合, late-elderly",
        "OTHER, 試験省共済組合, other",
        "UNKNOWN, わからない, unknown",
    })
    void theOneBoxForBothKindsOfNationalInsuranceIsToldApartByTheName(InsuranceKind kind, String insurer, String word) {
        assertThat(DeskClaimVisits.statement(said(Optional.of(kind), insurer, Optional.empty()))
                        .insuranceKind())
                .isEqualTo(word);
    }

    @Test
    void everyKindOfTheFormIsAKindOfTheRules() {
        var numbers = RuleBook.bundled().table("unidentified-number");
        assertThat(Stream.of(InsuranceKind.values())
                        .map(kind -> DeskClaimVisits.statement(said(Optional.of(kind), "", Optional.empty()))
                                .insuranceKind()))
                .allSatisfy(
                        word -> assertThat(numbers.read(java.util.Map.of("insurance-kind", word, "software", "takes"))
                                        .problems())
                                .isEmpty());
    }

    @Test
    void aSubsidyIsToldWithItsNumbersAndTheOneCeilingThatBoundsEverything() {
        SubsidyCertificate certificate = new SubsidyCertificate(
                "特定医療費（指定難病）受給者証",
                "架空県",
                Optional.of("54139993"),
                Optional.of(new RecipientNumber("5400015")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                Period.through(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
                List.of(new Ceiling(CeilingKind.MEDICAL_DENTAL_ALL, Ceiling.Span.MONTH, 5_000, Optional.empty())),
                Set.of(),
                Optional.empty(),
                List.of());
        assertThat(DeskClaimVisits.subsidy(new VisitSubsidy(certificate, VisitSubsidy.State.IN_KIND)))
                .hasValue(new ClaimSubsidy(
                        "54139993", Optional.of("5400015"), ClaimSubsidy.State.IN_KIND, Optional.of(5_000L)));
    }

    @Test
    void whatIsNotTickedOrNotKnownIsNoShare() {
        assertThat(DeskClaimVisits.statement(said(Optional.empty(), "", Optional.of(StatedShare.UNKNOWN)))
                        .share())
                .isEmpty();
        assertThat(DeskClaimVisits.statement(said(Optional.empty(), "", Optional.empty()))
                        .insuranceKind())
                .isEqualTo("unknown");
    }
}
