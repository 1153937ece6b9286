package madoguchi.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import madoguchi.policy.Determination;
import madoguchi.policy.Facility;
import madoguchi.policy.Policy;
import madoguchi.policy.Reception;
import madoguchi.policy.Verdict;

/** 受付簿の読み手 – the receptions of past days for those who claim; reads, never writes. */
public final class VisitRecords {

    private final VisitStore store;
    private final Supplier<Policy> policy;
    private final Facility facility;

    /**
     * A reader of one facility's visit book.
     *
     * @param database PostgreSQL; call {@link Desk#migrate} before
     * @param policy what became of a reception, by the rules in force now for its day
     * @param facility how this facility verifies
     */
    public VisitRecords(DataSource database, Supplier<Policy> policy, Facility facility) {
        this.store = new VisitStore(database);
        this.policy = policy;
        this.facility = facility;
    }

    /** The receptions begun on these days (both included) in order of arrival, without those taken back. */
    public List<VisitRecord> between(LocalDate from, LocalDate through) {
        return Visit.fold(store.receivedBetween(from, through)).stream()
                .filter(visit -> !visit.withdrawn())
                .map(this::record)
                .toList();
    }

    /** One reception; empty when there is none. */
    public Optional<VisitRecord> find(String visit) {
        return Visit.fold(store.of(visit)).stream().findFirst().map(this::record);
    }

    private VisitRecord record(Visit visit) {
        Reception reception = Ladder.reception(visit, facility);
        Determination now = policy.get().determine(reception);
        return new VisitRecord(
                visit,
                now.verdict() instanceof Verdict.Accepted(var means) ? Optional.of(means) : Optional.empty(),
                reception.known());
    }
}
