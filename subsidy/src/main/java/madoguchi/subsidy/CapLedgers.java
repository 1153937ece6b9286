package madoguchi.subsidy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import madoguchi.charge.Accumulator;
import madoguchi.charge.CapLedger;
import madoguchi.charge.HeldLedgers;
import madoguchi.charge.LedgerEntry;
import madoguchi.charge.LedgerFact;
import madoguchi.charge.LedgerOf;
import madoguchi.charge.SharedLedgers;
import madoguchi.charge.SharedLedgers.Told;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Period;
import madoguchi.core.PersonKey;
import madoguchi.core.Problem;
import madoguchi.core.RecipientNumber;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/*
 * A facility names a certificate by the numbers on it and its holder's birth date, as somebody at the counter can who has seen it; the hub finds the person. Whatever is
 * against it – no such certificate, another birth date, hidden here (不開示) or in the insurers' register, municipality, scheme or facility not taking part, no such total –
 * comes out as one value, never sooner than after EVEN, and is noted without a person. What a facility wrote carries the code of its certificate, whatever it says itself.
 */

/** 共有の上限額管理票 – a SIMULATION of PMH's management of ceilings, of which a demonstration is known ({@code pmh.md} §1, §5.4): one ledger for all facilities, with the running total and the number of the next fact as its lock. */
final class CapLedgers implements HeldLedgers {

    private static final Logger LOG = LoggerFactory.getLogger(CapLedgers.class);
    private static final Duration EVEN = Duration.ofMillis(10);
    private static final int SECONDS = 5;
    private static final int YEAR = 12;
    private static final Text DOWN = new Text(
            "共有の上限額管理票を確認できません。紙の管理票で確かめてください。",
            "The shared ledger of ceilings cannot be looked up now. Use the paper ledger.");

    private final CapLedgerStore store;
    private final SubsidyFactStore facts;
    private final ParticipationStore participation;
    private final RegisteredPeople registered;
    private final Clock clock;

    CapLedgers(DataSource database, RegisteredPeople registered, Clock clock) {
        this.store = new CapLedgerStore(database, SECONDS);
        this.facts = SubsidyFactStore.hurried(database, SECONDS);
        this.participation = ParticipationStore.hurried(database, SECONDS);
        this.registered = registered;
        this.clock = clock;
    }

    /** As one facility sees them. */
    SharedLedgers of(MedicalInstitutionCode facility) {
        return new SharedLedgers() {
            @Override
            public Told read(LedgerOf ledger) {
                return told(false, () -> {
                    Optional<Found> found = find(facility, ledger);
                    store.looked(facility, ledger.month(), found.map(one -> one.key.owner()), clock.instant());
                    return found.<Told>map(one -> kept(facility, one.key)).orElseGet(Told.NotKept::new);
                });
            }

            @Override
            public Told write(LedgerOf ledger, long seenYen, List<LedgerFact> entered, String operator) {
                return told(
                        true,
                        () -> find(facility, ledger)
                                .map(one -> written(facility, one, seenYen, entered, operator))
                                .orElseGet(Told.NotKept::new));
            }
        };
    }

    /* One that was found, in a month, with the total that was meant. */
    private record Found(CapLedgerStore.Key key, Accumulator total) {}

    private Told told(boolean writing, Supplier<Told> asked) {
        long begun = System.nanoTime();
        try {
            Told told = asked.get();
            if (told instanceof Told.NotKept) {
                waitUntil(begun + EVEN.toNanos());
            }
            return told;
        } catch (DataAccessException broken) {
            LOG.error("ledgers cannot be read: {}", broken.getClass().getSimpleName());
            return new Told.Unreachable(DOWN, writing);
        }
    }

    private Optional<Found> find(MedicalInstitutionCode facility, LedgerOf ledger) {
        Instant now = clock.instant();
        LocalDate today = today();
        List<PersonKey> persons = store.persons(ledger.payer(), ledger.recipient());
        Map<PersonKey, List<madoguchi.core.Holder>> holders = registered.holders(persons);
        boolean here = participation
                .facility(facility, now)
                .filter(one -> one.isOn(today))
                .isPresent();
        List<Found> found = persons.stream()
                .filter(person -> holders.getOrDefault(person, List.of()).stream()
                        .anyMatch(holder -> holder.birth().equals(ledger.birth())))
                .flatMap(person -> certificate(person, ledger, now).stream())
                .toList();
        return here && found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /* The version of the certificate that counts last in the month. */
    private Optional<Found> certificate(PersonKey person, LedgerOf ledger, Instant now) {
        return SubsidyFold.of(facts.of(person), now).all().stream()
                .filter(fact -> isMeant(fact.version().certificate(), ledger) && isConnected(fact, now))
                .reduce((one, other) -> other)
                .flatMap(fact -> Accumulator.of(fact.version().certificate()).stream()
                        .filter(total -> total.id().equals(ledger.total()))
                        .findFirst()
                        .map(total -> new Found(
                                new CapLedgerStore.Key(owner(person, fact), ledger.month(), total.id()), total)));
    }

    private static boolean isMeant(SubsidyCertificate certificate, LedgerOf ledger) {
        return certificate.payer().equals(Optional.of(ledger.payer()))
                && certificate.recipient().map(RecipientNumber::text).equals(Optional.of(ledger.recipient()))
                && certificate.subKey().equals(ledger.subKey())
                && certificate.valid().overlaps(whole(ledger.month()));
    }

    private static Period whole(YearMonth month) {
        return Period.through(month.atDay(1), month.atEndOfMonth());
    }

    private boolean isConnected(SubsidyFact fact, Instant now) {
        return Optional.ofNullable(participation
                        .types(fact.municipality(), now)
                        .get(fact.version().type()))
                .filter(type -> type.isOn(today()))
                .isPresent();
    }

    private static CapLedgerStore.Owner owner(PersonKey person, SubsidyFact fact) {
        return new CapLedgerStore.Owner(
                person,
                fact.municipality(),
                fact.version().type(),
                fact.version().subKey());
    }

    private Told.Kept kept(MedicalInstitutionCode facility, CapLedgerStore.Key key) {
        List<CapLedgerStore.Kept> kept = store.facts(key);
        List<LedgerFact> seen = new ArrayList<>();
        Set<Integer> ours = new HashSet<>();
        for (CapLedgerStore.Kept one : kept) {
            boolean own = one.facility().equals(facility.digits());
            seen.add(own ? one.fact() : elsewhere(one.fact()));
            if (own) {
                ours.add(seen.size());
            }
        }
        return new Told.Kept(seen, ours, store.totals(key, key.month().minusMonths(YEAR - 1L)));
    }

    /* What another facility took at its own counter is no entry of ours. */
    private static LedgerFact elsewhere(LedgerFact fact) {
        return fact instanceof LedgerFact.Entered(var entry) && entry.source() == LedgerEntry.Source.OWN
                ? new LedgerFact.Entered(new LedgerEntry(
                        entry.day(),
                        entry.facility(),
                        entry.service(),
                        entry.totalYen(),
                        entry.paidYen(),
                        LedgerEntry.Source.PMH))
                : fact;
    }

    private Told written(
            MedicalInstitutionCode facility, Found found, long seenYen, List<LedgerFact> entered, String operator) {
        Told.Kept before = kept(facility, found.key);
        if (CapLedger.of(before.facts(), Optional.empty()).runningYen() != seenYen) {
            return new Told.Overtaken(before);
        }
        List<Problem> problems = new LedgerCheck(found.key.month(), found.total, today())
                .problems(entered, operator, before.facts(), before.ours());
        if (!problems.isEmpty()) {
            return new Told.Refused(problems);
        }
        boolean done = store.add(found.key, before.facts().size(), entered, facility, operator, clock.instant());
        Told.Kept now = kept(facility, found.key);
        return done ? now : new Told.Overtaken(now);
    }

    @Override
    public Listing of(PersonKey person, YearMonth month) {
        try {
            Instant now = clock.instant();
            return new Listing.Listed(SubsidyFold.of(facts.of(person), now).all().stream()
                    .filter(fact ->
                            fact.version().certificate().valid().overlaps(whole(month)) && isConnected(fact, now))
                    .flatMap(fact -> held(person, fact, month).stream())
                    .toList());
        } catch (DataAccessException broken) {
            LOG.error("ledgers cannot be read: {}", broken.getClass().getSimpleName());
            return new Listing.Unreachable(DOWN);
        }
    }

    private List<Held> held(PersonKey person, SubsidyFact fact, YearMonth month) {
        SubsidyCertificate certificate = fact.version().certificate();
        CapLedgerStore.Owner owner = owner(person, fact);
        List<Look> looks = store.looks(owner, month);
        return Accumulator.of(certificate).stream()
                .map(total -> new Held(
                        certificate,
                        total,
                        CapLedger.of(
                                store.facts(new CapLedgerStore.Key(owner, month, total.id())).stream()
                                        .map(CapLedgerStore.Kept::fact)
                                        .toList(),
                                total.monthlyCeiling(certificate)),
                        looks))
                .filter(one -> one.ledger().ceilingYen().isPresent()
                        || !one.ledger().lines().isEmpty())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SubsidyHub.JAPAN);
    }

    private static void waitUntil(long end) {
        for (long left = end - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted(); ) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
    }
}
