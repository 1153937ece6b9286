package madoguchi.survey;

import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;

/** 紙の受付 – scans of forms: what is certain, what a person must decide, what could not be read. A form becomes a response once all its doubts are decided. */
final class PaperScans {

    private static final Text NOT_OURS = new Text("この回の調査票ではありません。", "This form does not belong to this round.");

    private final SurveyStore store;
    private final Rounds rounds;
    private final Questionnaires questionnaires;
    private final Clock clock;

    PaperScans(SurveyStore store, Rounds rounds, Questionnaires questionnaires, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.questionnaires = questionnaires;
        this.clock = clock;
    }

    /**
     * 読取の結果.
     *
     * @param pages pages read
     * @param answers of them complete
     * @param doubtful of them waiting for a person
     * @param unread of them kept unread
     */
    record Scanned(int pages, int answers, int doubtful, int unread) {}

    /** Takes a scan; the same file twice is a fault. Each page is kept by itself, so that a broken one costs no other. */
    Parsed<Scanned> take(Round round, byte[] file, String by) {
        byte[] sha256 = Fingerprint.of(file);
        if (store.hasScan(round.number(), sha256)) {
            return Parsed.fault("file", "同じファイルはもう読み取りました。", "This file was read before.");
        }
        Map<Integer, Questionnaire> versions = questionnaires.all();
        FormReader reader = new FormReader(version -> Optional.ofNullable(versions.get(version)));
        int[] counts = new int[3];
        return Scans.read(file, (page, image) -> counts[scanned(round, reader, sha256, page, image, by)]++)
                .map(pages -> new Scanned(pages, counts[0], counts[1], counts[2]));
    }

    private int scanned(Round round, FormReader reader, byte[] sha256, int page, BufferedImage image, String by) {
        FormRead read = reader.read(image);
        if (read instanceof FormRead.Read known
                && rounds.addressee(known.code().token())
                        .filter(addressee -> addressee.round() == round.number())
                        .isPresent()
                && known.code().version() == round.version()) {
            store.alone(() -> keep(round, sha256, page, known, by));
            finish(round);
            return known.doubts().isEmpty() ? 0 : 1;
        }
        FormRead.Unread unread = read instanceof FormRead.Unread one ? one : new FormRead.Unread(NOT_OURS);
        store.addUnread(round.number(), clock.instant(), by, sha256, page, unread.reason(), Picture.small(image));
        return 2;
    }

    private long keep(Round round, byte[] sha256, int page, FormRead.Read read, String by) {
        Map<String, Given> given = new HashMap<>();
        read.ticked().forEach((question, codes) -> given.put(question, new Given(codes, Map.of(), Map.of())));
        String respondent = AnswerLines.respondent(
                rounds.addressee(read.code().token()).orElseThrow().number());
        Instant now = clock.instant();
        long scan = store.addScan(
                round.number(),
                now,
                by,
                sha256,
                page,
                respondent,
                AnswerLines.line(questionnaires.of(round), now, respondent, new Answers(given)));
        read.doubts().forEach(doubt -> store.addDoubt(scan, doubt));
        return scan;
    }

    /** Places that wait for a person, the oldest page first. */
    List<PendingDoubt> pending(Round round, int most) {
        return store.pending(round.number(), most);
    }

    /** Pages that could not be read. */
    List<UnreadPage> unread(Round round) {
        return store.unread(round.number());
    }

    /** Decides doubts of a page; all faults at once, and nothing decided, when a value is none. */
    List<Problem> decide(Round round, Map<PendingDoubt, String> values, String by) {
        List<Problem> problems = DoubtCheck.of(questionnaires.of(round), values);
        if (problems.isEmpty()) {
            store.alone(() -> {
                values.forEach((doubt, value) -> store.addDecision(doubt.id(), clock.instant(), by, value.strip()));
                return values.size();
            });
            finish(round);
        }
        return problems;
    }

    private void finish(Round round) {
        Questionnaire questionnaire = questionnaires.of(round);
        store.alone(() -> {
            List<SurveyStore.DecidedScan> scans = store.decidedScans(round.number());
            scans.forEach(scan -> store.addScanResponse(
                    scan.id(),
                    store.addResponse(
                            round.number(),
                            scan.respondent(),
                            scan.at(),
                            Channel.PAPER,
                            AnswerLines.line(
                                    questionnaire,
                                    scan.at(),
                                    scan.respondent(),
                                    PaperAnswers.of(
                                            questionnaire,
                                            AnswerLines.read(questionnaire, scan.line())
                                                    .getFirst()
                                                    .answers(),
                                            store.decisions(scan.id()))))));
            return scans.size();
        });
    }
}
