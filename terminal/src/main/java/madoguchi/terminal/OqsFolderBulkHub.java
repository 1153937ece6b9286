package madoguchi.terminal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.core.Answer;
import madoguchi.core.BulkChange;
import madoguchi.core.BulkHub;
import madoguchi.core.BulkRequest;
import madoguchi.core.BulkResult;
import madoguchi.core.BulkRetrieval;
import madoguchi.core.Caller;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.ReferenceNumbers;
import madoguchi.terminal.FolderCalls.Came;

/**
 * 公式端末のフォルダ越しの一括照会 – plays the レセコン in the four-step exchange: {@code OQSmuquc01req} → {@code 01res} with a 受付番号 → {@code 02req} → {@code 02res}, as often as it says 処理中
 * ({@code oqs-interface.md} §7.1). Registers reference numbers one at a time, too.
 *
 * <p>Each step waits as long as the settings say, and no longer; asking again is safe: a reception that comes late is remembered for the next {@link #submit} of the same request. The terminal
 * can neither tell what changed since the last time, beyond its flag for limits, nor be told to stop.
 */
public final class OqsFolderBulkHub implements BulkHub, ReferenceNumbers, AutoCloseable {

    private final MedicalInstitutionCode facility;
    private final Clock clock;
    private final OqsFolderSettings settings;
    private final FolderCalls calls;
    private final Map<String, Submission.Accepted> receptions = new ConcurrentHashMap<>();
    private final Map<String, String> sent = new ConcurrentHashMap<>();
    private final Map<String, ManyKind> kinds = new ConcurrentHashMap<>();

    /**
     * One that has not started yet.
     *
     * @param root the folder shared with the terminal
     * @param facility in whose name it asks
     */
    public OqsFolderBulkHub(Path root, MedicalInstitutionCode facility, Clock clock, OqsFolderSettings settings) {
        this.facility = facility;
        this.clock = clock;
        this.settings = settings;
        this.calls = new FolderCalls(root, clock, settings, this::late);
    }

    /** Begins to watch for answers, on a virtual thread. */
    public void start() {
        calls.start();
    }

    @Override
    public Submission submit(BulkRequest request) {
        Submission.Accepted before = receptions.get(request.id());
        if (before != null) {
            return before;
        }
        byte[] file = BulkFiles.write(request.day(), facility, request.id(), request.questions(), settings.charset());
        return submitted(ManyKind.INQUIRY, request.id(), file);
    }

    /** Tickets of a month or consents to visits; the kind of a reception is forgotten when this process ends, and must then be asked for anew. */
    @Override
    public Submission retrieve(BulkRetrieval retrieval) {
        Submission.Accepted before = receptions.get(retrieval.id());
        if (before != null) {
            return before;
        }
        ManyKind kind = ManyKind.of(retrieval.wanted());
        byte[] file = MonthOrConsent.of(retrieval, facility).write(kind, settings.charset());
        return submitted(kind, retrieval.id(), file);
    }

    private Submission submitted(ManyKind kind, String id, byte[] file) {
        String base = calls.name(kind, ManyKind.Step.SEND);
        sent.put(base, id);
        return switch (calls.call(base, file)) {
            case Came.None(var why) -> new Submission.NoAnswer(why);
            case Came.File came -> {
                sent.remove(base);
                yield submitted(kind, id, came);
            }
        };
    }

    private Submission submitted(ManyKind kind, String id, Came.File came) {
        Submission submission = submitted(id, came);
        if (submission instanceof Submission.Accepted(var reception, var at)) {
            kinds.put(reception, kind);
        }
        return submission;
    }

    private Submission submitted(String id, Came.File came) {
        return switch (FourSteps.receipt(came.xml(), clock.instant())) {
            case Parsed.Faults<Receipt>(var problems) -> new Submission.NoAnswer(calls.notUnderstood(came, problems));
            case Parsed.Value<Receipt>(var receipt) -> submitted(id, came, receipt);
        };
    }

    private Submission submitted(String id, Came.File came, Receipt receipt) {
        if (receipt.fileIdentifier().filter(echoed -> !echoed.equals(id)).isPresent()) {
            return new Submission.NoAnswer(calls.notUnderstood(
                    came,
                    List.of(Problem.at(
                            Tag.FILE_IDENTIFIER, "この照会の識別子ではありません。", "Not the identifier of this inquiry."))));
        }
        Submission submission =
                switch (receipt.taken()) {
                    case Receipt.Taken.Failed(var why) -> new Submission.NoAnswer(why);
                    case Receipt.Taken.Numbered(var reception, var at) -> remembered(id, reception, at);
                };
        // Filed away only once it is remembered: whoever sees the file in done/ may submit again.
        calls.understood(came);
        return submission;
    }

    private Submission remembered(String id, String reception, Instant at) {
        Submission.Accepted accepted = new Submission.Accepted(reception, at);
        receptions.put(id, accepted);
        return accepted;
    }

    /** A reception that came too late is good for the next attempt; results can be asked for again. */
    private void late(String base, Came.File came) {
        String id = sent.get(base);
        if (id != null) {
            submitted(ManyKind.of(base + FileName.XML).map(ManyKind.Named::kind).orElse(ManyKind.INQUIRY), id, came);
        } else {
            calls.notUnderstood(
                    came,
                    List.of(Problem.at("ファイル / file", "待つのをやめた後に届いた回答です。", "Came after waiting for it had ended.")));
        }
    }

    @Override
    public Progress look(String reception) {
        String base = calls.name(kinds.getOrDefault(reception, ManyKind.INQUIRY), ManyKind.Step.COLLECT);
        byte[] file = FourSteps.write(new Collect(facility, reception), settings.charset());
        return switch (calls.call(base, file)) {
            case Came.None(var why) -> new Progress.NoAnswer(why);
            case Came.File came -> looked(reception, came);
        };
    }

    private Progress looked(String reception, Came.File came) {
        return switch (BulkFiles.collected(came.xml(), clock.instant())) {
            case Parsed.Faults<BulkCollected>(var problems) ->
                new Progress.NoAnswer(calls.notUnderstood(came, problems));
            case Parsed.Value<BulkCollected>(var read)
            when read.reception().filter(echoed -> !echoed.equals(reception)).isPresent() ->
                new Progress.NoAnswer(calls.notUnderstood(
                        came, List.of(Problem.at(Tag.RECEPTION, "別の受付番号の結果です。", "The results of another reception."))));
            case Parsed.Value<BulkCollected>(var read) -> {
                calls.understood(came);
                yield progress(read);
            }
        };
    }

    private static Progress progress(BulkCollected read) {
        return switch (read.state()) {
            case BulkCollected.State.Processing() -> new Progress.Processing(Optional.empty());
            case BulkCollected.State.Failed(Answer.Unreachable(var cause, var code, var words)) ->
                new Progress.Failed(code, words);
            case BulkCollected.State.Finished(var counts, var units) -> new Progress.Finished(counts, results(units));
        };
    }

    private static List<BulkResult> results(List<BulkUnit> units) {
        List<BulkResult> results = new ArrayList<>();
        for (BulkUnit unit : units) {
            results.add(new BulkResult(
                    results.size() + 1,
                    unit.identifier(),
                    unit.question(),
                    unit.reply(),
                    List.of(),
                    BulkChange.UNKNOWN,
                    unit.limitMayHaveChanged()));
        }
        return results;
    }

    /** The interface has no way to call a request off. */
    @Override
    public boolean cancel(String reception) {
        return false;
    }

    @Override
    public List<Problem> register(Registration registration, Caller caller) {
        String base = calls.name(ManyKind.REFERENCE_NUMBER, ManyKind.Step.SEND);
        byte[] file = References.write(facility, Optional.of(base), List.of(registration), settings.charset());
        return switch (calls.call(base, file)) {
            case Came.None(var why) -> List.of(new Problem("terminal", why.detail()));
            case Came.File came -> registered(came);
        };
    }

    private List<Problem> registered(Came.File came) {
        return switch (References.outcomes(came.xml())) {
            case Parsed.Faults<List<List<Problem>>>(var problems) -> {
                calls.notUnderstood(came, problems);
                yield problems;
            }
            case Parsed.Value<List<List<Problem>>>(var outcomes) -> {
                calls.understood(came);
                yield outcomes.getFirst();
            }
        };
    }

    @Override
    public void close() {
        calls.close();
    }
}
