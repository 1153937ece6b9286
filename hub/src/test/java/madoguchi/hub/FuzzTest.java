package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Answer;
import madoguchi.core.BulkQuestion;
import madoguchi.core.BulkRequest;
import madoguchi.core.BulkRetrieval;
import madoguchi.core.CardSerial;
import madoguchi.core.ConsentScope;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.ReferenceNumber;
import madoguchi.core.Reply;
import madoguchi.core.Subject;
import madoguchi.core.VisitKind;
import madoguchi.fixture.Fuzz;
import madoguchi.fixture.MovableClock;
import madoguchi.json.CoreJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 窓口に来るあらゆる入力 – every parser at the hub's edge on inputs that chance made. Of each: nothing is thrown but what the parser declares, no fault text repeats a number or a name of the input, and what comes
 * out is not much longer than what went in. {@code -Dmadoguchi.fuzz.seconds=60} tries each for a minute.
 */
class FuzzTest {

    private static final String FACILITY = Said.CLINIC.facility().digits();
    private static final Pattern NUMBERS = Pattern.compile("\\d{6,}");
    private static final Clock CLOCK = new MovableClock(Instant.parse("2026-08-03T00:30:00Z"));
    private static final int LONGEST_WORDS = 400;

    /** What our own sentences hold: an example of a date. */
    private static final String EXAMPLES = "19870412";

    @TempDir
    Path folder;

    // JSON.

    @Test
    void noTextBreaksTheReadingOfAnInquiry() {
        Fuzz.run("inquiry", 10_000, inquiries(), FuzzTest::inquiry);
    }

    static Object inquiry(byte[] body) {
        return switch (PostedInquiry.read(body, Optional.of(FACILITY))) {
            case PostedInquiry.Read.Asked(var inquiry) -> inquiry.kind();
            case PostedInquiry.Read.Refused(var response) ->
                refused(body, new String(response.body(), StandardCharsets.UTF_8));
        };
    }

    private static Object refused(byte[] input, String words) {
        harmless(input, words);
        assertThat(words.length()).isLessThan(LONGEST_WORDS);
        return words;
    }

    /** Whatever is an inquiry gets an answer: a peer cannot make the hub fail by an odd text, day or instant in a sound form. */
    @Test
    void whateverIsAnInquiryIsAnswered() {
        try (HikariDataSource database = Databases.fresh();
                RegisterHub hub = new RegisterHub(database, CLOCK)) {
            Fuzz.run("answered", 200, inquiries(), body -> {
                if (PostedInquiry.read(body, Optional.of(FACILITY)) instanceof PostedInquiry.Read.Asked(var inquiry)) {
                    Reply reply = hub.inquire(inquiry);
                    assertThat(reply.answer())
                            .satisfiesAnyOf(
                                    answer -> assertThat(answer).isInstanceOf(Answer.NotFound.class),
                                    answer -> assertThat(answer)
                                            .isInstanceOfSatisfying(
                                                    Answer.Unreachable.class,
                                                    none -> assertThat(none.cause())
                                                            .isEqualTo(Answer.Cause.REFUSED)));
                    return reply.answer().getClass();
                }
                return "none";
            });
        }
    }

    private static List<byte[]> inquiries() {
        Inquiry number = Said.asking(Said.WARD, "2026-08-03");
        return List.of(
                json(number),
                json(number.asKnownAt(Instant.parse("2026-07-01T00:00:00Z"))),
                json(Said.asking(Said.WELFARE, "2026-08-03")),
                json(Inquiry.byCard(new CardSerial("SIM-1", "2A01"), LocalDate.of(2026, 8, 3), Said.CLINIC)));
    }

    private static byte[] json(Object value) {
        return CoreJson.mapper().writeValueAsBytes(value);
    }

    @Test
    void noTextBreaksTheReadingOfAFiling() {
        FilingApi api = new FilingApi(new Taking());
        Principal facility = () -> FACILITY;
        List<byte[]> seeds = List.of(
                json(new Filing.Reference(
                        Said.WARD, Optional.of(Said.BIRTH), new ReferenceNumber("P-9"), false, Said.CLINIC)),
                json(new Filing.Consent(
                        new Subject.ByNumber(Said.WARD, Said.BIRTH), Set.of(ConsentScope.LIMIT), false, Said.CLINIC)));
        Fuzz.run(
                "filing",
                4_000,
                seeds,
                body -> List.of(
                        filed(body, input -> api.reference(input, facility).getBody()),
                        filed(body, input -> api.consent(input, facility).getBody())));
    }

    private interface Posting {
        @org.jspecify.annotations.Nullable
        String to(InputStream body) throws IOException;
    }

    private static Object filed(byte[] body, Posting posting) {
        try {
            String words = String.valueOf(posting.to(new ByteArrayInputStream(body)));
            return words.contains("\"problems\"") ? "taken" : refused(body, words);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Refuses everything that was read, with one problem. */
    private static final class Taking implements Hub {
        @Override
        public Reply inquire(Inquiry inquiry) {
            throw new AssertionError();
        }

        @Override
        public Filed file(Filing filing) {
            return new Filed.Refused(List.of(Problem.at("a", "あ", "a")));
        }
    }

    @Test
    void noLineBreaksTheReadingOfABulkInquiry() {
        byte[] text = BulkText.of(new BulkRequest(
                "request-1",
                LocalDate.of(2026, 8, 3),
                Said.CLINIC,
                List.of(
                        new BulkQuestion(Said.WARD, Said.BIRTH, true, Optional.of("123_1")),
                        new BulkQuestion(Said.WELFARE, Said.BIRTH, false, Optional.empty()))));
        List<byte[]> lines = new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
        Fuzz.run(
                "bulk",
                10_000,
                lines,
                line -> List.of(
                        faults(line, BulkText.header(line).problems()),
                        faults(line, BulkText.question(7, line).problems())));
    }

    @Test
    void noTextBreaksTheReadingOfARetrieval() {
        LocalDate day = LocalDate.of(2026, 8, 3);
        Fuzz.run(
                "retrieval",
                4_000,
                List.of(
                        retrieval(new BulkRetrieval.Wanted.Tickets(YearMonth.of(2026, 8))),
                        retrieval(new BulkRetrieval.Wanted.Consented(VisitKind.HOME, day, day)),
                        retrieval(new BulkRetrieval.Wanted.Examined(day, day))),
                FuzzTest::retrieved);
    }

    private static byte[] retrieval(BulkRetrieval.Wanted wanted) {
        return RetrievalText.of(new BulkRetrieval("request-1", Said.CLINIC, wanted));
    }

    static Object retrieved(byte[] text) {
        Parsed<RetrievalText.Asked> read = RetrievalText.read(text);
        if (read instanceof Parsed.Value<RetrievalText.Asked>(var asked)) {
            assertThat(RetrievalText.wanted(RetrievalText.of(asked.wanted()))).isEqualTo(asked.wanted());
            return asked.wanted().getClass();
        }
        return faults(text, read.problems());
    }

    // Files of insurers.

    @Test
    void noFileOfAnInsurerBreaksItsReading() {
        Fuzz.run("registration", 3_000, files(), FuzzTest::file);
    }

    /** Reads a file as the import does, without a database. */
    static Object file(byte[] bytes) {
        Source source = Source.of("file.csv", bytes);
        try {
            SourceText text = SourceText.examine(source);
            return said(Registrations.lines(text, text.open(source)));
        } catch (CharacterCodingException neither) {
            return "charset";
        } catch (CsvParseException broken) {
            return "no CSV";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Set<Object> said(Iterator<Cells> lines) {
        Set<Object> said = new TreeSet<>();
        List<String> columns = null;
        FileKind kind = FileKind.COVERAGES;
        while (lines.hasNext()) {
            Cells line = lines.next();
            if (columns == null) {
                columns = line.all().stream().map(String::strip).distinct().toList();
                kind = FileKind.of(columns);
                columns = columns.stream().filter(kind.known()::contains).toList();
                said.add(kind.toString());
            } else {
                said.add(line(kind, new Line(Line.places(columns, kind.known()), line)));
            }
        }
        return said;
    }

    private static String line(FileKind kind, Line line) {
        Parsed<?> parsed =
                switch (kind) {
                    case COVERAGES -> Registration.parse(line);
                    case TICKETS -> Ticket.parse(line);
                    case CARDS -> CardLine.parse(line);
                    case ENROLMENTS -> EnrolmentLine.parse(line);
                    case COLLECTIONS -> CollectionLine.parse(line);
                    case ISSUES -> IssueLine.parse(line);
                    case SUPPRESSIONS -> SuppressionLine.parse(line);
                };
        if (parsed instanceof Parsed.Value<?>(Registration understood)) {
            StoredCoverage stored = new StoredCoverage.Writer().write(understood.coverage());
            assertThat(StoredCoverage.of(stored.bytes()).coverage()).isEqualTo(understood.coverage());
        }
        String cells = String.join("\n", line.values());
        return faults(cells.getBytes(StandardCharsets.UTF_8), parsed.problems()).toString();
    }

    /** The whole import: whatever the file, there is a report or a reason; and what was stored can be read again. */
    @Test
    void noFileBreaksTheImport() {
        try (HikariDataSource database = Databases.fresh()) {
            Registrations registrations =
                    new Registrations(database, new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK);
            Fuzz.run("import", 80, files(), bytes -> {
                Parsed<ImportReport> taken = registrations.take(Source.of("file.csv", bytes), rows -> {});
                return switch (taken) {
                    case Parsed.Faults<ImportReport>(var problems) -> faults(bytes, problems);
                    case Parsed.Value<ImportReport>(var report) ->
                        faults(
                                bytes,
                                report.faults().stream()
                                        .flatMap(fault -> fault.problems().stream())
                                        .toList());
                };
            });
        }
    }

    private static List<byte[]> files() {
        Map<String, String> full = FileOf.line(
                1,
                "被保険者氏名",
                "架空　花子",
                "氏名カナ",
                "ｶｸｳ ﾀﾛｳ",
                "本人家族",
                "1",
                "性別2",
                "2",
                "郵便番号",
                "100-0001",
                "住所",
                "東京都架空区1-1",
                "資格喪失年月日",
                "20270401",
                "喪失事由",
                "01",
                "交付年月日",
                "R2.4.1",
                "有効開始年月日",
                "20200401",
                "有効終了年月日",
                "20270331",
                "一部負担金割合",
                "030",
                "未就学区分",
                "0",
                "高齢交付年月日",
                "20250801",
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
                "限度額交付年月日",
                "20250801",
                "限度額有効開始",
                "20250801",
                "限度額有効終了",
                "20260731",
                "限度額長期入院",
                "20250801",
                "特定疾病",
                "1:20250801:20250801:20260731:10000;2::20250801::0",
                "不開示",
                "1");
        String cards = "異動区分,個人番号,媒体,発行者,シリアル番号,利用開始年月日,利用終了年月日,旧発行者,旧シリアル番号\n1," + FileOf.myNumber(1)
                + ",1,SIM-2,3A01,20260803,,SIM-1,2A01\n9," + FileOf.myNumber(1) + ",1,SIM-2,3A01,20260803,20270101,,\n";
        String enrolments = "異動区分,個人番号,利用登録年月日,利用終了年月日\n1," + FileOf.myNumber(1) + ",R8.8.1,\n";
        String issues = "異動区分,個人番号,種別,保険者番号,交付年月日,交付事由,有効終了年月日\n1," + FileOf.myNumber(1)
                + ",1,138016,R8.8.1,2,20270731\n1," + FileOf.myNumber(1) + ",2,138016,20260802,1,\n";
        String hidden = "異動区分,個人番号,不開示\n1," + FileOf.myNumber(1) + ",1\n9," + FileOf.myNumber(1) + ",1\n";
        return List.of(
                FileOf.lines(FileOf.line(1), FileOf.line(2)).utf8(),
                FileOf.lines(full, FileOf.line(2)).utf8(),
                FileOf.lines(full).shiftJis(),
                FileOf.lines(FileOf.line(4, "氏名", "\"架空　太郎\""), FileOf.line(5)).utf8(),
                FileOf.lines(FileOf.ticketLine()).utf8(),
                ("#全件,20260803\n" + FileOf.lines(FileOf.line(3)).text("\n")).getBytes(StandardCharsets.UTF_8),
                cards.getBytes(StandardCharsets.UTF_8),
                enrolments.getBytes(StandardCharsets.UTF_8),
                issues.getBytes(StandardCharsets.UTF_8),
                hidden.getBytes(StandardCharsets.UTF_8));
    }

    // Bytes of our own.

    @Test
    void damagedBytesOfACoverageAreRefusedAndNeverTakeTheMemory() {
        RandomCoverage random = new RandomCoverage(new Random(11));
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            seeds.add(new StoredCoverage.Writer().write(random.next()).bytes());
        }
        Fuzz.run("coverage", 20_000, seeds, FuzzTest::coverage);
    }

    static Object coverage(byte[] bytes) {
        try {
            var coverage = StoredCoverage.of(bytes).coverage();
            var again = new StoredCoverage.Writer().write(coverage);
            assertThat(StoredCoverage.of(again.bytes()).coverage()).isEqualTo(coverage);
            return coverage.kind();
        } catch (IllegalStateException damaged) {
            return harmless(bytes, String.valueOf(damaged.getMessage()));
        }
    }

    @Test
    void aDamagedIndexFileIsNotUsedEvenWhereItsChecksumsWereMadeToFit() {
        Histories histories = new Histories(new Random(4), 5, 5);
        Path path = folder.resolve("register.index");
        IndexFile file = new IndexFile(path);
        byte[] whole = whole(file, path, histories.facts(40));
        // Only the tail is changed; the parts before it are proven by IndexFileTest, bit by bit.
        int tail = 32 + 32 + 8 * Long.BYTES + 4 * Integer.BYTES + Integer.BYTES;
        byte[] seed = java.util.Arrays.copyOfRange(whole, whole.length - tail, whole.length - Integer.BYTES);
        byte[] parts = java.util.Arrays.copyOf(whole, whole.length - tail);
        Fuzz.run("index", 100, List.of(seed), changed -> {
            write(path, Fuzz.replaced(parts, parts.length, parts.length, sealed(changed)));
            return file.read().map(saved -> saved.index().records().used());
        });
    }

    private static byte[] whole(IndexFile file, Path path, List<Fact> facts) {
        try {
            file.write(FactIndexTest.taken(facts, new Random(1)), Digest.of("last"));
            return Files.readAllBytes(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(Path path, byte[] bytes) {
        try {
            Files.write(path, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] sealed(byte[] tail) {
        var checksum = new java.util.zip.CRC32C();
        checksum.update(tail);
        return java.nio.ByteBuffer.allocate(tail.length + Integer.BYTES)
                .put(tail)
                .putInt((int) checksum.getValue())
                .array();
    }

    @Test
    void noTextBreaksTheReadingOfAProof() {
        SigningKey key = new SigningKey(new byte[32]);
        Proof proof = new Proof(
                5,
                Instant.parse("2026-08-03T00:30:00Z"),
                Outcome.NOT_FOUND,
                LocalDate.of(2026, 8, 3),
                "0123456789abcdef");
        List<byte[]> tokens = ProofTree.tokens(java.util.Collections.nCopies(7, proof), key).stream()
                .map(token -> token.getBytes(StandardCharsets.UTF_8))
                .toList();
        Fuzz.run("proof", 2_000, tokens, text -> {
            var parsed = Proof.parse(new String(text, StandardCharsets.UTF_8), key.verifying());
            if (parsed instanceof Parsed.Value<Proof>(var read)) {
                assertThat(read).as("nobody made another proof").isEqualTo(proof);
            }
            return faults(text, parsed.problems());
        });
    }

    @Test
    void noLineOfACheckpointFileBreaksItsReading() {
        SigningKey key = new SigningKey(new byte[32]);
        Checkpoint checkpoint =
                Checkpoint.signed(Instant.parse("2026-08-03T00:30:00Z"), 1, new Written(9, Digest.of("nine")), key);
        List<byte[]> lines = List.of(checkpoint.line().getBytes(StandardCharsets.UTF_8));
        Fuzz.run("checkpoint", 4_000, lines, text -> {
            Optional<Checkpoint> read = Checkpoint.parse(new String(text, StandardCharsets.UTF_8));
            read.ifPresent(line -> {
                assertThat(line.hash().bytes()).hasSize(32);
                // One signature has several spellings in base64; what is signed has one.
                assertThat(line.isSignedBy(key.verifying()) && !line.statement().equals(checkpoint.statement()))
                        .isFalse();
            });
            return read.isPresent();
        });
    }

    @Test
    void noNoteOfTheLastEntryBreaksItsReading() {
        Path file = folder.resolve("checkpoints");
        List<byte[]> notes =
                List.of("%019d %s%n".formatted(9, Digest.of("nine").hex()).getBytes(StandardCharsets.UTF_8));
        Fuzz.run("head", 800, notes, text -> {
            write(folder.resolve("checkpoints.head"), text);
            try {
                return new CheckpointFile(file).head().isPresent();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    // What is said about an input.

    private static Object faults(byte[] input, List<Problem> problems) {
        assertThat(problems.size()).as("faults").isLessThanOrEqualTo(60 + input.length);
        problems.forEach(problem -> {
            assertThat(problem.toString().length()).isLessThan(LONGEST_WORDS);
            harmless(input, problem.toString());
        });
        return problems.stream()
                .map(Problem::place)
                .map(place -> place.replaceAll("\\d+", "#"))
                .distinct()
                .toList();
    }

    /** No number of six digits and more and no name of the input stands in the words. */
    private static String harmless(byte[] input, String words) {
        assertThat(words).doesNotContain("架空", "ﾀﾛｳ");
        Matcher said = NUMBERS.matcher(words);
        String text = new String(input, StandardCharsets.UTF_8);
        while (said.find()) {
            assertThat(said.group().equals(EXAMPLES) || !text.contains(said.group()))
                    .as("a number of the input is repeated")
                    .isTrue();
        }
        return words;
    }
}
