package madoguchi.uke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Sex;
import org.junit.jupiter.api.Test;

/** レセプトを読み、変えて書く – typed views of the worked examples, and copies with changes. */
class ReceiptTest {

    private final Receipt ordinary = Examples.receipt(Examples.ORDINARY);

    @Test
    void thePatientAndTheReceiptTypeAreRead() {
        RE re = ordinary.re().orElseThrow();
        assertThat(re.name()).isEqualTo("見本　一郎");
        assertThat(re.kana()).isEqualTo("ミホンイチロウ");
        assertThat(re.sex()).contains(Sex.MALE);
        assertThat(re.birth()).contains(LocalDate.of(1985, 4, 12));
        assertThat(re.month()).contains(YearMonth.of(2026, 4));
        assertThat(re.chart()).isEqualTo("K0001");
        ReceiptType type = re.type().orElseThrow();
        assertThat(type.group()).isEqualTo(ReceiptType.Group.INSURANCE);
        assertThat(type.patient()).isEqualTo(ReceiptType.Patient.INSURED);
        assertThat(type.isInpatient()).isFalse();
        assertThat(type.publicPayers()).isZero();
    }

    @Test
    void theInsuredIsThatOfHoWithTheBranchOfSn() {
        assertThat(ordinary.insured())
                .contains(new InsuredId(
                        new InsurerNumber("01139997"),
                        java.util.Optional.of("11010203"),
                        "123",
                        java.util.Optional.of("00")));
    }

    @Test
    void visitDaysAreThoseOfJd() {
        JD jd = ordinary.jd(1).orElseThrow();
        assertThat(jd.counted()).isEqualTo(1 << 6 | 1 << 20);
        assertThat(jd.days()[6]).isEqualTo(1);
    }

    @Test
    void aUnitEndsWithTheLineThatCarriesPoints() {
        List<Unit> units = ordinary.units();
        assertThat(units).extracting(Unit::total).containsExactly(291L, 73L);
        assertThat(units).extracting(Unit::dayMask).containsExactly(1 << 6, 1 << 20);
        assertThat(units).extracting(Unit::category).containsExactly("11", "12");
    }

    @Test
    void linesWithoutPointsAndCommentsBelongToTheirUnit() {
        String days = ",".repeat(30) + "2";
        Receipt receipt = Examples.receipt(Examples.HEAD + Examples.RE
                + "CO,01,1,820000245,\r\n"
                + "SI,21,1,120002910,,,,,,,,,," + days + "\r\n"
                + "IY,,1,610406079,3,8,2,,,,,,," + days + "\r\n"
                + "CO,,1,810000001,飲み方の説明\r\n"
                + "IY,,1,610406080,1,5,2,,,,,,," + days + "\r\n"
                + "CO,99,1,810000001,末尾\r\nSJ,01,長い説明\r\n");
        assertThat(receipt.units())
                .extracting(Unit::from, Unit::to, Unit::category, Unit::total)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 2, "01", 0L),
                        org.assertj.core.groups.Tuple.tuple(2, 5, "21", 16L),
                        org.assertj.core.groups.Tuple.tuple(5, 6, "21", 10L),
                        org.assertj.core.groups.Tuple.tuple(6, 7, "99", 0L));
        assertThat(receipt.units().get(1).days()[30]).isEqualTo(2);
    }

    @Test
    void theTransferredReceiptNamesTheFoundInsurerInSn() {
        Receipt receipt = Examples.receipt(Examples.TRANSFERRED);
        SN sn = receipt.sn(1).orElseThrow();
        assertThat(sn.confirmation()).contains(Confirmation.TRANSFERRED);
        assertThat(sn.foundInsurer()).isEqualTo("06139992");
        assertThat(sn.foundNumber()).isEqualTo("9876");
        assertThat(receipt.ho().orElseThrow().number()).isEqualTo("555");
    }

    @Test
    void theSplitExampleComesOutOfTheOrdinaryOneByCopiesWithChanges() {
        Receipt part = ordinary;
        int sn = part.indexOf(RecordId.SN);
        Line line = part.lines().get(sn);
        Receipt transferred = part.replaced(
                        sn,
                        line.with(Item.CONFIRMATION, "04")
                                .with(Item.FOUND_INSURER, "06139992")
                                .with(Item.FOUND_SYMBOL, "2001")
                                .with(Item.FOUND_NUMBER, "9876"))
                .replaced(1, part.lines().get(1).with(Item.NUMBER, "555"));
        assertThat(transferred.sameBytes(Examples.receipt(Examples.TRANSFERRED)))
                .isTrue();
        assertThat(part.sameBytes(Examples.receipt(Examples.ORDINARY))).isTrue();
    }

    @Test
    void onlyTheFieldThatChangesChangesEvenInBrokenBytes() {
        byte[] broken = Examples.bytes("HO,01139997,AB,123,2,364\n");
        broken[13] = (byte) 0x81;
        Line line = new Line(broken, 0, broken.length, FileKind.MEDICAL);
        byte[] changed = line.with(Item.DAYS, "10").bytes();
        assertThat(changed).hasSize(broken.length + 1).contains((byte) 0x81).endsWith((byte) '4', (byte) '\n');
        assertThat(line.with(9, "7").bytes()).endsWith(Examples.bytes("364,,,7\n"));
    }

    @Test
    void whatCannotStandInAFieldIsRefused() {
        Line line = ordinary.lines().get(0);
        for (String text : List.of("a,b", "a\nb", "𠮷", "\u001a")) {
            assertThatThrownBy(() -> line.with(Item.NAME, text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> line.with(Item.BURDEN, "1")).isInstanceOf(IllegalArgumentException.class);
        assertThat(line.with(Item.NAME, "髙橋　①●").text(Item.NAME)).isEqualTo("髙橋　①●");
        assertThat(Letters.official("髙橋　①葛󠄀𠮷")).isEqualTo("？橋　？葛？");
        assertThat(Letters.official("〜−～－●邉ｱA")).isEqualTo("～－～－●邉ｱA");
    }

    @Test
    void daysAreSetOneByOne() {
        Line jd = ordinary.jds().getFirst().line();
        int[] days = new int[31];
        days[2] = 1;
        days[30] = 1;
        assertThat(jd.withDays(days).bytes()).isEqualTo(Examples.bytes("JD,1,,,1" + ",".repeat(28) + "1\r\n"));
        assertThat(jd.withDays(jd.days()).sameBytes(jd)).isTrue();
    }

    @Test
    void goCountsInsurerAndPublicRecords() {
        Receipt withPublic = Examples.receipt(
                Examples.HEAD + Examples.RE + "HO,01139997,1,2,1,291\r\nKO,54147012,1234567,,1,100\r\nRE,2,1212\r\n");
        Receipt publicOnly = Examples.receipt(
                Examples.HEAD + Examples.RE + "KO,12139994,1234567,,1,50\r\nKO,54147012,1234567,,1,20\r\n");
        assertThat(Totals.NONE.with(withPublic).with(publicOnly)).isEqualTo(new Totals(4, 341));
        assertThat(new Totals(4, 341).line(FileKind.MEDICAL).bytes()).isEqualTo(Examples.bytes("GO,4,341,99\r\n"));
    }

    /** As on the published sample: 69 HO and 71 KO are a total count of 140 for 75 receipts, and 86,392 points ({@code claims-uke.md} §2). */
    @Test
    void seventyFiveReceiptsWithSixtyNineInsurersAndSeventyOnePublicPayersAreOneHundredAndForty() {
        StringBuilder file = new StringBuilder(Examples.HEAD);
        for (int i = 1; i <= 75; i++) {
            int points = i == 75 ? 86_392 - 74 * 1000 : 1000;
            file.append("RE,").append(i).append(",1112\r\n");
            file.append(i <= 69 ? "HO,01139997,1,2,1," + points + "\r\n" : "");
            file.append(i <= 65 ? "KO,54139993,1234567,,1,77\r\n" : "");
            file.append(i > 69 ? "KO,12139994,1234567,,1," + points + "\r\n" : "");
        }
        Totals totals =
                Examples.receipts(file.toString()).stream().reduce(Totals.NONE, Totals::with, (one, other) -> other);
        assertThat(totals).isEqualTo(new Totals(140, 86_392));
    }

    @Test
    void aLongRemarkGoesOnInTheNextLineWithoutCategory() {
        List<Line> lines = Remarks.lines(FileKind.MEDICAL, '1', "830000505", "あ".repeat(40));
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().bytes()).isEqualTo(Examples.bytes("CO,01,1,830000505," + "あ".repeat(38) + "\r\n"));
        assertThat(lines.getLast().bytes()).isEqualTo(Examples.bytes("CO,,1,830000505,ああ\r\n"));
        assertThat(Remarks.lines(FileKind.DISPENSING, '1', Remarks.UNIDENTIFIED, "")
                        .getFirst()
                        .bytes())
                .isEqualTo(Examples.bytes("TK,820000246,\r\n"));
    }

    @Test
    void sixDigitInsurersArePaddedWithSpaces() {
        HO ho = (HO) Line.of(FileKind.MEDICAL, "HO", "  139998", "1", "2").typed();
        assertThat(ho.insurer()).contains(new InsurerNumber("139998"));
    }

    @Test
    void datesOfBothLayoutsAreRead() {
        assertThat(UkeDate.day("19850412")).contains(LocalDate.of(1985, 4, 12));
        assertThat(UkeDate.day("3600412")).contains(LocalDate.of(1985, 4, 12));
        assertThat(UkeDate.day("５０６０４０７")).contains(LocalDate.of(2024, 4, 7));
        assertThat(UkeDate.month("50104")).contains(YearMonth.of(2019, 4));
        assertThat(UkeDate.month("202604")).contains(YearMonth.of(2026, 4));
        for (String wrong : List.of("", "20260230", "6010101", "5000101", "2026041", "2026-04-1", "00000000")) {
            assertThat(UkeDate.day(wrong)).as(wrong).isEmpty();
        }
    }
}
