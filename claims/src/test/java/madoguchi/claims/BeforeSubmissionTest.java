package madoguchi.claims;

import static madoguchi.claims.Sample.checked;
import static madoguchi.claims.Sample.person;
import static madoguchi.claims.Sample.rules;
import static madoguchi.claims.Sample.visit;
import static madoguchi.claims.Sample.visits;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Hub;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import madoguchi.town.Townsperson;
import madoguchi.uke.FileKind;
import org.junit.jupiter.api.Test;

/** Every kind of finding, on people of the town, as they stand on 21 November 2026. */
class BeforeSubmissionTest {

    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Townsperson HANAKO = person("mihon-hanako");
    private static final Townsperson TAROU = person("kakuu-tarou");
    private static final Townsperson JIROU = person("mihon-jirou");
    private static final Townsperson SABUROU = person("rei-saburou");

    private static CheckedReceipt only(Claim claim, ClaimVisit... visits) {
        return checked(Claim.file(body(claim), claim), visits(visits)).getFirst();
    }

    private static int body(Claim claim) {
        String insurer = claim.id().insurer().digits();
        return insurer.length() == 6 || insurer.startsWith("39") ? 2 : 1;
    }

    @Test
    void whatWasConfirmedAtTheDeskIsFine() {
        CheckedReceipt told = only(Claim.of(TAROU, OCTOBER, 6), visit(TAROU, LocalDate.of(2026, 10, 6)));
        assertThat(rules(told)).isEmpty();
        assertThat(told.isFine()).isTrue();
        assertThat(told.proofs()).containsExactly("proof");
    }

    @Test
    void anOldNumberWhoseNewOneNobodyTookDownWillBeTransferred() {
        CheckedReceipt told = only(Claim.of(JIROU, JULY, 10, 24).by("former"));
        assertThat(rules(told)).containsExactly("C-TRANSFER");
        assertThat(told.findings().getFirst().settled().orElseThrow().id()).isEqualTo("S-04");
        assertThat(told.findings().getFirst().isCertain()).isFalse();
        assertThat(told.phone()).isNotEmpty();
    }

    @Test
    void anOldNumberIsReplacedWhereTheReceptionProvesTheNewOne() throws IOException {
        byte[] file = Claim.file(
                1, Claim.of(TAROU, JULY, 10), Claim.of(JIROU, JULY, 10).by("former"));
        ClaimVisits book = visits(visit(JIROU, LocalDate.of(2026, 7, 10)), visit(TAROU, LocalDate.of(2026, 7, 10)));
        List<CheckedReceipt> told = checked(file, book);
        assertThat(rules(told.getLast())).containsExactly("C-TRANSFER-KNOWN");
        assertThat(told.getLast().needsPerson()).isFalse();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<ClaimFileCheck.Changed> changed = new ArrayList<>();
        ClaimFileCheck.rewrite(
                new ByteArrayInputStream(file),
                out,
                ordinal ->
                        ClaimFileCheck.Rewriting.by(told.get((int) ordinal - 1).corrections()),
                changed::add);
        String before = new String(file, Claim.CP932);
        assertThat(out.toString(Claim.CP932))
                .isEqualTo(before.replace("HO,06139992,3001,42,", "HO,01139997,8140,311,"));
        assertThat(changed).hasSize(1);
        assertThat(changed.getFirst().differences()).hasSize(3);
        assertThat(checked(out.toByteArray(), book)).allMatch(CheckedReceipt::isFine);
    }

    @Test
    void aNumberThatIsClaimedAtTheOtherBodyIsNotPutIntoThisFile() {
        Townsperson okure = person("reiji-okure");
        Claim old = Claim.of(okure, OCTOBER, 6);
        Townsperson who = okure;
        var former = who.ids().lastEntry().getValue();
        CheckedReceipt told = checked(Claim.file(1, old.by(former)), visits(visit(who, LocalDate.of(2026, 10, 6))))
                .getFirst();
        assertThat(rules(told)).containsExactly("C-BODY");
        assertThat(told.corrections()).isEmpty();
    }

    @Test
    void aChangeWithinTheMonthWillBeSplit() {
        LocalDate change = LocalDate.of(2026, 7, 15);
        Answer before = Sample.HUB
                .inquire(TAROU.inquiry(LocalDate.of(2026, 7, 3), Sample.CALLER))
                .answer();
        Hub hub = Sample.byDay(
                change,
                new Answer.Active(List.of(before.coverages().getFirst())),
                new Answer.InactiveNewExists(Optional.empty()));
        assertThat(rules(checked(Claim.file(1, Claim.of(TAROU, JULY, 3, 24)), visits(), hub)
                        .getFirst()))
                .containsExactly("C-SPLIT");
    }

    @Test
    void aLostCoverageWithoutANewOneHasEnded() {
        CheckedReceipt told = only(Claim.of(SABUROU, NOVEMBER, 9));
        assertThat(rules(told)).containsExactly("C-ENDED");
        assertThat(told.findings().getFirst().settled().orElseThrow().id()).isEqualTo("S-06");
    }

    @Test
    void aClaimAfterADeathWillBeReturned() {
        CheckedReceipt told = only(Claim.of(person("kourei-tsui"), YearMonth.of(2026, 9), 2));
        assertThat(rules(told)).containsExactly("C-BACK");
        assertThat(told.findings().getFirst().trouble()).isEqualTo(Trouble.RETURNED);
    }

    @Test
    void aMissingOrWrongBranchIsFilledIn() {
        for (String branch : List.of("", "05")) {
            CheckedReceipt told = only(Claim.of(HANAKO, OCTOBER, 6).branch(branch));
            assertThat(rules(told)).containsExactly("C-BRANCH");
            assertThat(told.corrections()).extracting(Correction::to).containsExactly("02");
        }
    }

    @Test
    void twinsWithoutABranchAreNotGuessed() {
        CheckedReceipt told =
                only(Claim.of(person("reiji-sora"), OCTOBER, 6).branch("").type("1116"));
        assertThat(rules(told)).containsExactly("C-MANY");
        assertThat(told.corrections()).isEmpty();
    }

    @Test
    void theTypeFollowsTheRegisteredShare() {
        CheckedReceipt told =
                only(Claim.of(person("mihon-kamekichi"), OCTOBER, 6).type("1118"));
        assertThat(rules(told)).containsExactly("C-TYPE");
        assertThat(told.corrections()).extracting(Correction::to).containsExactly("1110");
        assertThat(rules(only(Claim.of(person("mihon-tsuru"), OCTOBER, 6).type("1118"))))
                .isEmpty();
    }

    @Test
    void inNationalHealthInsuranceTheHeadOfTheHouseholdIsNotGuessed() {
        assertThat(rules(only(Claim.of(HANAKO, OCTOBER, 6).type("1112")))).isEmpty();
        assertThat(rules(only(Claim.of(HANAKO, OCTOBER, 6).type("1116")))).isEmpty();
    }

    @Test
    void aTypeThatDoesNotFitThePayersIsTold() {
        assertThat(rules(only(Claim.of(TAROU, OCTOBER, 6).type("1122")))).contains("U-311");
    }

    @Test
    void oneThingWrongOnManyLinesIsToldOnceWithItsPlaces() {
        String file = new String(Claim.file(1, Claim.of(TAROU, OCTOBER, 6)), Claim.CP932);
        String wrong = file.replace("SI,11,1,", "SI,11,5,111000110,,1,1\r\n".repeat(5) + "SI,11,1,");
        CheckedReceipt told = checked(wrong.getBytes(Claim.CP932), visits()).getFirst();
        List<ClaimFinding> alike = told.findings().stream()
                .filter(finding -> finding.rule().equals("U-322"))
                .toList();
        assertThat(alike).hasSize(1);
        assertThat(alike.getFirst().todo().ja()).endsWith("、ほか2か所");
    }

    @Test
    void everyQuestionToAPatientIsThereForOneCall() {
        CheckedReceipt told = only(Claim.of(JIROU, JULY, 10).by("former").name("見本　●郎"));
        assertThat(rules(told)).containsExactlyInAnyOrder("C-TRANSFER", "C-CIRCLE");
        assertThat(told.phone()).extracting(Text::ja).hasSize(2).anyMatch(text -> text.contains("お名前の漢字"));
        Upload upload = new Upload("id", Instant.EPOCH, "hanako", FileKind.MEDICAL, Optional.of(JULY), 1, false);
        ReportView view = new ReportView(upload, Optional.empty(), List.of(told), Optional.empty(), 100, Map.of());
        assertThat(view.work(Trouble.BLACK_CIRCLE))
                .as("listed once, under the gravest")
                .isEmpty();
        assertThat(view.persons(Trouble.BLACK_CIRCLE)).isEqualTo(1);
        assertThat(view.listedUnder(Trouble.BLACK_CIRCLE)).contains(Trouble.TRANSFERRED);
    }

    @Test
    void aBlackCircleIsToldOnceAndNeverGuessed() {
        CheckedReceipt told = only(Claim.of(TAROU, OCTOBER, 6).name("架空　●郎"));
        assertThat(rules(told)).containsExactly("C-CIRCLE");
        assertThat(told.corrections()).isEmpty();
    }

    @Test
    void aSubsidyNobodyLookedAtIsTold() {
        Claim claim = Claim.of(TAROU, OCTOBER, 6).type("1122").extra("KO,54136015,1234566,,1,,,,,,,");
        assertThat(rules(only(claim))).contains("C-SUBSIDY");
    }

    @Test
    void aDummyNumberWithoutItsRemarksIsToldOnce() {
        CheckedReceipt told = only(Claim.of(TAROU, OCTOBER, 6)
                .by(new madoguchi.core.InsuredId(
                        new madoguchi.core.InsurerNumber("77777777"),
                        Optional.empty(),
                        "777777777",
                        Optional.empty())));
        assertThat(rules(told)).containsExactly("C-DUMMY");
    }

    @Test
    void aHiddenPersonLooksLikeOneNobodyRegistered() {
        assertThat(rules(only(Claim.of(person("reiji-shizuka"), OCTOBER, 6)))).containsExactly("C-UNKNOWN");
    }

    @Test
    void noAnswerIsNotNotCovered() {
        Hub silent = inquiry -> Reply.of(
                new Answer.Unreachable(Answer.Cause.NETWORK, Optional.empty(), new Text("回線", "line")),
                Sample.NOW.instant());
        CheckedReceipt told = checked(Claim.file(1, Claim.of(TAROU, OCTOBER, 6)), visits(), silent)
                .getFirst();
        assertThat(rules(told)).containsExactly("C-SILENT");
        assertThat(told.findings().getFirst().trouble().isNote()).isTrue();
    }

    @Test
    void whatTheDeskConfirmedIsNotAskedAgain() {
        Hub nobodyAsks = inquiry -> {
            throw new AssertionError("asked");
        };
        assertThat(rules(checked(
                                Claim.file(1, Claim.of(TAROU, OCTOBER, 6)),
                                visits(visit(TAROU, LocalDate.of(2026, 10, 6))),
                                nobodyAsks)
                        .getFirst()))
                .isEmpty();
    }

    @Test
    void aVisitDayWithoutAReceptionIsToldForComparison() {
        CheckedReceipt told = only(Claim.of(TAROU, OCTOBER, 6, 13), visit(TAROU, LocalDate.of(2026, 10, 6)));
        assertThat(rules(told)).containsExactly("C-NOVISIT");
    }

    @Test
    void ninesOfADisasterAreNotAskedAbout() {
        Claim nines = Claim.of(TAROU, OCTOBER, 6)
                .by(new madoguchi.core.InsuredId(
                        new madoguchi.core.InsurerNumber("99999999"), Optional.of("1"), "1", Optional.empty()));
        assertThat(rules(only(nines))).doesNotContain("C-UNKNOWN", "C-SILENT");
    }

    @Test
    void withoutVisitDaysNothingIsConcluded() {
        String without = new String(Claim.file(1, Claim.of(TAROU, OCTOBER, 6)), Claim.CP932)
                .replaceAll("(JD,1|SI,11,1,111000110,,291,1,,,,,,),[1,]*", "$1" + ",".repeat(31));
        assertThat(rules(checked(without.getBytes(Claim.CP932), visits()).getFirst()))
                .contains("C-DAYS")
                .doesNotContain("C-UNKNOWN");
    }
}
