package madoguchi.claims;

import static madoguchi.claims.Sample.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.CopaymentRate;
import madoguchi.core.CoverageHistory;
import madoguchi.core.InsuredId;
import madoguchi.core.Problem;
import madoguchi.core.Timeline;
import madoguchi.policy.Known;
import madoguchi.policy.Means;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Shown;
import madoguchi.settle.Disposition;
import madoguchi.settle.Settle;
import madoguchi.settle.SettleRules;
import madoguchi.town.Townsperson;
import madoguchi.uke.ClaimCheck;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.FileKind;
import madoguchi.uke.Finding;
import madoguchi.uke.Part;
import madoguchi.uke.Receipt;
import madoguchi.uke.Severity;
import org.junit.jupiter.api.Test;

/** Which claim form: the seven cases of {@code claims-uke.md} §7, and what an unidentified receipt looks like. */
class ClaimFormsTest {

    private static final Policy POLICY = new Policy(RuleBook.bundled());
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate DAY = LocalDate.of(2026, 10, 6);
    private static final Townsperson SABUROU = person("rei-saburou");
    private static final Answer NONE = new Answer.NotFound();
    private static final Statement SAID = new Statement(
            Optional.of("ﾐﾎﾝ ｻﾌﾞﾛｳ"),
            Optional.of(SABUROU.birth()),
            "employees",
            "社保（会社などの健康保険）",
            Optional.of("全国健康保険協会 東京支部"),
            Optional.of("架空商事(株)"),
            Optional.of("東京都港区架空町1-2-3"),
            Optional.of("090-0000-0000"),
            Optional.of(new CopaymentRate(30)));

    private static final CoverageHistory NOBODY = new CoverageHistory() {
        @Override
        public List<Timeline> of(InsuredId insured, LocalDate birth) {
            return List.of();
        }

        @Override
        public List<Timeline> named(String kana, LocalDate birth) {
            return List.of();
        }
    };

    private static ClaimVisit visit(Means means, Known known, Shown shown, boolean first, Answer answer) {
        return new ClaimVisit(
                "visit",
                DAY,
                answer,
                Optional.empty(),
                Optional.of(means),
                known,
                shown,
                first,
                Optional.empty(),
                List.of(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 11, 2)),
                false,
                false,
                List.of());
    }

    private static ClaimVisit nothingKnown() {
        return visit(Means.DECLARATION, Known.NOTHING, Shown.CARD_UNREADABLE, true, NONE);
    }

    private static Receipt receipt(Claim claim) {
        return ClaimReader.receipts(new ByteArrayInputStream(Claim.file(1, claim)))
                .findFirst()
                .orElseThrow();
    }

    private static Receipt receipt() {
        return receipt(Claim.of(SABUROU, OCTOBER, 6));
    }

    private static List<String> texts(Receipt receipt) {
        return receipt.lines().stream()
                .map(line -> String.join(",", line.texts()))
                .toList();
    }

    private static List<String> claimRules(ClaimVisit visit, String verdict) {
        return ClaimRules.against(POLICY, visit, verdict).stream()
                .map(Problem::place)
                .toList();
    }

    private static void isOrdinary(Means means, Shown shown) {
        ClaimVisit visit = visit(means, Known.CURRENT, shown, false, NONE);
        assertThat(claimRules(visit, "current")).isEmpty();
        assertThat(new FormerClaim(POLICY).of(receipt(), visit, SABUROU.id()).problems())
                .isNotEmpty();
        assertThat(new UnidentifiedClaim(POLICY, true)
                        .of(receipt(), visit, Optional.of(SAID))
                        .problems())
                .isNotEmpty();
    }

    @Test
    void case1AConfirmedCardIsClaimedInTheOrdinaryWay() {
        isOrdinary(Means.ONLINE_CARD, Shown.CARD);
    }

    @Test
    void case2APortalScreenIsClaimedInTheOrdinaryWay() {
        isOrdinary(Means.PORTAL_SCREEN, Shown.CARD_UNREADABLE);
    }

    @Test
    void case3ANoticeWithTheCardIsClaimedInTheOrdinaryWay() {
        isOrdinary(Means.NOTICE, Shown.CARD_UNREADABLE);
    }

    @Test
    void case4AnUnchangedReturningPatientIsClaimedInTheOrdinaryWay() {
        isOrdinary(Means.ORAL_CONFIRMATION, Shown.CARD_UNREADABLE);
    }

    @Test
    void case5AnInvalidCoverageWhoseOldDataIsReadableIsClaimedAsFormer() {
        ClaimVisit visit = visit(Means.ONLINE_CARD, Known.FORMER, Shown.CARD, false, NONE);
        Receipt made = new FormerClaim(POLICY)
                .of(receipt(Claim.of(SABUROU, OCTOBER, 6).branch("")), visit, SABUROU.id())
                .orElseThrow();
        assertThat(texts(made))
                .contains("HO,06139984,510,204,1,291,,,,,,,,,", "SN,1,01,,,,00,,")
                .containsSubsequence("SY,8830592,20261001,1,,,01,", "CO,01,1,820000245,");
        assertFlawless(made);
    }

    @Test
    void case6AReturningPatientWhoseNewCoverageIsUnknownIsClaimedAsFormer() {
        ClaimVisit visit = visit(Means.ORAL_CONFIRMATION, Known.FORMER, Shown.CARD_UNREADABLE, false, NONE);
        assertThat(new FormerClaim(POLICY).of(receipt(), visit, SABUROU.id()).problems())
                .isEmpty();
    }

    @Test
    void case7NothingKnownIsClaimedAsUnidentifiedFromTheDeclaration() {
        Receipt made = new UnidentifiedClaim(POLICY, true)
                .of(receipt(), nothingKnown(), Optional.of(SAID))
                .orElseThrow();
        assertThat(texts(made).subList(1, 15))
                .containsExactly(
                        "HO,77777777,,777777777,1,291,,,,,,,,,",
                        "SN,1,01,,,,,,",
                        texts(receipt()).get(3),
                        texts(receipt()).get(4),
                        "SY,8830592,20261001,1,,,01,",
                        "CO,01,1,820000246,",
                        "CO,01,1,830000501,ミホン　サブロウ",
                        "CO,01,1,830000502,社保（会社などの健康保険）",
                        "CO,01,1,830000503,全国健康保険協会　東京支部",
                        "CO,01,1,830000504,架空商事（株）",
                        "CO,01,1,830000505,東京都港区架空町１－２－３",
                        "CO,01,1,830000507,０９０－００００－００００",
                        "CO,01,1,830000508,令和８年１１月２日",
                        texts(receipt()).get(6));
        assertFlawless(made);
        assertThat(settled(made).rule().id()).isEqualTo("S-11-OPEN");
    }

    @Test
    void whatCouldBeClaimedAsFormerIsNeverUnidentified() {
        Answer former = Sample.HUB
                .inquire(SABUROU.inquiry(LocalDate.of(2026, 11, 9), Sample.CALLER))
                .answer();
        for (ClaimVisit visit : List.of(
                visit(Means.DECLARATION, Known.FORMER, Shown.CARD_UNREADABLE, true, NONE),
                visit(Means.DECLARATION, Known.NOTHING, Shown.CARD_UNREADABLE, true, former))) {
            assertThat(new UnidentifiedClaim(POLICY, true)
                            .of(receipt(), visit, Optional.of(SAID))
                            .problems())
                    .extracting(Problem::place)
                    .contains("claim R-CLM-02", "unidentified R-CLM-02.checked");
        }
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        ClaimVisit phoneOnly = new ClaimVisit(
                "visit",
                DAY,
                NONE,
                Optional.empty(),
                Optional.of(Means.DECLARATION),
                Known.NOTHING,
                Shown.SMARTPHONE_ONLY_UNREADABLE,
                false,
                Optional.empty(),
                List.of(),
                false,
                false,
                List.of());
        Statement blank = new Statement(
                Optional.empty(),
                Optional.empty(),
                "employees",
                "社保",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(new UnidentifiedClaim(POLICY, true)
                        .of(receipt(Claim.of(SABUROU, OCTOBER, 6, 13)), phoneOnly, Optional.of(blank))
                        .problems())
                .extracting(Problem::place)
                .contains(
                        "unidentified R-UNK-01.card",
                        "unidentified R-UNK-02",
                        "unidentified R-UNK-03",
                        "unidentified R-UNK-05.ask",
                        "remark 830000501",
                        "remark 830000503",
                        "remark 830000504",
                        "remark 830000505",
                        "remark 830000507",
                        "remark 830000508",
                        "share");
    }

    @Test
    void aComputerThatChecksDigitsGetsANumberWhoseCheckDigitFits() {
        assertThat(texts(new UnidentifiedClaim(POLICY, false)
                        .of(receipt(), nothingKnown(), Optional.of(SAID))
                        .orElseThrow()))
                .contains("HO,77777779,,777777777,1,291,,,,,,,,,");
    }

    @Test
    void aLongAddressGoesOnInTheNextRemark() {
        Statement far = new Statement(
                SAID.kana(),
                SAID.birth(),
                SAID.insuranceKind(),
                SAID.insuranceText(),
                SAID.insurerName(),
                SAID.employer(),
                Optional.of("東京都港区架空町１－２－３　".repeat(4)),
                SAID.phone(),
                SAID.share());
        Receipt made = new UnidentifiedClaim(POLICY, true)
                .of(receipt(), nothingKnown(), Optional.of(far))
                .orElseThrow();
        assertThat(made.comments().stream().filter(remark -> remark.code().equals("830000505")))
                .hasSize(1)
                .allMatch(remark -> remark.text().length() == 38);
        assertThat(made.hasComment("830000506")).isTrue();
        assertFlawless(made);
    }

    @Test
    void theBurdenFollowsTheStatedShare() {
        Townsperson elder = person("mihon-kamekichi");
        Receipt made = new UnidentifiedClaim(POLICY, true)
                .of(receipt(Claim.of(elder, OCTOBER, 6)), nothingKnown(), Optional.of(SAID))
                .orElseThrow();
        assertThat(made.re().orElseThrow().type().orElseThrow().digits()).isEqualTo("1110");
    }

    @Test
    void inDispensingTheRemarksStandInTk() {
        List<madoguchi.uke.Line> lines = List.of(
                madoguchi.uke.Line.of(FileKind.DISPENSING, "RE", "1", "4112", "202610", "例　三郎", "1", "19910217"),
                madoguchi.uke.Line.of(FileKind.DISPENSING, "HO", "06139984", "510", "204", "1", "100"),
                madoguchi.uke.Line.of(FileKind.DISPENSING, "SN", "1", "01", "", "", "", "00", "", ""),
                madoguchi.uke.Line.of(FileKind.DISPENSING, "KI", "1"));
        Receipt made = new FormerClaim(POLICY)
                .of(
                        Receipt.of(FileKind.DISPENSING, lines),
                        visit(Means.ONLINE_CARD, Known.FORMER, Shown.CARD, false, NONE),
                        SABUROU.id())
                .orElseThrow();
        assertThat(texts(made).getLast()).isEqualTo("TK,820000245,");
    }

    @Test
    void anUnidentifiedClaimOfAPharmacyCarriesTheEightItemsInTk() {
        List<madoguchi.uke.Line> lines = List.of(
                madoguchi.uke.Line.of(FileKind.DISPENSING, "RE", "1", "4112", "202610", "例　三郎", "1", "19910217"),
                madoguchi.uke.Line.of(FileKind.DISPENSING, "HO", "06139984", "510", "204", "1", "100"),
                madoguchi.uke.Line.of(FileKind.DISPENSING, "SN", "1", "01", "", "", "", "00", "", ""),
                madoguchi.uke.Line.of(FileKind.DISPENSING, "JD", "1", "", "", "", "", "", "1"),
                madoguchi.uke.Line.of(FileKind.DISPENSING, "CO", "810000001", "処方箋の注記"),
                madoguchi.uke.Line.of(FileKind.DISPENSING, "KI", "1"),
                madoguchi.uke.Line.of(FileKind.DISPENSING, "TK", "810000001", "前からの摘要"));
        Receipt made = new UnidentifiedClaim(POLICY, true)
                .of(Receipt.of(FileKind.DISPENSING, lines), nothingKnown(), Optional.of(SAID))
                .orElseThrow();
        assertThat(texts(made).subList(1, texts(made).size()))
                .containsExactly(
                        "HO,77777777,,777777777,1,100",
                        "SN,1,01,,,,,,",
                        texts(made).get(3),
                        "CO,810000001,処方箋の注記",
                        "KI,1",
                        "TK,820000246,",
                        "TK,830000501,ミホン　サブロウ",
                        "TK,830000502,社保（会社などの健康保険）",
                        "TK,830000503,全国健康保険協会　東京支部",
                        "TK,830000504,架空商事（株）",
                        "TK,830000505,東京都港区架空町１－２－３",
                        "TK,830000507,０９０－００００－００００",
                        "TK,830000508,令和８年１１月２日",
                        "TK,810000001,前からの摘要");
        assertThat(settled(made).rule().id()).as("the agency reads TK, too").isEqualTo("S-11-OPEN");
    }

    @Test
    void inADisasterTheNumbersAreNines() {
        Receipt known = DisasterClaim.of(Mending.DISASTER_NUMBER)
                .of(receipt(), Optional.empty())
                .orElseThrow();
        assertThat(texts(known)).contains("HO,06139984,,999999999,1,291,,,,,,,,,", "CO,01,1,820000246,");
        assertThat(DisasterClaim.of(Mending.DISASTER_INSURER)
                        .of(receipt(), Optional.empty())
                        .problems())
                .hasSize(2);
        assertThat(texts(DisasterClaim.of(Mending.DISASTER_INSURER)
                        .of(receipt(), Optional.of(SAID))
                        .orElseThrow()))
                .contains(
                        "HO,99999999,510,204,1,291,,,,,,,,,",
                        "CO,01,1,810000001,東京都港区架空町１－２－３",
                        "CO,01,1,810000001,０９０－００００－００００");
    }

    private static Disposition settled(Receipt made) {
        return new Settle(SettleRules.of(OCTOBER.plusMonths(1)), NOBODY).of(made);
    }

    private static void assertFlawless(Receipt made) {
        List<Finding> found = new ArrayList<>();
        ClaimCheck check = ClaimCheck.beforeSubmission(found::add);
        ClaimReader.parts(new ByteArrayInputStream(Claim.file(1, Claim.of(SABUROU, OCTOBER, 6))))
                .map(part -> part instanceof Receipt ? (Part) made : part)
                .forEach(check::accept);
        check.end();
        assertThat(found.stream().filter(one -> one.check().severity() != Severity.NOTE))
                .isEmpty();
        assertThat(settled(made).rule().outcome().isReturned()).isFalse();
    }
}
