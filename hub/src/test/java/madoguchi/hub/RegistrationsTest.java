package madoguchi.hub;

import static madoguchi.hub.FileOf.line;
import static madoguchi.hub.FileOf.lines;
import static madoguchi.hub.FileOf.myNumber;
import static madoguchi.hub.FileOf.ticketLine;
import static madoguchi.hub.FileOf.with;
import static madoguchi.hub.FileOf.without;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.CheckDigit;
import madoguchi.core.Coverage;
import madoguchi.core.LimitClass;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Parsed;
import madoguchi.core.Period;
import madoguchi.core.Problem;
import madoguchi.core.SpecificDisease;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class RegistrationsTest {

    private static final Instant NOW = Instant.parse("2026-08-03T00:00:00.123456789Z");

    private final HikariDataSource database = Databases.fresh();
    private final Registrations registrations = new Registrations(
            database, new SecretKeySpec(new byte[32], "HmacSHA256"), Clock.fixed(NOW, ZoneOffset.UTC));
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        root().addAppender(logged);
    }

    @AfterEach
    void close() {
        root().detachAppender(logged);
        database.close();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    // Forms of files.

    @Test
    void aFileInUtf8AndOneInShiftJisSayTheSame() {
        assertThat(taken(lines(line(1)).utf8()).stored()).isEqualTo(1);

        ImportReport again = taken(lines(line(1)).shiftJis());
        assertThat(again.stored()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstColumn() {
        byte[] marked = ("\uFEFF" + lines(line(1)).text("\n")).getBytes(StandardCharsets.UTF_8);

        assertThat(taken(marked).stored()).isEqualTo(1);
    }

    @Test
    void columnsMayComeInAnyOrder() {
        taken(lines(line(1)).utf8());

        assertThat(taken(lines(line(1)).reordered().utf8()).unchanged()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n", "\r\n\r\n"})
    void lineEndsAndEmptyLinesDoNotMatter(String newline) {
        ImportReport report = taken(lines(line(1), line(2)).text(newline).getBytes(StandardCharsets.UTF_8));

        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.faults()).isEmpty();
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(taken(lines(line(1)).text("\n").strip().getBytes(StandardCharsets.UTF_8))
                        .stored())
                .isEqualTo(1);
    }

    @Test
    void aFileOfSeveralChunksIsTakenWhole() {
        List<Long> progress = new ArrayList<>();
        Parsed<ImportReport> report =
                registrations.take(Source.of("large.csv", lines(people(2_500)).utf8()), progress::add);

        assertThat(report.orElseThrow().stored()).isEqualTo(2_500);
        assertThat(Databases.count(database, "fact")).isEqualTo(2_500);
        assertThat(Databases.count(database, "person")).isEqualTo(2_500);
        assertThat(progress).containsExactly(1_000L, 2_000L, 2_500L);
    }

    @Test
    void namesKeepTheirCodePoints() {
        taken(lines(line(1, "氏名", "𠮷野　葛\uDB40\uDD00子"), line(2, "氏名", "髙橋　﨑")).utf8());

        assertThat(coverages())
                .extracting(coverage -> coverage.holder().name().written())
                .containsExactly("𠮷野　葛\uDB40\uDD00子", "髙橋　﨑");
    }

    @Test
    void everyColumnIsUnderstood() {
        taken(lines(line(
                        1,
                        "被保険者証区分",
                        "01",
                        "本人家族",
                        "2",
                        "被保険者氏名",
                        "架空　一郎",
                        "氏名カナ",
                        "ｶｸｳ ﾀﾛｳ",
                        "性別2",
                        "2",
                        "生年月日",
                        "S62.4.12",
                        "郵便番号",
                        "100-9999",
                        "住所",
                        "\"架空区試験町1,2\"",
                        "資格喪失年月日",
                        "20270401",
                        "喪失事由",
                        "03",
                        "有効開始年月日",
                        "20250801",
                        "有効終了年月日",
                        "20270731",
                        "一部負担金割合",
                        "010",
                        "未就学区分",
                        "1",
                        "高齢有効開始",
                        "20250801",
                        "高齢有効終了",
                        "20260731",
                        "高齢負担割合",
                        "020",
                        "限度額証区分",
                        "01",
                        "限度額適用区分",
                        "A03",
                        "限度額有効開始",
                        "20250801",
                        "限度額有効終了",
                        "20260731",
                        "特定疾病",
                        "1:20240401:20240401::10000;2::20240501:20250430:0"))
                .utf8());
        Coverage coverage = coverages().getFirst();

        assertThat(coverage.holder().birth()).isEqualTo(LocalDate.of(1987, 4, 12));
        assertThat(coverage.holder().address()).contains("架空区試験町1,2");
        assertThat(coverage.qualified()).contains(Period.until(LocalDate.of(2020, 4, 1), LocalDate.of(2027, 4, 1)));
        assertThat(coverage.cardValid()).contains(Period.through(LocalDate.of(2025, 8, 1), LocalDate.of(2027, 7, 31)));
        assertThat(coverage.elderly().orElseThrow().rate().percent()).isEqualTo(20);
        assertThat(coverage.limit().orElseThrow().limitClass()).isEqualTo(LimitClass.A03);
        assertThat(coverage.diseases()).extracting(SpecificDisease::selfPayYen).containsExactly(10_000, 0);
        assertThat(coverage.preschool()).isTrue();
    }

    // Files that are refused as a whole.

    @Test
    void anUnknownColumnIsToldByItsPlaceAndAMissingOneByItsNameAndNothingIsStored() {
        List<Problem> problems =
                refused(lines(without(with(line(1), "備考", "x"), "保険者番号")).utf8());

        assertThat(problems).hasSize(2);
        assertThat(problems.get(0).reason().ja()).contains("12列目").doesNotContain("備考");
        assertThat(problems.get(1).reason().ja()).contains("保険者番号");
        assertThat(Databases.count(database, "batch")).isZero();
        assertThat(Databases.count(database, "fact")).isZero();
    }

    @Test
    void missingColumnsAreNamedInTheOrderOfTheDocumentation() {
        assertThat(refused("記号\n1\n".getBytes(StandardCharsets.UTF_8)))
                .extracting(problem -> problem.reason().en())
                .containsExactly(
                        "This column is missing: 異動区分",
                        "This column is missing: 個人番号",
                        "This column is missing: 保険者番号",
                        "This column is missing: 番号",
                        "This column is missing: 被保険者証区分",
                        "This column is missing: 氏名",
                        "This column is missing: 性別1",
                        "This column is missing: 生年月日",
                        "This column is missing: 資格取得年月日",
                        "This column is missing: 保険者名称");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        String text = lines(line(1)).text("\n").replaceFirst("記号", "番号");

        assertThat(refused(text.getBytes(StandardCharsets.UTF_8))).hasSize(1);
    }

    @Test
    void aFileWithoutAHeaderIsRefusedWithoutRepeatingItsFirstLine() {
        String text = lines(line(1)).text("\n");
        String headless = text.substring(text.indexOf('\n') + 1);

        assertThat(refused(headless.getBytes(StandardCharsets.UTF_8)).toString())
                .doesNotContain(myNumber(1))
                .doesNotContain("架空")
                .doesNotContain("19870412");
    }

    @Test
    void dataThatSlippedIntoTheHeaderIsNotRepeated() {
        String text = lines(line(1)).text("\n");
        String slipped = text.replaceFirst("\n", "," + myNumber(1) + "\n");

        assertThat(refused(slipped.getBytes(StandardCharsets.UTF_8)).toString()).doesNotContain(myNumber(1));
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(refused(new byte[0])).hasSize(1);
        assertThat(refused("\n\n".getBytes(StandardCharsets.UTF_8))).hasSize(1);
    }

    @Test
    void aHeaderWithoutLinesIsAnEmptyReport() {
        ImportReport report = taken((String.join(",", line(1).keySet()) + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(report).isEqualTo(new ImportReport("file.csv", 0, 0, 0, List.of()));
    }

    @Test
    void aFileThatIsNeitherUtf8NorShiftJisIsRefused() {
        byte[] neither = joined(lines(line(1)).utf8(), new byte[] {(byte) 0x81, 0x20, (byte) 0xFF});

        assertThat(refused(neither).getFirst().reason().ja()).contains("文字コード");
        assertThat(Databases.count(database, "batch")).isZero();
    }

    // Lines that are refused.

    @Test
    void everyFaultOfALineIsToldWithLineAndColumnAndTheGoodLinesAreStored() {
        ImportReport report = taken(lines(
                        line(1),
                        line(
                                2,
                                "個人番号",
                                "123456789012",
                                "保険者番号",
                                "138017",
                                "枝番",
                                "123",
                                "氏名",
                                "",
                                "性別1",
                                "9",
                                "生年月日",
                                "20260230",
                                "資格喪失年月日",
                                "20200331",
                                "限度額適用区分",
                                "A99",
                                "特定疾病",
                                "1:2:3",
                                "不開示",
                                "はい"),
                        line(3))
                .utf8());

        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.unchanged()).isZero();
        assertThat(report.faults()).extracting(ImportReport.LineFault::line).containsExactly(3L);
        assertThat(report.faults().getFirst().problems())
                .extracting(Problem::place)
                .containsExactly(
                        "氏名", "個人番号", "保険者番号", "枝番", "性別1", "生年月日", "資格喪失年月日", "限度額証区分", "限度額有効開始", "限度額適用区分", "特定疾病",
                        "不開示");
    }

    @Test
    void aFullWidthOneHidesThePersonToo() {
        taken(lines(line(1, "不開示", "１")).utf8());

        assertThat(JdbcClient.create(database)
                        .sql("select suppressed from hub.fact")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aLineWithTooFewOrTooManyCellsIsAFaultOfThatLine() {
        String text = lines(line(1)).text("\n") + "1,2,3\n"
                + lines(line(2)).text("\n").lines().toList().getLast() + ",\n"
                + lines(line(3)).text("\n").lines().toList().getLast() + "\n";
        ImportReport report = taken(text.getBytes(StandardCharsets.UTF_8));

        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.faults()).extracting(ImportReport.LineFault::line).containsExactly(3L, 4L);
    }

    @Test
    void linesBeforeABrokenQuoteAreStoredAndTheMendedFileIsTakenWhole() {
        List<Map<String, String>> broken = new ArrayList<>(people(1_200));
        broken.set(1_100, line(1_101, "氏名", "\"架空\" 太郎"));
        broken.set(3, line(4, "性別1", "9"));
        List<Problem> problems = refused(lines(broken).utf8());

        assertThat(problems).extracting(Problem::place).containsExactly("file.csv", "5行目 line 5 性別1");
        assertThat(problems.getFirst().reason().en()).contains("1100");
        assertThat(Databases.count(database, "fact")).isEqualTo(1_099);

        ImportReport mended = taken(lines(people(1_200)).utf8());
        assertThat(mended.stored()).isEqualTo(101);
        assertThat(mended.unchanged()).isEqualTo(1_099);
    }

    @Test
    void aQuoteThatIsNeverClosedSwallowsNoLineSilently() {
        List<Map<String, String>> broken = new ArrayList<>(people(10));
        broken.set(4, line(5, "保険者名称", "\"架空区"));
        ImportReport report = taken(lines(broken).utf8());

        assertThat(report.stored()).isEqualTo(4);
        assertThat(report.faults()).extracting(ImportReport.LineFault::line).containsExactly(6L);
    }

    // The same again.

    @Test
    void theSameFileTwiceChangesNothing() {
        byte[] file = lines(line(1), line(2, "性別1", "9"), line(3)).utf8();
        taken(file);
        List<String> before = Databases.allCells(database);
        ImportReport again = taken(file);

        assertThat(again.stored()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.faults()).hasSize(1);
        assertThat(Databases.allCells(database)).isEqualTo(before);
    }

    @Test
    void theSameLinesInAnotherFileAreUnchanged() {
        taken(lines(line(1), line(2)).utf8());
        ImportReport other = taken(lines(line(2), line(3), line(1), line(3)).utf8());

        assertThat(other.stored()).isEqualTo(1);
        assertThat(other.unchanged()).isEqualTo(3);
        assertThat(Databases.count(database, "fact")).isEqualTo(3);
        assertThat(Databases.count(database, "batch")).isEqualTo(2);
    }

    @Test
    void aCorrectionIsANewFactAndTheOldOneStays() {
        taken(lines(line(1)).utf8());
        ImportReport correction = taken(lines(line(1, "資格喪失年月日", "20260701")).utf8());

        assertThat(correction.stored()).isEqualTo(1);
        assertThat(coverages())
                .extracting(coverage -> coverage.qualified().orElseThrow().end())
                .containsExactly(Optional.empty(), Optional.of(LocalDate.of(2026, 7, 1)));
    }

    @Test
    void aCorrectionAndItsReversalInOneFileAreBothKept() {
        taken(lines(line(1), line(1, "資格喪失年月日", "20260701"), line(1)).utf8());

        assertThat(Databases.count(database, "fact")).isEqualTo(3);
    }

    @Test
    void aWithdrawalIsAFactToo() {
        taken(lines(line(1)).utf8());
        assertThat(taken(lines(line(1, "異動区分", "9")).utf8()).stored()).isEqualTo(1);

        assertThat(JdbcClient.create(database)
                        .sql("select withdrawn from hub.fact order by id")
                        .query(Boolean.class)
                        .list())
                .containsExactly(false, true);
    }

    @Test
    void onePersonOfTwoInsurersIsOnePerson() {
        taken(lines(line(1), line(1, "保険者番号", "0613801" + CheckDigit.of("0613801")))
                .utf8());

        assertThat(Databases.count(database, "person")).isEqualTo(1);
        assertThat(Databases.count(database, "fact")).isEqualTo(2);
    }

    @Test
    void factsCarryTheInstantOfRecordingToTheMicrosecondAndNeverLaterThanItWas() {
        taken(lines(line(1)).utf8());

        assertThat(new FactStore(database).about(Said.id("138016", "12-34", "500001", "02")))
                .extracting(Fact::recordedAt)
                .containsExactly(Instant.parse("2026-08-03T00:00:00.123456Z"));
    }

    // 個人番号.

    @Test
    void aMyNumberIsFoundNowhereAfterwards() {
        ((Logger) LoggerFactory.getLogger("madoguchi")).setLevel(Level.TRACE);
        List<Map<String, String>> file = new ArrayList<>(people(5));
        file.add(line(6, "性別1", "9"));
        file.add(line(7, "個人番号", "９８７６５０００００７０"));
        file.add(line(8, "個人番号", myNumber(8).substring(0, 11) + "x"));
        file.add(line(9, "番号", "", "氏名", "", "生年月日", myNumber(9)));
        ImportReport report = taken(lines(file).utf8());
        List<Problem> broken = refused(lines(line(10), line(11, "氏名", "\"a\"b")).utf8());

        String everything = String.join("\n", Databases.allCells(database))
                + report
                + broken
                + logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(report.faults()).hasSize(4);
        for (int person = 1; person <= 11; person++) {
            String digits = myNumber(person);
            assertThat(everything)
                    .doesNotContain(digits)
                    .doesNotContain(digits.substring(0, 11))
                    .doesNotContain(HexFormat.of().formatHex(digits.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    // 医療券.

    @Test
    void aTicketFileIsToldByItsHeader() {
        assertThat(taken(lines(ticketLine()).utf8()).stored()).isEqualTo(1);

        assertThat(tickets()).extracting(MedicalTicket::issueNumber).containsExactly("K-1");
        assertThat(Databases.count(database, "fact")).isZero();
    }

    @Test
    void aTicketWithoutDatesHoldsForItsMonth() {
        taken(lines(with(ticketLine(), "有効開始年月日", "", "有効終了年月日", "")).utf8());

        assertThat(tickets())
                .extracting(MedicalTicket::valid)
                .containsExactly(Period.through(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31)));
    }

    @Test
    void aTicketIsCorrectedAndWithdrawn() {
        taken(lines(ticketLine()).utf8());
        taken(lines(with(ticketLine(), "本人支払額", "1200")).utf8());
        assertThat(tickets()).extracting(MedicalTicket::selfPayYen).containsExactly(1_200);

        taken(lines(with(ticketLine(), "異動区分", "9")).utf8());
        assertThat(tickets()).isEmpty();
        assertThat(Databases.count(database, "ticket_fact")).isEqualTo(3);
    }

    @Test
    void faultsOfATicketLineAreToldTogether() {
        ImportReport report = taken(lines(with(
                        ticketLine(),
                        "異動区分",
                        "8",
                        "公費負担者番号",
                        "12138013",
                        "診療年月",
                        "202613",
                        "医療機関コード",
                        "13",
                        "本人支払額",
                        "千円"))
                .utf8());

        assertThat(report.faults().getFirst().problems())
                .extracting(Problem::place)
                .containsExactly("公費負担者番号", "医療機関コード", "診療年月", "本人支払額", "異動区分");
    }

    @Test
    void theReportSaysWhatIsInTheDatabase() {
        taken(lines(line(1), line(1), line(2, "性別1", "9")).utf8());

        assertThat(JdbcClient.create(database)
                        .sql("select stored, unchanged, faulty from hub.batch_end")
                        .query((row, index) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                        .single())
                .containsExactly(1L, 1L, 1L);
    }

    private ImportReport taken(byte[] file) {
        return registrations.take(Source.of("file.csv", file), rows -> {}).orElseThrow();
    }

    private List<Problem> refused(byte[] file) {
        return registrations.take(Source.of("file.csv", file), rows -> {}).problems();
    }

    private List<Coverage> coverages() {
        return new FactLogStore(database)
                .from(0, 10_000).stream().map(Fact::coverage).toList();
    }

    private List<MedicalTicket> tickets() {
        return new FactStore(database)
                .tickets(Said.WELFARE, YearMonth.of(2026, 8), Said.CLINIC.facility(), Optional.empty());
    }

    private static List<Map<String, String>> people(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(FileOf::line).toList();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
