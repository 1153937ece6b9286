package madoguchi.hub;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/*
 * One person after the other, and never two at a time: whatever needs two persons leaves a mark, and the marks are sorted and compared afterwards (LookAlikes,
 * Households). Of one person:
 *
 * 1. the coverages that count, as known at the instant (Register.live), by their first day;
 * 2. each by itself (CoverageFaults);
 * 3. each beside the next ones: gaps and overlaps (CoverageSequence);
 * 4. the people they describe, beside each other (Identities);
 * 5. how long each took to be registered (Delays), which needs the earlier facts, too.
 *
 * Who is hidden today (不開示) is hidden in a report about any instant.
 */

/** 点検の畳み込み – the pure function from the facts about one person to findings. */
final class QualityFold {

    private final QualityQuestion question;
    private final MarkKey marks;

    QualityFold(QualityQuestion question, MarkKey marks) {
        this.question = question;
        this.marks = marks;
    }

    /** Folds all facts about one person, in order of recording, those recorded later than the instant too. */
    void person(List<Fact> facts, QualitySink sink) {
        boolean hidden = isHidden(facts);
        Optional<Instant> known = Optional.of(question.knownAt());
        List<Fact> coverages = Register.live(facts, known).stream()
                .sorted(Comparator.comparing(CoverageSequence::start).thenComparingLong(Fact::id))
                .toList();
        for (Fact fact : coverages) {
            CoverageFaults.of(fact, question, hidden, sink);
            marks.identity(fact, hidden).ifPresent(sink::identity);
            marks.household(fact, question.day(), hidden).ifPresent(sink::household);
        }
        if (coverages.size() > 1) {
            CoverageSequence.of(coverages, question, hidden, sink);
            Identities.of(coverages, hidden, sink);
        }
        Delays.of(facts, question, hidden, sink);
    }

    /** Whether the person must stay hidden by what is known today. Few ever were, and the others cost nothing more. */
    static boolean isHidden(List<Fact> facts) {
        return facts.stream().anyMatch(Fact::suppressed)
                && !Register.hidden(facts).isEmpty();
    }
}
