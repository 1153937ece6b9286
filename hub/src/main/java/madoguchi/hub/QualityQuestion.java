package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * 点検の問い – what a report is about.
 *
 * @param day 基準日: the day for which coverages, ages and certificates are looked at
 * @param knownAt the instant; facts recorded later are not looked at
 * @param terms the numbers to judge by
 * @param moved ids of facts that only mended a link: they were not registered late
 */
record QualityQuestion(LocalDate day, Instant knownAt, QualityTerms terms, Set<Long> moved) {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** Cut to microseconds, as exact as the database. */
    QualityQuestion {
        knownAt = knownAt.truncatedTo(ChronoUnit.MICROS);
        moved = Set.copyOf(moved);
    }

    /** A question about registers where no link was ever mended. */
    QualityQuestion(LocalDate day, Instant knownAt, QualityTerms terms) {
        this(day, knownAt, terms, Set.of());
    }

    /** Whether a fact was recorded within the days whose delays are told. */
    boolean isRecent(Fact fact) {
        return !moved.contains(fact.id())
                && !fact.recordedAt().isAfter(knownAt)
                && fact.recordedAt().isAfter(knownAt.minus(terms.lateWindow(), ChronoUnit.DAYS));
    }

    /** Days from a day to the day of recording in Tokyo; 0 for what was recorded beforehand. */
    int delay(LocalDate since, Fact fact) {
        long days =
                ChronoUnit.DAYS.between(since, fact.recordedAt().atZone(TOKYO).toLocalDate());
        return Math.clamp(days, 0, Integer.MAX_VALUE);
    }
}
