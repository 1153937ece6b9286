package madoguchi.hub;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import madoguchi.core.LossReason;
import madoguchi.core.Period;
import madoguchi.core.Scheme;

/** 資格の連なり – gaps and overlaps between the coverages of one person, sorted by their first day. */
final class CoverageSequence {

    /** A record with more coverages than these is not compared further: it is one person's number used for many. */
    private static final int MOST = 50;

    private CoverageSequence() {}

    static void of(List<Fact> coverages, QualityQuestion question, boolean hidden, QualitySink sink) {
        gaps(coverages, question, hidden, sink);
        overlaps(coverages, question.day(), question.terms(), hidden, sink);
    }

    /** The first day; the earliest there is where it is not known. */
    static LocalDate start(Fact fact) {
        return fact.coverage().qualified().map(Period::from).orElse(LocalDate.MIN);
    }

    /** The first day without; the latest there is where there is none. */
    static LocalDate end(Fact fact) {
        return fact.coverage().qualified().flatMap(Period::end).orElse(LocalDate.MAX);
    }

    private static void gaps(List<Fact> coverages, QualityQuestion question, boolean hidden, QualitySink sink) {
        Fact furthest = coverages.getFirst();
        for (Fact next : coverages) {
            long days = end(furthest).equals(LocalDate.MAX) || start(next).equals(LocalDate.MIN)
                    ? 0
                    : ChronoUnit.DAYS.between(end(furthest), start(next));
            if (days >= question.terms().gapDays() && !isDeath(furthest)) {
                sink.finding(QualityFinding.between(QualityKind.GAP, next, furthest, next, hidden)
                        .over(end(furthest), OptionalInt.of((int) days)));
            }
            furthest = end(next).isAfter(end(furthest)) ? next : furthest;
        }
    }

    private static boolean isDeath(Fact fact) {
        return fact.coverage().lossReason().equals(Optional.of(LossReason.DEATH));
    }

    private static void overlaps(
            List<Fact> coverages, LocalDate day, QualityTerms terms, boolean hidden, QualitySink sink) {
        for (int i = 0; i < coverages.size(); i++) {
            Fact earlier = coverages.get(i);
            for (int j = i + 1; j < Math.min(coverages.size(), i + MOST); j++) {
                Fact later = coverages.get(j);
                if (sharesDays(earlier, later) && !belongTogether(earlier, later)) {
                    sink.finding(overlap(earlier, later, day, terms, hidden));
                }
            }
        }
    }

    private static boolean sharesDays(Fact earlier, Fact later) {
        LocalDate end = end(earlier).isBefore(end(later)) ? end(earlier) : end(later);
        return start(later).isBefore(end);
    }

    /** Medical assistance stands beside employees' insurance. National insurance and late-stage elderly care exclude whoever receives it (国民健康保険法 6条, 高齢者の医療の確保に関する法律 51条). */
    private static boolean belongTogether(Fact one, Fact other) {
        return (isAssistance(one) && kind(other) == Scheme.Kind.EMPLOYEES)
                || (isAssistance(other) && kind(one) == Scheme.Kind.EMPLOYEES);
    }

    private static boolean isAssistance(Fact fact) {
        return kind(fact) == Scheme.Kind.MEDICAL_ASSISTANCE;
    }

    private static Scheme.Kind kind(Fact fact) {
        return fact.coverage().id().insurer().scheme().kind();
    }

    private static QualityFinding overlap(Fact earlier, Fact later, LocalDate day, QualityTerms terms, boolean hidden) {
        LocalDate end = end(earlier).isBefore(end(later)) ? end(earlier) : end(later);
        boolean now = !day.isBefore(start(later)) && day.isBefore(end);
        Fact says = says(earlier, later, terms);
        QualityFinding finding = QualityFinding.between(
                        now ? QualityKind.TWO_AT_ONCE : QualityKind.OVERLAP, says, earlier, later, hidden)
                .over(start(later), length(start(later), end));
        Concordance agreeing =
                Concordance.of(earlier.coverage().holder(), later.coverage().holder());
        return agreeing.address() == Concordance.Agreement.DIFFERS ? finding.with(agreeing) : finding;
    }

    private static OptionalInt length(LocalDate first, LocalDate end) {
        return first.equals(LocalDate.MIN) || end.equals(LocalDate.MAX)
                ? OptionalInt.empty()
                : OptionalInt.of((int) ChronoUnit.DAYS.between(first, end));
    }

    /** The earlier insurer, whose loss is missing. At 75 (and before, for disabled people) everybody goes over to late-stage elderly care: then the other insurer, even if its coverage began later. */
    private static Fact says(Fact earlier, Fact later, QualityTerms terms) {
        boolean elderlyFirst = kind(earlier) == Scheme.Kind.LATE_ELDERLY && kind(later) != Scheme.Kind.LATE_ELDERLY;
        boolean handedOver = !start(later)
                .isBefore(terms.lateElderly(earlier.coverage().holder().birth()));
        return elderlyFirst && handedOver ? later : earlier;
    }
}
