package madoguchi.hub;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import madoguchi.core.Period;
import org.jspecify.annotations.Nullable;

/** 登録遅れ – how many days after 資格取得年月日 and 資格喪失年月日 each was first recorded. Only what was recorded in the last weeks counts, so that each report tells of its own month. */
final class Delays {

    private Delays() {}

    static void of(List<Fact> facts, QualityQuestion question, boolean hidden, QualitySink sink) {
        Map<String, Fact> before = new HashMap<>();
        for (Fact fact : facts) {
            Fact earlier = before.put(fact.name(), fact);
            if (question.isRecent(fact) && !fact.withdrawn() && !isReturned(earlier)) {
                if (earlier == null) {
                    start(fact).ifPresent(day -> tell(QualityKind.LATE_START, day, fact, question, hidden, sink));
                }
                end(fact)
                        .filter(day -> earlier == null || !end(earlier).equals(Optional.of(day)))
                        .ifPresent(day -> tell(QualityKind.LATE_LOSS, day, fact, question, hidden, sink));
            }
        }
    }

    /** Said again after it was taken back: the delay is not that of the first report. */
    private static boolean isReturned(@Nullable Fact earlier) {
        return earlier != null && earlier.withdrawn();
    }

    private static Optional<LocalDate> start(Fact fact) {
        return fact.coverage().qualified().map(Period::from);
    }

    private static Optional<LocalDate> end(Fact fact) {
        return fact.coverage().qualified().flatMap(Period::end);
    }

    private static void tell(
            QualityKind kind, LocalDate day, Fact fact, QualityQuestion question, boolean hidden, QualitySink sink) {
        int days = question.delay(day, fact);
        if (!hidden) {
            sink.delay(fact.coverage().id().insurer(), kind, days);
        }
        if (days > question.terms().lateDays()) {
            sink.finding(QualityFinding.about(kind, fact, hidden).over(day, OptionalInt.of(days)));
        }
    }
}
