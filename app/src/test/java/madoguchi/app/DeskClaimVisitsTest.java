package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.claims.ClaimSubsidy;
import madoguchi.claims.Statement;
import madoguchi.core.Ceiling;
import madoguchi.core.CeilingKind;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Period;
import madoguchi.core.RecipientNumber;
import madoguchi.core.Sex;
import madoguchi.core.SubsidyCertificate;
import madoguchi.declaration.CardFace;
import madoguchi.declaration.Declaration;
import madoguchi.declaration.InsuranceKind;
import madoguchi.declaration.Signature;
import madoguchi.declaration.StatedInsurance;
import madoguchi.declaration.StatedShare;
import madoguchi.desk.VisitSubsidy;
import madoguchi.policy.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A declaration in the words of the claims. */
class DeskClaimVisitsTest {

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
