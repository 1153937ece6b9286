package madoguchi.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.InquiryKind;
import madoguchi.core.Reply;
import madoguchi.core.Text;

/** 受付の経過の読み手 – what happened at the receptions of some days, for statistics; reads the log, never writes, and hands out nothing about a person. */
public final class VisitTraces {

    private static final String CIRCLE = "●";
    private static final Set<String> NAME_OR_ADDRESS = Set.of("氏名", "住所");
    private static final Set<String> SHARE = Set.of("登録の負担割合");

    private final VisitStore store;

    /** A reader of one facility's visit book; call {@link Desk#migrate} before. */
    public VisitTraces(DataSource database) {
        this.store = new VisitStore(database);
    }

    /** The receptions begun on these days (both included) in order of arrival, without those that a person took back. */
    public List<VisitTrace> between(LocalDate from, LocalDate through) {
        return traces(store.receivedBetween(from, through));
    }

    static List<VisitTrace> traces(List<Entry> entries) {
        Map<String, List<Entry>> byVisit = new LinkedHashMap<>();
        Map<String, Coverage> last = new HashMap<>();
        Map<Long, Set<VisitTrace.Item>> differs = new HashMap<>();
        for (Entry entry : entries) {
            byVisit.computeIfAbsent(entry.visit(), id -> new ArrayList<>()).add(entry);
            differs.put(entry.seq(), compared(entry, last));
        }
        return byVisit.values().stream()
                .filter(facts -> facts.stream().noneMatch(VisitTraces::isMistake))
                .map(facts -> trace(facts, differs))
                .toList();
    }

    /** Taken back by a person. What the reader took back, because the next reading went well, did happen and took its time. */
    private static boolean isMistake(Entry fact) {
        return fact.event() instanceof VisitEvent.Withdrawn(var operator) && !operator.equals(VisitBook.READER);
    }

    /** Compares an active answer with the one before about the same person, and remembers it. */
    private static Set<VisitTrace.Item> compared(Entry entry, Map<String, Coverage> last) {
        Set<VisitTrace.Item> items = EnumSet.noneOf(VisitTrace.Item.class);
        entry.event()
                .brought()
                .map(Reply::answer)
                .filter(Answer.Active.class::isInstance)
                .map(answer -> answer.coverages().getFirst())
                .ifPresent(now -> {
                    for (String person : entry.event().people()) {
                        Coverage before = last.put(person, now);
                        if (before != null) {
                            Difference.between(before, now).stream()
                                    .map(Difference::item)
                                    .map(Text::ja)
                                    .forEach(item -> add(items, item));
                        }
                    }
                });
        return items;
    }

    private static void add(Set<VisitTrace.Item> items, String item) {
        if (NAME_OR_ADDRESS.contains(item)) {
            items.add(VisitTrace.Item.NAME_OR_ADDRESS);
        } else if (SHARE.contains(item)) {
            items.add(VisitTrace.Item.SHARE);
        }
    }

    private static VisitTrace trace(List<Entry> entries, Map<Long, Set<VisitTrace.Item>> differs) {
        List<VisitTrace.Fact> facts = new ArrayList<>();
        boolean byItself = false;
        for (Entry entry : entries) {
            // Facts of which statistics know nothing say nothing here: not every kind is told apart.
            if (entry.event() instanceof VisitEvent.Asked(var question, var operator)) {
                byItself = operator.equals(Retry.OPERATOR);
            } else if (entry.event() instanceof VisitEvent.Withdrawn) {
                facts.add(new VisitTrace.Saw(entry.at(), madoguchi.policy.EvidenceKind.CARD_READ));
            } else if (entry.event() instanceof VisitEvent.Arrived arrived) {
                facts.removeIf(VisitTrace.Showed.class::isInstance);
                facts.add(new VisitTrace.Showed(
                        entry.at(), VisitFold.shown(arrived.phone().orElse(false), arrived.reply())));
                facts.add(answered(entry, arrived.kind(), false, arrived.reply(), differs));
            } else if (entry.event() instanceof VisitEvent.Replied(var reply)) {
                facts.add(answered(entry, InquiryKind.NUMBER, byItself, reply, differs));
            } else if (entry.event() instanceof VisitEvent.Began) {
                facts.add(new VisitTrace.Showed(entry.at(), madoguchi.policy.Shown.CARD_UNREADABLE));
            } else if (entry.event() instanceof VisitEvent.Showed showed) {
                // What a clerk says of what is shown replaces what the beginning assumed.
                facts.removeIf(VisitTrace.Showed.class::isInstance);
                facts.add(new VisitTrace.Showed(entry.at(), showed.shown()));
            } else if (entry.event() instanceof VisitEvent.Confirmed confirmed) {
                facts.add(new VisitTrace.Saw(entry.at(), confirmed.evidence()));
            } else if (entry.event() instanceof VisitEvent.Left left) {
                facts.add(new VisitTrace.Decided(entry.at(), left.reason()));
            } else if (entry.event() instanceof VisitEvent.SteppedBack) {
                lastStep(facts).ifPresent(facts::remove);
            }
        }
        return new VisitTrace(entries.getFirst().visit(), entries.getFirst().at(), facts);
    }

    private static Optional<VisitTrace.Fact> lastStep(List<VisitTrace.Fact> facts) {
        return facts.reversed().stream()
                .filter(fact -> fact instanceof VisitTrace.Saw || fact instanceof VisitTrace.Decided)
                .findFirst();
    }

    private static VisitTrace.Answered answered(
            Entry entry, InquiryKind kind, boolean byItself, Reply reply, Map<Long, Set<VisitTrace.Item>> differs) {
        Optional<Answer.Unreachable> nobody =
                reply.answer() instanceof Answer.Unreachable none ? Optional.of(none) : Optional.empty();
        return new VisitTrace.Answered(
                entry.at(),
                kind,
                byItself,
                reply.answer().getClass().getSimpleName(),
                nobody.map(Answer.Unreachable::cause),
                nobody.flatMap(Answer.Unreachable::code),
                reply.answer().coverages().stream().anyMatch(VisitTraces::hasCircle),
                differs.getOrDefault(entry.seq(), Set.of()));
    }

    private static boolean hasCircle(Coverage coverage) {
        return coverage.holder().name().written().contains(CIRCLE)
                || coverage.holder()
                        .address()
                        .filter(address -> address.contains(CIRCLE))
                        .isPresent();
    }
}
