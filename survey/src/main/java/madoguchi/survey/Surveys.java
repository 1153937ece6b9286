package madoguchi.survey;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.survey.AddresseeTokens.Addressee;
import madoguchi.web.Frames;

/** 調査 – the whole module put together: rounds, answers by three ways, reports. */
public final class Surveys {

    /** 少数セルの閾値 – cross tables hide counts from 1 to below it, unless another number is chosen (decision 37). */
    public static final int THRESHOLD = 5;

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final SurveyStore store;
    private final AddresseeTokens tokens;
    private final Prefill prefill;
    private final Clock clock;

    /**
     * Surveys over one database.
     *
     * @param database PostgreSQL; call {@link #migrate} before
     * @param tokens makes the links and codes of addressees
     * @param prefill a facility's own figures
     * @param clock the time; days are days in Japan
     */
    public Surveys(DataSource database, AddresseeTokens tokens, Prefill prefill, Clock clock) {
        this.store = new SurveyStore(database);
        this.tokens = tokens;
        this.prefill = prefill;
        this.clock = clock;
    }

    /** Brings the schema {@code survey} up to date. */
    public static void migrate(DataSource database) {
        SurveyStore.migrate(database);
    }

    /** The controller of the pages of those who run a survey: {@code /survey…}. */
    public SurveyPages pages(Frames frames) {
        return new SurveyPages(this, frames);
    }

    /** The controller of the page that an addressee answers on, open to whoever has the link. */
    public AnswerPages answerPages(Frames frames) {
        return new AnswerPages(this, frames);
    }

    /** The controller of the page on which a facility consents to a draft from its own figures. */
    public ConsentPages consentPages(MedicalInstitutionCode facility, Frames frames) {
        return new ConsentPages(this, facility, frames);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TOKYO);
    }

    // 調査票

    NavigableMap<Integer, Questionnaire> questionnaires() {
        NavigableMap<Integer, Questionnaire> all = new TreeMap<>();
        Questionnaire bundled = Questionnaire.bundled();
        all.put(bundled.version(), bundled);
        for (String content : store.questionnaires()) {
            if (QuestionnaireFile.read(content) instanceof Parsed.Value<Questionnaire>(var value)) {
                all.put(value.version(), value);
            }
        }
        return all;
    }

    private Questionnaire questionnaire(int version) {
        return Optional.ofNullable(questionnaires().get(version))
                .orElseThrow(() -> new IllegalStateException("a round without its questionnaire"));
    }

    Questionnaire questionnaire(Round round) {
        return questionnaire(round.version());
    }

    /** Takes a questionnaire; a version is taken once. */
    Parsed<Questionnaire> addQuestionnaire(String yaml, String by) {
        Parsed<Questionnaire> read = QuestionnaireFile.read(yaml);
        if (!(read instanceof Parsed.Value<Questionnaire>(var questionnaire))) {
            return read;
        }
        List<Problem> problems = new ArrayList<>(FormLayout.of(questionnaire).problems());
        if (questionnaires().containsKey(questionnaire.version())) {
            problems.add(Problem.at(
                    "version",
                    "この版はもうあります。直したものは新しい版の番号で登録してください。",
                    "This version exists. Register a changed one under a new number."));
        }
        if (problems.isEmpty()) {
            store.addQuestionnaire(questionnaire.version(), clock.instant(), by, yaml);
            return read;
        }
        return new Parsed.Faults<>(problems);
    }

    // 回

    List<Round> rounds() {
        return store.rounds();
    }

    Optional<Round> round(int number) {
        return store.rounds().stream().filter(round -> round.number() == number).findFirst();
    }

    /** Opens a round, with the codes of its addressees if they are known. */
    void open(Round round, List<String> facilities, String by) {
        store.alone(() -> {
            store.addRound(round, clock.instant(), by);
            store.addAddressees(round.number(), facilities);
            return round;
        });
    }

    /** 模擬の第7弾 – opens the seventh round with invented answers, once; for demonstrations. */
    public void openInvented() {
        SurveyRound seventh = SurveyRound.published().getLast();
        if (round(seventh.number()).isEmpty()) {
            Round round = new Round(
                    seventh.number(),
                    Questionnaire.bundled().version(),
                    seventh.first(),
                    seventh.last(),
                    (int) seventh.base().orElseThrow(),
                    true);
            open(round, List.of(), "demo");
            take(round, InventedAnswers.csv(), "demo");
        }
    }

    List<String> tokens(Round round) {
        return IntStream.rangeClosed(1, round.addressees())
                .mapToObj(number -> tokens.token(new Addressee(round.number(), number)))
                .toList();
    }

    Optional<Addressee> addressee(String token) {
        return tokens.addressee(token)
                .filter(addressee -> round(addressee.round())
                        .filter(round -> addressee.number() <= round.addressees())
                        .isPresent());
    }

    byte[] forms(Round round, int from, int to) {
        return FormPaper.pdf(
                questionnaire(round),
                List.of("締切 " + round.last().getMonthValue() + "月"
                        + round.last().getDayOfMonth() + "日"),
                tokens(round).subList(from - 1, to));
    }

    // 回答

    private static String respondent(int number) {
        return "%04d".formatted(number);
    }

    private String line(Questionnaire questionnaire, Instant at, String respondent, Answers answers) {
        return AnswerFile.line(questionnaire, new Response(0, at, respondent, Channel.WEB, answers));
    }

    void saveDraft(Addressee addressee, Answers answers) {
        Round round = round(addressee.round()).orElseThrow();
        String respondent = respondent(addressee.number());
        Instant now = clock.instant();
        store.addDraft(round.number(), respondent, now, line(questionnaire(round), now, respondent, answers));
    }

    void send(Addressee addressee, Answers answers) {
        Round round = round(addressee.round()).orElseThrow();
        String respondent = respondent(addressee.number());
        Instant now = clock.instant();
        store.addResponse(
                round.number(), respondent, now, Channel.WEB, line(questionnaire(round), now, respondent, answers));
    }

    boolean hasAnswered(Addressee addressee) {
        return store.hasAnswered(addressee.round(), respondent(addressee.number()));
    }

    Optional<Answers> draft(Addressee addressee) {
        Round round = round(addressee.round()).orElseThrow();
        return store.draft(round.number(), respondent(addressee.number()))
                .map(line -> read(questionnaire(round), line).getFirst().answers());
    }

    /** What the facility's own log says, if the round's list names the facility and it consents; empty otherwise. */
    Map<String, Integer> figures(Addressee addressee) {
        Round round = round(addressee.round()).orElseThrow();
        return store.facility(addressee.round(), addressee.number())
                .filter(store::consents)
                .map(facility -> prefill.counts(new MedicalInstitutionCode(facility), round.first(), round.last()))
                .orElse(Map.of());
    }

    boolean consents(MedicalInstitutionCode facility) {
        return store.consents(facility.digits());
    }

    void consent(MedicalInstitutionCode facility, boolean given, String by) {
        store.addConsent(clock.instant(), by, facility.digits(), given);
    }

    private static List<Response> read(Questionnaire questionnaire, String lines) {
        return switch (AnswerFile.read(questionnaire, AnswerFile.header(questionnaire) + lines)) {
            case Parsed.Value<List<Response>>(var value) -> value;
            case Parsed.Faults<List<Response>>(var faults) ->
                throw new IllegalStateException("a stored answer is broken: " + faults.size());
        };
    }

    List<Response> responses(Round round) {
        List<SurveyStore.Arrived> arrived = store.responses(round.number());
        if (arrived.isEmpty()) {
            return List.of();
        }
        List<Response> read = read(
                questionnaire(round),
                arrived.stream().map(SurveyStore.Arrived::line).collect(Collectors.joining()));
        return IntStream.range(0, arrived.size())
                .mapToObj(i -> new Response(
                        arrived.get(i).id(),
                        arrived.get(i).at(),
                        arrived.get(i).respondent(),
                        arrived.get(i).channel(),
                        read.get(i).answers()))
                .toList();
    }

    /** Takes an answer file: how many rows, or all faults and nothing taken. The same file twice is a fault. */
    Parsed<Integer> take(Round round, String csv, String by) {
        Questionnaire questionnaire = questionnaire(round);
        if (!(AnswerFile.read(questionnaire, csv) instanceof Parsed.Value<List<Response>>(var rows))) {
            return new Parsed.Faults<>(AnswerFile.read(questionnaire, csv).problems());
        }
        return store.alone(() -> {
            if (!store.addImport(
                    round.number(), sha256(csv.getBytes(StandardCharsets.UTF_8)), clock.instant(), by, rows.size())) {
                return Parsed.fault("file", "同じファイルはもう取り込みました。", "This file was taken before.");
            }
            rows.forEach(row -> store.addResponse(
                    round.number(),
                    row.respondent(),
                    row.receivedAt(),
                    Channel.IMPORT,
                    AnswerFile.line(questionnaire, row)));
            return Parsed.of(rows.size());
        });
    }

    // 読み取り

    /**
     * 読取の結果.
     *
     * @param pages pages read
     * @param answers of them complete
     * @param doubtful of them waiting for a person
     * @param unread of them kept unread
     */
    public record Scanned(int pages, int answers, int doubtful, int unread) {}

    /** Takes a scan; the same file twice is a fault. Each page is kept by itself, so that a broken one costs no other. */
    Parsed<Scanned> scan(Round round, byte[] file, String by) {
        byte[] sha256 = sha256(file);
        if (store.hasScan(round.number(), sha256)) {
            return Parsed.fault("file", "同じファイルはもう読み取りました。", "This file was read before.");
        }
        Map<Integer, Questionnaire> versions = questionnaires();
        FormReader reader = new FormReader(version -> Optional.ofNullable(versions.get(version)));
        int[] counts = new int[3];
        return Scans.read(file, (page, image) -> counts[scanned(round, reader, sha256, page, image, by)]++)
                .map(pages -> new Scanned(pages, counts[0], counts[1], counts[2]));
    }

    private int scanned(Round round, FormReader reader, byte[] sha256, int page, BufferedImage image, String by) {
        FormRead read = reader.read(image);
        if (read instanceof FormRead.Read known
                && addressee(known.code().token())
                        .filter(addressee -> addressee.round() == round.number())
                        .isPresent()
                && known.code().version() == round.version()) {
            store.alone(() -> keep(round, sha256, page, known, by));
            finish(round);
            return known.doubts().isEmpty() ? 0 : 1;
        }
        FormRead.Unread unread = read instanceof FormRead.Unread one
                ? one
                : new FormRead.Unread(
                        new madoguchi.core.Text("この回の調査票ではありません。", "This form does not belong to this round."));
        store.addUnread(round.number(), clock.instant(), by, sha256, page, unread.reason(), small(image));
        return 2;
    }

    private long keep(Round round, byte[] sha256, int page, FormRead.Read read, String by) {
        Map<String, Given> given = new HashMap<>();
        read.ticked().forEach((question, codes) -> given.put(question, new Given(codes, Map.of(), Map.of())));
        String respondent =
                respondent(addressee(read.code().token()).orElseThrow().number());
        Instant now = clock.instant();
        long scan = store.addScan(
                round.number(),
                now,
                by,
                sha256,
                page,
                respondent,
                line(questionnaire(round), now, respondent, new Answers(given)));
        read.doubts().forEach(doubt -> store.addDoubt(scan, doubt));
        return scan;
    }

    List<PendingDoubt> pending(Round round, int most) {
        return store.pending(round.number(), most);
    }

    List<UnreadPage> unread(Round round) {
        return store.unread(round.number());
    }

    /** Decides doubts of a page; all faults at once, and nothing decided, when a value is none. */
    List<Problem> decide(Round round, Map<PendingDoubt, String> values, String by) {
        List<Problem> problems = new ArrayList<>();
        values.forEach((doubt, value) -> {
            if (doubt.kind().equals("MARK") && !Set.of("yes", "no").contains(value)) {
                problems.add(Problem.at("d" + doubt.id(), "「印あり」か「印なし」を選んでください。", "Choose marked or not marked."));
            }
            if (doubt.kind().equals("NUMBER")
                    && !value.isBlank()
                    && AnswerCheck.number(value).isEmpty()) {
                problems.add(Problem.at(
                        "d" + doubt.id(),
                        "0～99,999の整数か、空欄にしてください。",
                        "Write a whole number from 0 to 99,999, or nothing."));
            }
        });
        problems.addAll(marked(round, values));
        if (problems.isEmpty()) {
            store.alone(() -> {
                values.forEach((doubt, value) -> store.addDecision(doubt.id(), clock.instant(), by, value.strip()));
                return values.size();
            });
            finish(round);
        }
        return problems;
    }

    /** A person may not decide what nobody may answer: two boxes where one is meant. */
    private List<Problem> marked(Round round, Map<PendingDoubt, String> values) {
        Map<String, Set<String>> marked = new HashMap<>();
        Map<String, PendingDoubt> last = new HashMap<>();
        values.forEach((doubt, value) -> {
            if (doubt.kind().equals("MARK") && value.equals("yes")) {
                String key = doubt.scan() + " " + doubt.question();
                marked.computeIfAbsent(key, _ -> new HashSet<>()).add(doubt.option());
                last.put(key, doubt);
            }
        });
        List<Problem> problems = new ArrayList<>();
        last.forEach((key, doubt) -> questionnaire(round)
                .question(doubt.question())
                .ifPresent(question -> AnswerCheck.of(question, marked.getOrDefault(key, Set.of()))
                        .forEach(reason -> problems.add(new Problem("d" + doubt.id(), reason)))));
        return problems;
    }

    private void finish(Round round) {
        Questionnaire questionnaire = questionnaire(round);
        store.alone(() -> {
            List<SurveyStore.DecidedScan> scans = store.decidedScans(round.number());
            scans.forEach(scan -> store.addScanResponse(
                    scan.id(),
                    store.addResponse(
                            round.number(),
                            scan.respondent(),
                            scan.at(),
                            Channel.PAPER,
                            line(
                                    questionnaire,
                                    scan.at(),
                                    scan.respondent(),
                                    PaperAnswers.of(
                                            questionnaire,
                                            read(questionnaire, scan.line())
                                                    .getFirst()
                                                    .answers(),
                                            store.decisions(scan.id()))))));
            return scans.size();
        });
    }

    private static byte[] small(BufferedImage image) {
        int width = Math.min(800, image.getWidth());
        int height = Math.max(1, image.getHeight() * width / image.getWidth());
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(small, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    // 集計

    Tabulation tabulation(Round round) {
        return Tabulation.of(questionnaire(round), Counted.of(responses(round)));
    }

    RoundReport report(Round round) {
        Tabulation tabulation = tabulation(round);
        Optional<SurveyRound> published = SurveyRound.published().stream()
                .filter(one -> one.number() == round.number())
                .findFirst();
        return new RoundReport(
                round.number(),
                round.first(),
                round.last(),
                round.simulated(),
                tabulation.rate(round.addressees()),
                tabulation,
                SurveyRound.published(),
                published
                        .filter(_ -> round.simulated())
                        .map(one -> Published.compare(tabulation, one))
                        .orElse(List.of()),
                published.isPresent() ? Published.doubts() : List.of(),
                today());
    }
}
