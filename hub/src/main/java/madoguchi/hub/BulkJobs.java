package madoguchi.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.BulkChange;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkDifference;
import madoguchi.core.BulkQuestion;
import madoguchi.core.BulkResult;
import madoguchi.core.BulkRetrieval.Wanted;
import madoguchi.core.Hub;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Reply;
import madoguchi.core.VisitKind;
import org.springframework.dao.DuplicateKeyException;

/**
 * 一括照会 – takes many questions at once, has them answered beside the real-time lane, and gives the results out to the facility that asked, and to nobody else.
 *
 * <p>A job lives in the database: it goes on after its last written answers when the hub starts again.
 */
public final class BulkJobs implements AutoCloseable {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final int SERIALS = 1_000_000;
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int LONGEST_LINE = 4096;
    private static final long READ_OFF_BYTES = 64L << 20;
    private static final int LINES_AT_ONCE = 500;
    private static final int RESULTS_AT_ONCE = 500;

    private final BulkStore store;
    private final BulkSettings settings;
    private final Clock clock;
    private final BulkLane lane;

    /**
     * Goes on with what is open.
     *
     * @param database schema {@code hub}, already migrated
     * @param hub answers and records each question
     * @param traffic whom to yield to
     * @param clock tells when
     * @param settings limits and pace
     */
    public BulkJobs(DataSource database, Hub hub, RealTimeTraffic traffic, Clock clock, BulkSettings settings) {
        this.store = new BulkStore(database);
        this.settings = settings;
        this.clock = clock;
        this.lane = new BulkLane(
                new BulkWork(store, new RetrievalList(database), hub, traffic, clock, settings),
                store,
                clock,
                settings);
    }

    /**
     * Takes a request: JSON lines as {@link BulkText} describes them.
     *
     * @throws IOException when the text breaks off on the way; then nothing is kept
     */
    BulkTaken take(MedicalInstitutionCode facility, String requestId, InputStream text) throws IOException {
        return take(facility, requestId, text, this::taken);
    }

    /**
     * Takes a retrieval: JSON as {@link RetrievalText} describes it. Whom it means is found in the lane, so the receipt tells nothing about anybody.
     *
     * @throws IOException when the text breaks off on the way; then nothing is kept
     */
    BulkTaken retrieve(MedicalInstitutionCode facility, String requestId, InputStream text) throws IOException {
        return take(facility, requestId, text, this::retrieved);
    }

    /** 受付のしかた. */
    private interface Way {
        BulkTaken take(MedicalInstitutionCode facility, String requestId, LineInput lines);
    }

    private BulkTaken take(MedicalInstitutionCode facility, String requestId, InputStream text, Way way)
            throws IOException {
        LineInput lines = new LineInput(text, LONGEST_LINE);
        BulkTaken taken = take(facility, requestId, lines, way);
        if (!(taken instanceof BulkTaken.Accepted)) {
            lines.readOff(READ_OFF_BYTES);
        }
        return taken;
    }

    private BulkTaken take(MedicalInstitutionCode facility, String requestId, LineInput lines, Way way)
            throws IOException {
        if (!REQUEST_ID.matcher(requestId).matches()) {
            return new BulkTaken.Refused(List.of(requestIdWrong()), false);
        }
        Optional<BulkStore.Sent> before = store.sent(facility, requestId);
        if (before.isPresent()) {
            return again(facility, before.get(), lines);
        }
        if (store.open(facility) >= settings.openJobsMax()) {
            return new BulkTaken.TooManyOpen(settings.openJobsMax());
        }
        try {
            return way.take(facility, requestId, lines);
        } catch (DuplicateKeyException sentTwiceAtOnce) {
            return again(facility, store.sent(facility, requestId).orElseThrow(), lines);
        } catch (UncheckedIOException brokeOff) {
            throw brokeOff.getCause();
        }
    }

    private static Problem requestIdWrong() {
        return Problem.at(
                "Idempotency-Key",
                "要求の識別子は英数字・ハイフン・下線の1～64文字です。",
                "The request id has 1 to 64 letters, digits, hyphens or underscores.");
    }

    private BulkTaken again(MedicalInstitutionCode facility, BulkStore.Sent sent, LineInput lines) throws IOException {
        if (!lines.drained().equals(sent.content())) {
            return new BulkTaken.OtherContent();
        }
        BulkJob job = store.job(facility, sent.reception()).orElseThrow();
        return new BulkTaken.Accepted(job.reception(), job.receivedAt());
    }

    private BulkTaken retrieved(MedicalInstitutionCode facility, String requestId, LineInput lines) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Problem> problems = new ArrayList<>();
        Optional<Long> id = store.whole(() -> retrieval(facility, requestId, now, lines, problems));
        if (id.isEmpty()) {
            return new BulkTaken.Refused(problems, false);
        }
        lane.add(id.get());
        return new BulkTaken.Accepted(reception(id.get(), now), now);
    }

    private Optional<Long> retrieval(
            MedicalInstitutionCode facility, String requestId, Instant now, LineInput lines, List<Problem> problems) {
        try {
            Parsed<RetrievalText.Asked> asked = RetrievalText.read(lines.next().orElse(new byte[0]));
            problems.addAll(asked.problems());
            if (lines.next().isPresent()) {
                problems.add(Problem.at("line 2", "1行だけを送ってください。", "Send one line only."));
            }
            if (!problems.isEmpty()) {
                return Optional.empty();
            }
            RetrievalText.Asked read = asked.orElseThrow();
            long id = store.nextId();
            store.add(
                    id,
                    reception(id, now),
                    facility,
                    new BulkText.Header(LocalDate.ofInstant(now, TOKYO), read.terminal(), read.operator()),
                    Optional.of(read.wanted()),
                    requestId,
                    now);
            store.accepted(id, now, lines.drained());
            return Optional.of(id);
        } catch (IOException brokeOff) {
            throw new UncheckedIOException(brokeOff);
        }
    }

    private BulkTaken taken(MedicalInstitutionCode facility, String requestId, LineInput lines) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Problem> problems = new ArrayList<>();
        Taking taking = new Taking(facility, requestId, now, lines, problems);
        Optional<Long> id = store.whole(taking::read);
        if (id.isEmpty()) {
            return new BulkTaken.Refused(problems, taking.count > settings.questionsMax());
        }
        lane.add(id.get());
        return new BulkTaken.Accepted(reception(id.get(), now), now);
    }

    /** 受付番号 – 20 digits as in the field: the time and a serial. */
    private static String reception(long id, Instant at) {
        return TIME.format(LocalDateTime.ofInstant(at, TOKYO)) + String.format(Locale.ROOT, "%06d", id % SERIALS);
    }

    /** One text on its way into the database. */
    private final class Taking {
        private final MedicalInstitutionCode facility;
        private final String requestId;
        private final Instant now;
        private final LineInput lines;
        private final List<Problem> problems;
        private int count;

        Taking(
                MedicalInstitutionCode facility,
                String requestId,
                Instant now,
                LineInput lines,
                List<Problem> problems) {
            this.facility = facility;
            this.requestId = requestId;
            this.now = now;
            this.lines = lines;
            this.problems = problems;
        }

        /** The new job's number; empty, with all reasons, when the text cannot be taken. */
        Optional<Long> read() {
            try {
                Parsed<BulkText.Header> header = BulkText.header(lines.next().orElse(new byte[0]));
                problems.addAll(header.problems());
                long id = header.problems().isEmpty() ? added(header.orElseThrow()) : 0;
                questions(id);
                if (count == 0) {
                    problems.add(Problem.at("line 2", "問いが1件もありません。", "There is not one question."));
                }
                if (!problems.isEmpty()) {
                    return Optional.empty();
                }
                store.accepted(id, now, count, lines.drained());
                return Optional.of(id);
            } catch (IOException brokeOff) {
                throw new UncheckedIOException(brokeOff);
            }
        }

        private long added(BulkText.Header header) {
            long id = store.nextId();
            store.add(id, reception(id, now), facility, header, Optional.empty(), requestId, now);
            return id;
        }

        private void questions(long id) throws IOException {
            List<BulkLine> group = new ArrayList<>();
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (++count > settings.questionsMax()) {
                    problems.add(tooMany());
                    return;
                }
                if (problems.isEmpty()) {
                    group.add(question(line.get()));
                    if (group.size() == LINES_AT_ONCE) {
                        store.addQuestions(id, count - group.size() + 1, group);
                        group.clear();
                    }
                }
            }
            if (!group.isEmpty()) {
                store.addQuestions(id, count - group.size() + 1, group);
            }
        }

        private BulkLine question(byte[] line) {
            return lines.tooLong(line)
                    ? BulkLine.faulty(
                            Optional.empty(),
                            List.of(Problem.at(
                                    "line " + (count + 1),
                                    "1行は" + LONGEST_LINE + "バイトまでです。",
                                    "A line has at most " + LONGEST_LINE + " bytes.")))
                    : BulkText.question(count + 1, line);
        }

        private Problem tooMany() {
            return Problem.at(
                    "line " + (count + 1),
                    "1回の一括照会は" + settings.questionsMax() + "件までです。",
                    "A bulk inquiry has at most " + settings.questionsMax() + " questions.");
        }
    }

    /** How a job stands; empty for a reception that this facility does not have. */
    Optional<BulkJob> job(MedicalInstitutionCode facility, String reception) {
        return store.job(facility, reception).map(this::asShown);
    }

    /** Of a retrieval only those count who are given out: how many were found, and are hidden by now, is nobody's to know. */
    private BulkJob asShown(BulkJob job) {
        if (job.wanted().isEmpty()) {
            return job;
        }
        AtomicInteger total = new AtomicInteger();
        AtomicInteger normal = new AtomicInteger();
        if (!job.isOpen()) {
            results(job, result -> {
                total.incrementAndGet();
                normal.addAndGet(result.reply().answer().isFromPeer() ? 1 : 0);
            });
        }
        return job.with(new BulkCounts(total.get(), total.get(), normal.get(), total.get() - normal.get()));
    }

    /** Calls a job off; what is answered stays. Empty for a reception that this facility does not have. */
    Optional<BulkJob> cancel(MedicalInstitutionCode facility, String reception) {
        Optional<BulkJob> job = store.job(facility, reception);
        job.filter(BulkJob::isOpen).ifPresent(open -> store.cancelled(open.id(), clock.instant()));
        return job.flatMap(found -> store.job(found.id())).map(this::asShown);
    }

    /** The results so far, in the order of the questions, a page at a time from the database. */
    void results(BulkJob job, Consumer<BulkResult> each) {
        int after = 0;
        AtomicInteger place = new AtomicInteger();
        for (List<BulkStore.Pair> page = store.results(job.id(), after, RESULTS_AT_ONCE);
                !page.isEmpty();
                page = store.results(job.id(), after, RESULTS_AT_ONCE)) {
            List<Long> verifications = page.stream()
                    .flatMap(pair -> pair.answered().reply().verification().stream())
                    .toList();
            Set<Long> hidden = store.hidden(verifications);
            Predicate<BulkStore.Pair> stands = consenting(job, verifications);
            page.stream()
                    .filter(stands)
                    .map(pair -> result(job, pair, hidden))
                    .filter(result -> job.wanted().isEmpty() || !(result.reply().answer() instanceof Answer.NotFound))
                    .map(result -> job.wanted().isEmpty() ? result : at(place.incrementAndGet(), result))
                    .forEach(each);
            after = page.getLast().asked().place();
        }
    }

    /** Of those who consented to visits only whose consent stands: one taken back meanwhile tells nothing any more. */
    private Predicate<BulkStore.Pair> consenting(BulkJob job, List<Long> verifications) {
        Optional<VisitKind> visit = job.wanted().flatMap(Wanted::consentTo);
        if (visit.isEmpty()) {
            return pair -> true;
        }
        Set<Long> standing = store.consenting(verifications, job.facility(), visit.get());
        return pair -> pair.answered()
                .reply()
                .verification()
                .filter(standing::contains)
                .isPresent();
    }

    private static BulkResult at(int place, BulkResult result) {
        return new BulkResult(
                place,
                result.identifier(),
                result.question(),
                result.reply(),
                result.problems(),
                result.change(),
                result.limitMayHaveChanged(),
                result.differences());
    }

    private BulkResult result(BulkJob job, BulkStore.Pair pair, Set<Long> hidden) {
        BulkStore.Answered answered = pair.answered();
        Optional<BulkQuestion> question = pair.asked().line().question();
        boolean hide = answered.reply().verification().filter(hidden::contains).isPresent();
        Reply reply = hide ? withNothing(answered.reply()) : answered.reply();
        Optional<Told> told = hide
                ? Optional.of(
                        Told.nothing(question.map(BulkQuestion::limitConsent).orElse(false)))
                : answered.told();
        BulkChange change = told.map(now -> now.since(answered.before())).orElse(BulkChange.UNKNOWN);
        return new BulkResult(
                pair.asked().place(),
                pair.asked().line().identifier(),
                question,
                reply,
                pair.asked().line().problems(),
                change,
                told.map(now -> now.limitMayHaveChangedSince(answered.before())).orElse(true),
                change == BulkChange.CHANGED ? differences(job, answered, reply) : Optional.empty());
    }

    /** Found from the two replies as they were told, never from the registers. */
    private Optional<List<BulkDifference>> differences(BulkJob job, BulkStore.Answered answered, Reply now) {
        boolean limits = answered.told().flatMap(Told::limits).isPresent()
                && answered.before().flatMap(Told::limits).isPresent();
        return store.replyBefore(job.id(), answered)
                .map(before -> BulkDifference.between(before.answer(), now.answer(), limits));
    }

    /** Somebody hidden since the answer was written is nobody, also in results that are collected later; the proof of that answer would say otherwise. */
    private static Reply withNothing(Reply reply) {
        return new Reply(
                new Answer.NotFound(),
                reply.answeredAt(),
                reply.verification(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Stops after the group that is being answered; the next start goes on. */
    @Override
    public void close() {
        lane.close();
    }
}
