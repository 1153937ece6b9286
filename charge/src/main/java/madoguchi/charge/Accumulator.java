package madoguchi.charge;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.core.Ceiling;
import madoguchi.core.CeilingKind;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.Text;

/**
 * 累計の単位 – the kinds of ceiling whose payments run into one total: those of the certificate's またぎの合算条件 together, every other one alone ({@code pmh.md} §5.1, inferred).
 *
 * @param kinds at least one
 */
public record Accumulator(Set<CeilingKind> kinds) {

    /** Copies the set; refuses an empty one. */
    public Accumulator {
        kinds = Set.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("an accumulator has a kind");
        }
    }

    /** The total that a ceiling of this certificate is counted on. */
    static Accumulator of(CeilingKind kind, Set<CeilingKind> summed) {
        return new Accumulator(summed.contains(kind) ? summed : Set.of(kind));
    }

    /** The totals of a certificate that a service runs into, one for each of its ceilings, the same one once; empty where it has no ceiling for the service. */
    public static List<Accumulator> of(SubsidyCertificate certificate, Service service) {
        return certificate.ceilings().stream()
                .filter(ceiling -> Ceilings.applies(ceiling, certificate, service))
                .map(ceiling -> of(ceiling.kind(), certificate.summed()))
                .distinct()
                .toList();
    }

    /** Every total of a certificate, in the order of its ceilings; one over all kinds where it has no ceiling at all. */
    public static List<Accumulator> of(SubsidyCertificate certificate) {
        List<Accumulator> totals = certificate.ceilings().stream()
                .map(ceiling -> of(ceiling.kind(), certificate.summed()))
                .distinct()
                .toList();
        return totals.isEmpty() ? List.of(new Accumulator(EnumSet.allOf(CeilingKind.class))) : totals;
    }

    /** The one total of a certificate in whose ledger a payment for this service is written; empty where no ceiling of it speaks of the service. */
    public static Optional<Accumulator> ofEntry(SubsidyCertificate certificate, Service service) {
        return certificate.ceilings().isEmpty()
                ? Optional.of(of(certificate).getFirst())
                : of(certificate, service).stream().findFirst();
    }

    /** The tightest monthly ceiling of a certificate that runs up in this total. */
    public Optional<Long> monthlyCeiling(SubsidyCertificate certificate) {
        return certificate.ceilings().stream()
                .filter(ceiling -> ceiling.span() == Ceiling.Span.MONTH
                        && of(ceiling.kind(), certificate.summed()).equals(this))
                .map(Ceiling::yen)
                .min(Long::compare);
    }

    /** Whether payments for this service run into it. */
    public boolean counts(Service service) {
        return service.kinds().stream().anyMatch(kinds::contains);
    }

    /** {@code ALL} where all kinds run together, else their names in order, joined by {@code +}; names the total in a ledger. */
    public String id() {
        return kinds.size() == CeilingKind.values().length
                ? "ALL"
                : inOrder().stream().map(CeilingKind::name).collect(Collectors.joining("+"));
    }

    /** What it is called on screens. */
    public Text label() {
        return kinds.size() == CeilingKind.values().length
                ? new Text("すべて合算", "all together")
                : new Text(
                        inOrder().stream().map(kind -> kind.label().ja()).collect(Collectors.joining("・")),
                        inOrder().stream().map(kind -> kind.label().en()).collect(Collectors.joining("; ")));
    }

    private List<CeilingKind> inOrder() {
        return List.copyOf(EnumSet.copyOf(kinds));
    }
}
