package madoguchi.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import madoguchi.charge.Bill;
import madoguchi.charge.Charging;
import madoguchi.charge.Delivery;
import madoguchi.charge.Held;
import madoguchi.charge.Service;
import madoguchi.core.CopaymentRate;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.SubsidyAnswer;
import madoguchi.policy.Facility;
import madoguchi.policy.Policy;

/** 受付の公費の読み手 – the subsidies of past receptions in the order of application, for those who claim; reads, never writes. */
public final class VisitSubsidies {

    private static final int MOST_IN_KIND = 4;

    private final SubsidyStore store;
    private final SubsidyCards cards;
    private final MedicalInstitutionCode code;

    /**
     * A reader of one facility's subsidies.
     *
     * @param database PostgreSQL; call {@link Desk#migrate} before
     * @param policy the rules in force now for a reception's day
     * @param facility how this facility verifies
     * @param code which facility, for the schemes of its prefecture
     */
    public VisitSubsidies(
            DataSource database, Supplier<Policy> policy, Facility facility, MedicalInstitutionCode code) {
        VisitStore visits = new VisitStore(database);
        this.store = new SubsidyStore(database);
        this.cards = new SubsidyCards(
                store, visit -> Visit.fold(visits.of(visit)).stream().findFirst(), policy, facility);
        this.code = code;
    }

    /** The subsidies of each reception that has any, by its id. Asks the database about those receptions only whose patient has a subsidy. */
    public Map<String, List<VisitSubsidy>> of(List<Visit> visits) {
        Set<String> people = store.people();
        Map<String, List<VisitSubsidy>> known = new LinkedHashMap<>();
        for (Visit visit : visits) {
            if (SubsidyBook.answer(visit) instanceof SubsidyAnswer.Found
                    || !Collections.disjoint(people, visit.people())) {
                List<VisitSubsidy> subsidies = of(visit);
                if (!subsidies.isEmpty()) {
                    known.put(visit.id(), subsidies);
                }
            }
        }
        return known;
    }

    private List<VisitSubsidy> of(Visit visit) {
        Bill bill = new Bill(
                visit.day(), Service.MEDICAL_OUTPATIENT, 0, new CopaymentRate(30), Optional.empty(), false, 0, code);
        List<Held> held = cards.cards(visit).stream()
                .flatMap(card -> card.certificate().stream()
                        .map(certificate -> new Held(
                                certificate,
                                card.confirmed(),
                                card.stored().flatMap(StoredSubsidy::designated).orElse(true),
                                List.of())))
                .toList();
        List<VisitSubsidy> subsidies = new ArrayList<>();
        for (Held one : Charging.inOrder(bill, held)) {
            long inKind = subsidies.stream()
                    .filter(other -> other.state() == VisitSubsidy.State.IN_KIND)
                    .count();
            subsidies.add(new VisitSubsidy(one.certificate(), state(bill, one, inKind < MOST_IN_KIND)));
        }
        return List.copyOf(subsidies);
    }

    private static VisitSubsidy.State state(Bill bill, Held held, boolean room) {
        return switch (Delivery.of(bill, held)) {
            case Delivery.InKind inKind -> room ? VisitSubsidy.State.IN_KIND : VisitSubsidy.State.REIMBURSED;
            case Delivery.Reimbursed(var reason, var row) ->
                reason == Delivery.Reason.NOT_CONFIRMED
                        ? VisitSubsidy.State.NOT_CONFIRMED
                        : VisitSubsidy.State.REIMBURSED;
        };
    }
}
