package madoguchi.claims;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.core.InsuredId;
import madoguchi.core.Subject;
import madoguchi.policy.Means;
import madoguchi.uke.RE;
import madoguchi.uke.Receipt;

/** レセプトと受付の突合 – finds the receptions of a receipt's patient in its month: by number and birth date, or by birth date and name. Holds the receptions of a few months, no more. Not for several threads. */
final class VisitsOfReceipt {

    private static final int MONTHS = 3;

    private final ClaimVisits visits;
    private final Map<YearMonth, Map<LocalDate, List<ClaimVisit>>> months = new LinkedHashMap<>();

    VisitsOfReceipt(ClaimVisits visits) {
        this.visits = visits;
    }

    /** Whether the visit book has anybody in that month: an empty one says nothing. */
    boolean any(YearMonth month) {
        return !byBirth(month).isEmpty();
    }

    /** The receptions of the patient, in order of arrival. */
    List<ClaimVisit> of(Receipt receipt) {
        Optional<RE> re = receipt.re();
        Optional<LocalDate> birth = re.flatMap(RE::birth);
        Optional<YearMonth> month = re.flatMap(RE::month);
        return birth.isEmpty() || month.isEmpty()
                ? List.of()
                : byBirth(month.get()).getOrDefault(birth.get(), List.of()).stream()
                        .filter(visit -> isAbout(visit, receipt.insured(), re.get(), birth.get()))
                        .toList();
    }

    private boolean isAbout(ClaimVisit visit, Optional<InsuredId> insured, RE re, LocalDate birth) {
        return insured.filter(id -> visit.isAbout(id, birth)).isPresent()
                || visit.answer().coverages().stream()
                        .map(coverage -> coverage.holder().name())
                        .anyMatch(name -> Numbers.sameName(re.name(), name.written())
                                || Numbers.sameName(re.kana(), name.reading()))
                || said(visit)
                        .flatMap(Statement::kana)
                        .filter(kana -> Numbers.sameName(re.kana(), kana) || Numbers.sameName(re.name(), kana))
                        .isPresent();
    }

    private Map<LocalDate, List<ClaimVisit>> byBirth(YearMonth month) {
        Map<LocalDate, List<ClaimVisit>> known = months.get(month);
        if (known != null) {
            return known;
        }
        Map<LocalDate, List<ClaimVisit>> read = new HashMap<>();
        for (ClaimVisit visit : visits.of(month)) {
            births(visit)
                    .forEach(birth -> read.computeIfAbsent(birth, day -> new ArrayList<>())
                            .add(visit));
        }
        if (months.size() == MONTHS) {
            months.remove(months.keySet().iterator().next());
        }
        months.put(month, read);
        return read;
    }

    private Set<LocalDate> births(ClaimVisit visit) {
        return Stream.concat(
                        visit.numbers().map(Subject.ByNumber::birth), said(visit).flatMap(Statement::birth).stream())
                .collect(Collectors.toSet());
    }

    /* Looked up only where the reception rests on one: it costs a question to the database. */
    private Optional<Statement> said(ClaimVisit visit) {
        return visit.means().filter(Means.DECLARATION::equals).flatMap(means -> visits.statement(visit.id()));
    }
}
