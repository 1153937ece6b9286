package madoguchi.review;

import static madoguchi.review.Claims.file;
import static madoguchi.review.Claims.finished;
import static madoguchi.review.Claims.in;
import static madoguchi.review.Claims.receipt;
import static madoguchi.review.Claims.unidentified;
import static madoguchi.review.People.id;
import static madoguchi.review.People.stay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import madoguchi.core.CoverageHistory;
import madoguchi.core.LossReason;
import madoguchi.core.Relation;
import madoguchi.fixture.Database;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.GO;
import madoguchi.uke.IR;
import madoguchi.uke.Part;
import madoguchi.uke.Receipt;
import madoguchi.uke.RecordId;
import madoguchi.uke.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of the receipts of a month, and which files say so. */
class SettlingTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-10T00:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate TENTH = LocalDate.of(2026, 4, 10);
    private static final String LETTER = "letters/1311234569/202605-000000001";

    @TempDir
    Path folder;

    /** One person for each way a receipt can go; their numbers are those of {@link #everyWay}. */
    private static People people() {
        return new People()
                .with(old("1", Optional.empty()))
                .with(old("2", Optional.empty()))
                .with(
                        old("3", Optional.of(FIRST)),
                        stay(id("06139992", "2001", "9876", "00"), FIRST, Optional.empty(), Optional.empty()))
                .with(
                        old("4", Optional.of(TENTH)),
                        stay(id("139998", "13-01", "246810", "01"), TENTH, Optional.empty(), Optional.empty()))
                .with(old("5", Optional.of(FIRST)))
                .with(stay(claimed("6"), People.LONG_AGO, Optional.of(FIRST), Optional.of(LossReason.DEATH)))
                .with(stay(
                        claimed("7"),
                        People.LONG_AGO,
                        Optional.of(FIRST),
                        Optional.empty(),
                        Optional.of(FIRST),
                        People.BIRTH,
                        "ダレカ",
                        Relation.INSURED))
                .with(stay(
                        id("06139992", "2001", "555", "00"),
                        People.LONG_AGO,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        People.BIRTH,
                        "ミホン サブロウ",
                        Relation.INSURED));
    }

    private static madoguchi.core.InsuredId claimed(String number) {
        return id("01139997", "11010203", number, "00");
    }

    private static madoguchi.core.Timeline.Stay old(String number, Optional<LocalDate> until) {
        return stay(
                claimed(number),
                People.LONG_AGO,
                until,
                until.map(day -> LossReason.OTHER_COVERAGE),
                Optional.empty(),
                People.BIRTH,
                "ベツノヒト",
                Relation.INSURED);
    }

    private static byte[] everyWay() {
        String[] unknown = Claims.EIGHT.clone();
        unknown[1] = "830000501,ダレデモナイ";
        return file(
                receipt(1, "1", "00"),
                receipt(2, "2", "05"),
                receipt(3, "3", "00"),
                receipt(4, "4", "00"),
                receipt(5, "5", "00"),
                receipt(6, "6", "00"),
                receipt(7, "7", "00"),
                receipt(8, "8", "00"),
                unidentified(9, Claims.EIGHT),
                unidentified(10, unknown),
                unidentified(11, "820000246,"));
    }

    private Agency agency(DataSource database, CoverageHistory history) {
        return new Agency(database, folder.resolve("shelf"), history, CLOCK);
    }

    private Path run(Agency agency, Path out, byte[]... files) throws IOException {
        for (byte[] file : files) {
            agency.take(in(file), Optional.empty(), any -> {});
        }
        return Path.of(finished(agency.settle(Claims.MAY, out, any -> {})).folder());
    }

    private static List<Receipt> receipts(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ClaimReader.receipts(in).map(Receipt::detached).toList();
        }
    }

    private static Map<String, byte[]> all(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    @Test
    void theFiguresPerInsurerSayWhatWasClaimedAndWhatIsBilled() throws IOException {
        DataSource database = Database.fresh("review", Agency::migrate);
        Agency agency = agency(database, people());
        run(agency, folder.resolve("out"), everyWay());
        RunReport report = agency.runs(1).getFirst();
        List<InsurerFigure> insurers = new RunStore(database).insurers(report.id());
        assertThat(insurers)
                .extracting(InsurerFigure::insurer, InsurerFigure::claimed, InsurerFigure::billed)
                .containsExactly(
                        tuple("01139997", 8L, 5L),
                        tuple("06139992", 0L, 2L),
                        tuple("139998", 0L, 1L),
                        tuple("77777777", 3L, 0L));
        assertThat(insurers.stream().mapToLong(InsurerFigure::claimedPoints).sum())
                .isEqualTo(report.points());
        assertThat(insurers.stream().mapToLong(InsurerFigure::billedPoints).sum())
                .isEqualTo(report.billed());
        assertThat(agency.figures(Claims.MAY))
                .isEqualTo(new RunStore(database).rules(report.id()))
                .extracting(RuleFigure::rule)
                .contains("S-07", "S-11-BACK");
        agency.figures(Claims.MAY)
                .forEach(figure -> assertThat(agency.receipts(Claims.MAY, figure.rule(), 0, 0, 100))
                        .as(figure.rule())
                        .hasSize((int) figure.receipts()));
        assertThat(agency.figures(Claims.MAY.plusMonths(1))).isEmpty();
    }

    @Test
    void everyReceiptGoesWhereItsRuleSays() throws IOException {
        DataSource database = Database.fresh("review", Agency::migrate);
        Path results = run(agency(database, people()), folder.resolve("out"), everyWay());
        assertThat(JdbcClient.create(database)
                        .sql("select rule from review.disposition order by ordinal")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "S-01",
                        "S-02",
                        "S-04",
                        "S-05",
                        "S-06",
                        "S-08",
                        "S-07",
                        "S-03",
                        "S-11",
                        "S-11-OPEN",
                        "S-11-BACK");
        assertThat(all(results).keySet())
                .containsExactly(
                        "adjustment/1/RECEIPTC.UKE",
                        "figures.csv",
                        LETTER + ".csv",
                        LETTER + ".pdf",
                        "manifest.csv",
                        "payers/1/01139997/RECEIPTC.UKE",
                        "payers/1/06139992/RECEIPTC.UKE",
                        "payers/2/139998/RECEIPTC.UKE",
                        "returns/1311234569/202605-000000001/RECEIPTC.HEN");
        assertThat(receipts(results.resolve("payers/1/06139992/RECEIPTC.UKE")))
                .extracting(receipt -> receipt.sn(1).orElseThrow().foundNumber())
                .containsExactly("9876", "555");
        assertThat(receipts(results.resolve("returns/1311234569/202605-000000001/RECEIPTC.HEN")))
                .extracting(receipt -> receipt.re().orElseThrow().chart())
                .containsExactly("K0006", "K0007", "K00011");
    }

    @Test
    void aPartThatBelongsToTheOtherBodyGoesThereWithItsOwnTotals() throws IOException {
        Path results =
                run(agency(Database.fresh("review", Agency::migrate), people()), folder.resolve("out"), everyWay());
        try (InputStream in = Files.newInputStream(results.resolve("payers/2/139998/RECEIPTC.UKE"))) {
            List<Part> parts = ClaimReader.parts(in).toList();
            assertThat(parts).hasSize(3);
            IR head = (IR) parts.getFirst().lines().getFirst().typed();
            assertThat(head.body()).contains(madoguchi.uke.Body.FEDERATION);
            GO totals = (GO) parts.getLast().lines().getFirst().typed();
            assertThat(totals.count()).hasValue(1);
            assertThat(totals.points()).hasValue(73);
        }
    }

    @Test
    void theLetterTellsTheFacilityWhatBecameOfEachReceiptAndWhy() throws IOException {
        Path results =
                run(agency(Database.fresh("review", Agency::migrate), people()), folder.resolve("out"), everyWay());
        String csv = Files.readString(results.resolve(LETTER + ".csv"), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFreception,claim_month,receipt,");
        assertThat(csv.lines())
                .hasSize(12)
                .anyMatch(
                        line -> line.startsWith(
                                "202605-000000001,2026-05,3,3,K0003,2026-04,TRANSFERRED,04,S-04,1,1,01139997,11010203,3,00,06139992,2001,9876,00,2026-04-01,364,3 24,,"))
                .anyMatch(line -> line.contains(
                        ",SPLIT,05,S-05,2,2,01139997,11010203,4,00,139998,13-01,246810,01,2026-04-10,73,24,,"))
                .anyMatch(
                        line -> line.contains(",RETURNED_DEATH,08,S-08,1,0,01139997,11010203,6,00,,,,,2026-04-01,364,"))
                .anyMatch(line ->
                        line.contains(",RETURNED_INCOMPLETE,,S-11-BACK,") && line.contains(",830000501 830000502 "));
        assertThat(csv).doesNotContain("見本", "19850412", ",S-01,");
    }

    @Test
    void aSecondRunSettlesOnlyWhatCameSinceAndAnEmptyMonthNothing() throws IOException {
        DataSource database = Database.fresh("review", Agency::migrate);
        Agency agency = agency(database, people());
        run(agency, folder.resolve("out"), everyWay());
        assertThat(agency.settle(Claims.MAY, folder.resolve("out"), any -> {}))
                .isEqualTo(new RunOutcome.NothingWaits());
        Path second =
                run(agency, folder.resolve("out"), file(receipt(1, "3", "00").replace("K0001", "K0099")));
        assertThat(second.getFileName()).hasToString("2026-05-2");
        assertThat(receipts(second.resolve("payers/1/06139992/RECEIPTC.UKE"))).hasSize(1);
        assertThat(agency.runs(9)).extracting(RunReport::receipts).containsExactly(1L, 11L);
    }

    @Test
    void aRunThatWasBrokenOffStartsAgainWithoutDoublingAndGivesTheSameBytes() throws IOException {
        byte[] invented = Claims.invented(madoguchi.uke.FileKind.MEDICAL, 3, 2_500);
        Path unbroken = run(
                agency(Database.fresh("review", Agency::migrate), people()),
                folder.resolve("one"),
                everyWay(),
                invented);
        DataSource database = Database.fresh("review", Agency::migrate);
        Agency agency = agency(database, people());
        agency.take(in(everyWay()), Optional.empty(), any -> {});
        agency.take(in(invented), Optional.empty(), any -> {});
        assertThatThrownBy(() -> agency.settle(Claims.MAY, folder.resolve("two"), done -> {
                    if (done > 2_000) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        assertThat(agency.runs(9)).isEmpty();
        assertThat(Files.exists(folder.resolve("two/2026-05-1"))).isFalse();
        Path again = run(agency, folder.resolve("two"));
        Map<String, byte[]> expected = all(unbroken);
        Map<String, byte[]> got = all(again);
        assertThat(got.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, bytes) -> assertThat(got.get(path)).as(path).isEqualTo(bytes));
        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from review.disposition")
                        .query(Long.class)
                        .single())
                .isEqualTo(2_511);
    }

    @Test
    void aReceiptThatAnInsurerSendsBackIsSettledAgainByNewerRegistersWithCodesOfItsOwn() throws IOException {
        DataSource database = Database.fresh("review", Agency::migrate);
        Path first = run(agency(database, people()), folder.resolve("out"), everyWay());
        // 06139992 was billed for the third receipt, and now says that the person had gone on to 139998.
        People newer = new People()
                .with(
                        old("3", Optional.of(FIRST)),
                        stay(
                                id("06139992", "2001", "9876", "00"),
                                FIRST,
                                Optional.of(LocalDate.of(2026, 4, 2)),
                                Optional.of(LossReason.OTHER_COVERAGE)),
                        stay(
                                id("139998", "13-01", "777", "01"),
                                LocalDate.of(2026, 4, 2),
                                Optional.empty(),
                                Optional.empty()));
        Receipt billed =
                receipts(first.resolve("payers/1/06139992/RECEIPTC.UKE")).getFirst();
        byte[] back = file(new String(billed.lines().bytes(), Claims.CHARSET));
        Agency agency = agency(database, newer);
        Acknowledgement told = agency.takeRaised(in(back), new madoguchi.core.InsurerNumber("06139992"), any -> {});
        assertThat(told.state()).isEqualTo(Acknowledgement.State.ACCEPTED);
        Path second = Path.of(finished(agency.settle(Claims.MAY, folder.resolve("out"), any -> {}))
                .folder());
        Receipt moved = receipts(second.resolve("payers/2/139998/RECEIPTC.UKE")).getFirst();
        assertThat(moved.sn(1).orElseThrow().confirmation()).contains(madoguchi.uke.Confirmation.INSURER_TRANSFERRED);
        assertThat(moved.sn(1).orElseThrow().foundNumber()).isEqualTo("777");
        assertThat(moved.ho().orElseThrow().insurerText()).isEqualTo("01139997");
    }

    @Test
    void aFileThatWasChangedOnTheShelfIsNotSettled() throws IOException {
        Agency agency = agency(Database.fresh("review", Agency::migrate), people());
        agency.take(in(everyWay()), Optional.empty(), any -> {});
        try (Stream<Path> kept = Files.walk(folder.resolve("shelf"))) {
            for (Path file : kept.filter(Files::isRegularFile).toList()) {
                Files.write(file, file(receipt(1, "1", "00")));
            }
        }
        assertThatThrownBy(() -> agency.settle(Claims.MAY, folder.resolve("out"), any -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reception 1");
        assertThat(agency.runs(9)).isEmpty();
    }

    @Test
    void noReceiptAndNoPointIsLostOrMadeWhateverBecomesOfThem() throws IOException {
        DataSource database = Database.fresh("review", Agency::migrate);
        People people = new People();
        byte[][] files = InventedPeople.files(people, 700);
        Path results = run(agency(database, people), folder.resolve("out"), files);
        long claimedPoints = 0;
        long claimedReceipts = 0;
        for (byte[] file : files) {
            List<Receipt> all = ClaimReader.receipts(in(file)).toList();
            claimedReceipts += all.size();
            claimedPoints += points(all);
        }
        long points = 0;
        long receipts = 0;
        for (String path : all(results).keySet()) {
            if (path.endsWith(".UKE") || path.endsWith(".HEN")) {
                List<Receipt> sent = receipts(results.resolve(path));
                points += points(sent);
                receipts += sent.size();
                assertThat(goPoints(results.resolve(path))).as(path).isEqualTo(points(sent));
            }
        }
        JdbcClient log = JdbcClient.create(database);
        long more = log.sql(
                        "select coalesce(sum(cardinality(string_to_array(found_insurers, ' ')) - 1), 0) from review.disposition where outcome = 'SPLIT'")
                .query(Long.class)
                .single();
        assertThat(points).isEqualTo(claimedPoints);
        assertThat(receipts).isEqualTo(claimedReceipts + more);
        assertThat(log.sql("select distinct outcome from review.disposition")
                        .query(String.class)
                        .list())
                .contains(
                        "UNCHANGED",
                        "BRANCH_FILLED",
                        "NOT_CONFIRMED",
                        "TRANSFERRED",
                        "SPLIT",
                        "BILLED_AS_CLAIMED",
                        "NOT_SPLIT")
                .contains("RETURNED_COLLECTED", "RETURNED_DEATH", "PUBLIC_ONLY");
    }

    private static long points(List<Receipt> receipts) {
        return receipts.stream()
                .mapToLong(receipt -> Totals.NONE.with(receipt).points())
                .sum();
    }

    private static long goPoints(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ClaimReader.parts(in)
                    .filter(Part.Foot.class::isInstance)
                    .flatMap(foot -> foot.lines().stream())
                    .filter(line -> line.id() == RecordId.GO)
                    .mapToLong(line -> ((GO) line.typed()).points().orElseThrow())
                    .sum();
        }
    }
}
