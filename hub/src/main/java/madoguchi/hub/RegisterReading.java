package madoguchi.hub;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import madoguchi.core.Period;
import madoguchi.core.Subject;
import madoguchi.core.Text;

/** 台帳の参照 – every register about one person, for any day, as known at any instant; each reading leaves an entry in {@code hub.register_look}. Hidden people (不開示) are nobody, except to whoever sees all. */
public final class RegisterReading {

    private static final Set<Kept.Kind> ALL = Set.of(Kept.Kind.values());

    private final FactStore facts;
    private final RegisterStore store;
    private final RegisterLookStore looks;
    private final Registers registers;
    private final Clock clock;

    /**
     * Over one database.
     *
     * @param database schema {@code hub}, already migrated
     * @param clock tells when somebody read, and what "now" is
     */
    public RegisterReading(DataSource database, Clock clock) {
        this.facts = new FactStore(database);
        this.store = new RegisterStore(database);
        this.looks = new RegisterLookStore(database);
        this.registers = new Registers(database, Optional.empty(), clock);
        this.clock = clock;
    }

    LocalDate today() {
        return RegisterFold.day(clock.instant());
    }

    List<RegisterLook> looks(int most) {
        return looks.latest(most);
    }

    /** What holds first, then the rest, each by the day it begins; empty for nobody. Whom a number or a card means is decided as of now. */
    Optional<List<RegisterEntry>> read(RegisterQuestion question, boolean seesAll, String account) {
        Optional<Long> person = registers.meant(question.subject(), seesAll);
        looks.add(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                account,
                question,
                question.subject() instanceof Subject.ByCard ? "CARD" : "NUMBER",
                person);
        return person.map(who -> entries(who, question));
    }

    private List<RegisterEntry> entries(long person, RegisterQuestion question) {
        LocalDate day = question.day();
        Instant at = question.knownAt().orElseGet(clock::instant);
        Collection<Fact> coverages = Register.live(facts.ofPerson(person), question.knownAt());
        List<RegisterEntry> entries = new ArrayList<>();
        coverages.forEach(fact -> entries.add(RegisterWords.of(fact, day)));
        coverages.stream()
                .filter(Fact::isAssistance)
                .map(fact -> fact.coverage().id())
                .distinct()
                .forEach(recipient -> looks.tickets(recipient, question.knownAt()).stream()
                        .map(ticket -> RegisterWords.of(ticket, day))
                        .forEach(entries::add));
        live(store.about(Set.of(person), ALL), question.knownAt()).forEach(fact -> entries.add(entry(fact, day, at)));
        entries.sort(Comparator.comparing(RegisterEntry::holds)
                .reversed()
                .thenComparing(
                        entry -> entry.valid().map(Period::from).orElse(LocalDate.MIN), Comparator.reverseOrder()));
        return List.copyOf(entries);
    }

    /** Of each name the last fact known, suppressions included: whoever may read this may know. */
    private static List<RegisterFact> live(Collection<RegisterFact> about, Optional<Instant> knownAt) {
        return RegisterFold.unhidden(about, knownAt).live();
    }

    private static RegisterEntry entry(RegisterFact fact, LocalDate day, Instant at) {
        boolean holds = fact.said() instanceof Kept.Consent consent
                ? !at.isBefore(consent.from()) && at.isBefore(consent.until())
                : fact.valid().contains(day);
        Text said = RegisterWords.said(fact.said());
        return new RegisterEntry(
                RegisterWords.register(fact.said().kind()), said, Optional.of(fact.valid()), fact.recordedAt(), holds);
    }
}
