package madoguchi.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.core.Answer;
import madoguchi.core.BulkHub;
import madoguchi.core.BulkHub.Progress;
import madoguchi.core.BulkHub.Submission;
import madoguchi.core.BulkRequest;
import madoguchi.core.Caller;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Text;
import madoguchi.desk.BulkList.Outcome;
import madoguchi.web.EventStreams;

/** 一括照会の見回り – sends what was not sent yet, looks how far it is, and collects the results. Patience grows between two looks, up to half a minute. */
final class BulkRound {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final String TERMINAL = "desk";

    private final BulkHub hub;
    private final BulkListStore store;
    private final VisitBook book;
    private final EventStreams live;
    private final MedicalInstitutionCode facility;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    /**
     * 様子 – what is known of a list beside its facts; forgotten with the process.
     *
     * @param progress the last look
     * @param pause until the next
     * @param dueNanos when that is
     */
    private record Seen(
            Optional<Progress> progress, Optional<Answer.Unreachable> silence, Duration pause, long dueNanos) {}

    BulkRound(BulkHub hub, BulkListStore store, VisitBook book, EventStreams live, MedicalInstitutionCode facility) {
        this.hub = hub;
        this.store = store;
        this.book = book;
        this.live = live;
        this.facility = facility;
    }

    /** One round over all lists under way. */
    void round() {
        List<BulkList> underWay = store.underWay();
        seen.keySet().retainAll(underWay.stream().map(BulkList::id).toList());
        underWay.stream().filter(this::isDue).forEach(this::step);
    }

    private boolean isDue(BulkList list) {
        Seen last = seen.get(list.id());
        return last == null || System.nanoTime() - last.dueNanos() >= 0;
    }

    /** How far the list is, as far as the peer told. */
    Optional<Progress> progress(String list) {
        return Optional.ofNullable(seen.get(list)).flatMap(Seen::progress);
    }

    /** Why nobody answers at the moment. */
    Optional<Answer.Unreachable> silence(String list) {
        return Optional.ofNullable(seen.get(list)).flatMap(Seen::silence);
    }

    private void step(BulkList list) {
        if (list.reception().isEmpty()) {
            submit(list);
        } else {
            look(list, list.reception().get());
        }
        live.changed();
    }

    private void submit(BulkList list) {
        Submission taken = hub.submit(new BulkRequest(
                list.id(),
                list.day(),
                new Caller(facility, TERMINAL, list.operator()),
                list.entries().stream().map(BulkEntry::question).toList()));
        switch (taken) {
            case Submission.Accepted(var reception, var at) -> store.received(list.id(), book.now(), reception);
            case Submission.Refused(var problems) -> ended(list, new Outcome.Refused(problems));
            case Submission.NoAnswer(var why) -> later(list, Optional.empty(), Optional.of(why));
        }
    }

    private void look(BulkList list, String reception) {
        Progress progress = hub.look(reception);
        switch (progress) {
            case Progress.Processing p -> later(list, Optional.of(p), Optional.empty());
            case Progress.NoAnswer(var why) -> later(list, progress(list.id()), Optional.of(why));
            case Progress.Finished(var counts, var results) ->
                ended(list, new Outcome.Finished(book.now(), counts, results));
            case Progress.Cancelled c -> ended(list, new Outcome.Cancelled(list.operator()));
            case Progress.Failed(var code, var words) ->
                ended(
                        list,
                        new Outcome.Failed(code.map(of -> new Text(of + " " + words.ja(), of + " " + words.en()))
                                .orElse(words)));
            case Progress.Unknown() ->
                ended(
                        list,
                        new Outcome.Failed(new Text(
                                "資格確認システムはこの受付番号を知りません。もう一度送ってください。",
                                "The hub does not know this reception. Send the list again.")));
        }
    }

    private void ended(BulkList list, Outcome outcome) {
        store.ended(list.id(), book.now(), outcome);
        seen.remove(list.id());
    }

    private void later(BulkList list, Optional<Progress> progress, Optional<Answer.Unreachable> silence) {
        Optional<Seen> last = Optional.ofNullable(seen.get(list.id()));
        boolean moved = progress.isPresent() && !progress.equals(last.flatMap(Seen::progress));
        Duration pause =
                moved ? FIRST_PAUSE : last.map(Seen::pause).orElse(FIRST_PAUSE).multipliedBy(2);
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        seen.put(list.id(), new Seen(progress, silence, bounded, System.nanoTime() + bounded.toNanos()));
    }

    /** Calls a list off: at the hub where it can be, and here in any case. */
    void cancel(BulkList list, String operator) {
        list.reception().ifPresent(hub::cancel);
        ended(list, new Outcome.Cancelled(operator));
        live.changed();
    }
}
