package madoguchi.charge;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Ceiling;
import madoguchi.core.SubsidyCertificate;

/**
 * 上限額の残り – what a patient can still be charged under one certificate.
 *
 * <p>Every ceiling applies whose kind the service falls under, or whose total the service runs into by the またぎの合算条件; the tightest decides. A ceiling counts what was paid in its {@link Accumulator} within its span: this month, this day, or this visit alone.
 * {@code times} limits how often in the month a patient pays at all: visits, or days where the span is the day (our reading: the official form is not public).
 */
public final class Ceilings {

    private Ceilings() {}

    /**
     * 残額 – the tightest ceiling.
     *
     * @param ceiling which one
     * @param yen what is left of it, 0 or more
     */
    public record Remaining(Ceiling ceiling, long yen) {}

    /** What is left for a service on a day after these payments (others than of that month are not counted); empty where no ceiling applies. */
    public static Optional<Remaining> remaining(
            SubsidyCertificate certificate, Service service, LocalDate day, List<Paid> paid) {
        return certificate.ceilings().stream()
                .filter(ceiling -> applies(ceiling, certificate, service))
                .map(ceiling -> new Remaining(ceiling, left(ceiling, certificate, day, paid)))
                .reduce((one, other) -> other.yen() < one.yen() ? other : one);
    }

    /** Whether a ceiling of a certificate bounds a service. One for each visit has no total, so the summing does not widen it. */
    static boolean applies(Ceiling ceiling, SubsidyCertificate certificate, Service service) {
        return service.kinds().contains(ceiling.kind())
                || (ceiling.span() != Ceiling.Span.VISIT
                        && Accumulator.of(ceiling.kind(), certificate.summed()).counts(service));
    }

    private static long left(Ceiling ceiling, SubsidyCertificate certificate, LocalDate day, List<Paid> paid) {
        List<Paid> counted = counted(ceiling, certificate, day, paid).toList();
        if (ceiling.times().map(most -> isUsedUp(most, ceiling, day, counted)).orElse(false)) {
            return 0;
        }
        long used =
                switch (ceiling.span()) {
                    case MONTH -> sum(counted.stream());
                    case DAY -> sum(counted.stream().filter(one -> one.day().equals(day)));
                    case VISIT -> 0;
                };
        return Math.max(0, ceiling.yen() - used);
    }

    private static Stream<Paid> counted(
            Ceiling ceiling, SubsidyCertificate certificate, LocalDate day, List<Paid> paid) {
        Accumulator total = Accumulator.of(ceiling.kind(), certificate.summed());
        return paid.stream()
                .filter(one -> YearMonth.from(one.day()).equals(YearMonth.from(day)) && total.counts(one.service()));
    }

    /* A day on which something was paid already goes on; a further one is too many. */
    private static boolean isUsedUp(int most, Ceiling ceiling, LocalDate day, List<Paid> counted) {
        Stream<Paid> charged = counted.stream().filter(one -> one.yen() > 0);
        return ceiling.span() == Ceiling.Span.DAY
                ? charged.map(Paid::day)
                                .filter(other -> !other.equals(day))
                                .distinct()
                                .count()
                        >= most
                : charged.count() >= most;
    }

    private static long sum(Stream<Paid> paid) {
        return paid.mapToLong(Paid::yen).sum();
    }
}
