package madoguchi.hub;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import madoguchi.core.CardSerial;
import madoguchi.core.ConsentScope;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Period;
import madoguchi.core.PersonKey;
import madoguchi.core.Problem;
import madoguchi.core.Subject;
import madoguchi.core.TokenKind;
import madoguchi.core.VisitKind;

/**
 * 諸台帳 – the hub's other registers: cards, enrolments, reference numbers, consents, issued certificates and notices, suppressions. Every entry is a new fact in one append-only log; {@code by} says who
 * entered it, a facility or a part of the hub, never a person.
 *
 * <p>Whoever writes holds the log's lock from reading to writing, so two writers never decide on the same state. A person who is hidden or unknown is refused in the same words, except where suppressions are
 * entered.
 */
public final class Registers {

    private static final Set<Kept.Kind> ALL = Set.of(Kept.Kind.values());
    private static final List<Problem> NOBODY = List.of(Problem.at("対象者", "該当する人がいません。", "Nobody fits."));

    private final FactStore facts;
    private final RegisterStore store;
    private final Optional<RegisterIndex> index;
    private final Clock clock;
    private final ConsentLengths lengths = ConsentLengths.bundled();

    /**
     * The registers of one database.
     *
     * @param database schema {@code hub}, already migrated
     * @param index of that database: knows what was entered before a method returns
     * @param clock tells 登録日時
     */
    public Registers(DataSource database, Optional<RegisterIndex> index, Clock clock) {
        this.facts = new FactStore(database);
        this.store = new RegisterStore(database);
        this.index = index;
        this.clock = clock;
    }

    // Reading.

    /** What is said about a person, as known at an instant (absent: now). Whom a number or a card means is decided as of now. */
    public Standing about(Subject subject, Optional<Instant> knownAt) {
        Optional<Long> person = shown(subject);
        return person.map(who ->
                        new Standing(RegisterFold.of(store.about(Set.of(who), ALL), knownAt, Set.of()), person))
                .orElseGet(Standing::nobody);
    }

    /** Whose number or card it is; a hidden person only where {@code evenHidden}. */
    Optional<Long> meant(Subject subject, boolean evenHidden) {
        return person(subject, evenHidden);
    }

    /** For what kind of token a certificate is registered today, whoever its holder is; empty when it leads nowhere. */
    Optional<TokenKind> token(CardSerial card) {
        return link(card)
                .flatMap(fact ->
                        fact.said() instanceof Kept.CardLink link ? Optional.of(link.token()) : Optional.empty());
    }

    // Cards and enrolment.

    /** Links a card to a person from a day on; refused when it is another person's, or has ended. */
    public Filed linkCard(Subject.ByNumber person, CardSerial card, TokenKind token, LocalDate from, String by) {
        return enter(
                shown(person),
                by,
                who -> List.of(new NewRegisterFact(
                        who, Period.startingOn(from), false, new Kept.CardLink(card, token, Optional.empty()))));
    }

    /** Lets a new card take the place of an old one on a day: from that day on the old one leads nowhere. */
    public Filed renewCard(CardSerial old, CardSerial renewed, TokenKind token, LocalDate day, String by) {
        return enter(
                shown(new Subject.ByCard(old)),
                by,
                who -> List.of(new NewRegisterFact(
                        who, Period.startingOn(day), false, new Kept.CardLink(renewed, token, Optional.of(old)))));
    }

    /** Takes back a link that was wrong: the card leads nowhere, and may be linked to somebody else. */
    public Filed unlinkCard(CardSerial card, String by) {
        return enter(
                last(NewRegisterFact.card(card)).map(RegisterFact::person),
                by,
                who -> last(NewRegisterFact.card(card)).stream()
                        .map(link -> new NewRegisterFact(who, link.valid(), true, link.said()))
                        .toList());
    }

    /** 利用登録 from a day on. */
    public Filed enrol(Subject person, LocalDate since, String by) {
        return enter(
                shown(person),
                by,
                who -> List.of(new NewRegisterFact(who, Period.startingOn(since), false, new Kept.Enrolment())));
    }

    /** 利用登録の解除: from that day on the person's cards lead nowhere. Refused when nothing is enrolled on that day. */
    public Filed endEnrolment(Subject person, LocalDate firstDayWithout, String by) {
        return enter(shown(person), by, who -> ended(who, firstDayWithout));
    }

    private List<NewRegisterFact> ended(long who, LocalDate firstDayWithout) {
        return fold(Set.of(who))
                .enrolment(who, firstDayWithout)
                .map(fact -> List.of(new NewRegisterFact(
                        who, Period.until(fact.valid().from(), firstDayWithout), false, fact.said())))
                .orElse(List.of());
    }

    // What a person files.

    /** 利用登録 by the person, from a day on; an enrolment that holds on that day already is not entered again. */
    Filed enrol(PersonKey person, LocalDate since, String by) {
        return enter(
                shown(person),
                by,
                who -> List.of(fold(Set.of(who))
                        .enrolment(who, since)
                        .map(known -> new NewRegisterFact(who, known.valid(), false, known.said()))
                        .orElseGet(() ->
                                new NewRegisterFact(who, Period.startingOn(since), false, new Kept.Enrolment()))));
    }

    /** 利用登録の解除 by the person: from that day on their cards lead nowhere. */
    Filed endEnrolment(PersonKey person, LocalDate firstDayWithout, String by) {
        return enter(shown(person), by, who -> ended(who, firstDayWithout));
    }

    /** 同意の撤回 by the person, from now on. Refused when none of these was given. */
    Filed withdraw(PersonKey person, MedicalInstitutionCode facility, Set<ConsentScope> scopes, String by) {
        Instant now = now();
        return enter(
                shown(person),
                by,
                who -> fold(Set.of(who)).consents(facility, who, now).stream()
                        .flatMap(fact -> withdrawn(fact, scopes, now).stream())
                        .toList());
    }

    /** 居宅同意の撤回 by the person: every one of this kind at the facility. Refused when none stands. */
    Filed withdrawVisits(PersonKey person, MedicalInstitutionCode facility, VisitKind visit, String by) {
        return enter(shown(person), by, who -> visitsTakenBack(facility, who, visit));
    }

    /** Who holds a card today; empty for nobody's and for one that must look so. */
    Optional<PersonKey> shownHolder(CardSerial card) {
        return shown(new Subject.ByCard(card)).map(PersonKey::new);
    }

    /** Whether a card still leads to the person, and nothing was entered since that instant that ends what was built on it: a link taken back, an enrolment that is over, somebody hidden, be it for a time only. */
    boolean leadsUnchanged(CardSerial card, TokenKind token, PersonKey person, Instant since) {
        LocalDate today = RegisterFold.day(clock.instant());
        return shownHolder(card).filter(person::equals).isPresent()
                && token(card).filter(token::equals).isPresent()
                && facts.ofPerson(person.value()).stream()
                        .noneMatch(
                                fact -> fact.suppressed() && fact.recordedAt().isAfter(since))
                && store.about(Set.of(person.value()), ALL).stream()
                        .noneMatch(fact -> fact.recordedAt().isAfter(since) && ends(fact, card, today));
    }

    private static boolean ends(RegisterFact fact, CardSerial card, LocalDate today) {
        return switch (fact.said()) {
            case Kept.CardLink link -> link.card().equals(card) && fact.withdrawn();
            case Kept.Enrolment _ ->
                fact.withdrawn()
                        || fact.valid().lastDay().filter(today::isAfter).isPresent();
            case Kept.Suppression _ -> true;
            case Kept.Reference _,
                    Kept.Consent _,
                    Kept.VisitConsent _,
                    Kept.Certificate _,
                    Kept.Notice _,
                    Kept.Collection _ -> false;
        };
    }

    // What a facility registers.

    /** Takes what a facility files. */
    public Filed file(Filing filing) {
        return switch (filing) {
            case Filing.Reference reference -> file(reference);
            case Filing.Consent consent -> file(consent);
            case Filing.VisitConsent consent -> file(consent);
            case Filing.VisitWithdrawal withdrawal -> file(withdrawal);
        };
    }

    private Filed file(Filing.Reference filing) {
        MedicalInstitutionCode facility = filing.caller().facility();
        LocalDate today = RegisterFold.day(clock.instant());
        Kept said = new Kept.Reference(facility, filing.number());
        Period valid = last(NewRegisterFact.reference(facility, filing.number()))
                .filter(known -> !known.withdrawn())
                .map(RegisterFact::valid)
                .orElse(Period.startingOn(today));
        return enter(
                shown(filing.insured(), filing.birth()),
                facility.digits(),
                who -> List.of(new NewRegisterFact(who, valid, filing.unlink(), said)));
    }

    private Filed file(Filing.Consent filing) {
        MedicalInstitutionCode facility = filing.caller().facility();
        Instant now = now();
        return enter(
                shown(filing.subject()),
                facility.digits(),
                who -> filing.withdraw()
                        ? fold(Set.of(who)).consents(facility, who, now).stream()
                                .flatMap(fact -> withdrawn(fact, filing.scopes(), now).stream())
                                .toList()
                        : filing.scopes().stream()
                                .sorted()
                                .map(scope -> consent(
                                        who, new Kept.Consent(facility, scope, now, now.plus(lengths.of(scope)))))
                                .toList());
    }

    private Filed file(Filing.VisitConsent filing) {
        MedicalInstitutionCode facility = filing.caller().facility();
        Instant now = now();
        Kept said = new Kept.VisitConsent(facility, filing.visit(), filing.method(), filing.visitDay(), now);
        return enter(
                shown(filing.subject()),
                facility.digits(),
                who -> List.of(new NewRegisterFact(who, Period.startingOn(RegisterFold.day(now)), false, said)));
    }

    private Filed file(Filing.VisitWithdrawal filing) {
        MedicalInstitutionCode facility = filing.caller().facility();
        return enter(shown(filing.subject()), facility.digits(), who -> visitsTakenBack(facility, who, filing.visit()));
    }

    private List<NewRegisterFact> visitsTakenBack(MedicalInstitutionCode facility, long who, VisitKind visit) {
        return fold(Set.of(who)).visits(facility, who, visit).stream()
                .map(fact -> new NewRegisterFact(who, fact.valid(), true, fact.said()))
                .toList();
    }

    private static Optional<NewRegisterFact> withdrawn(RegisterFact fact, Set<ConsentScope> scopes, Instant now) {
        return fact.said() instanceof Kept.Consent(var facility, var scope, var from, var until)
                        && scopes.contains(scope)
                ? Optional.of(consent(fact.person(), new Kept.Consent(facility, scope, from, now)))
                : Optional.empty();
    }

    private static NewRegisterFact consent(long person, Kept.Consent consent) {
        Period days = Period.through(RegisterFold.day(consent.from()), RegisterFold.day(consent.until()));
        return new NewRegisterFact(person, days, false, consent);
    }

    // What insurers issue, and what must stay hidden.

    /** 資格確認書の交付. */
    public Filed issue(Subject person, Kept.Certificate certificate, Period valid, String by) {
        return enter(shown(person), by, who -> List.of(new NewRegisterFact(who, valid, false, certificate)));
    }

    /** お知らせの交付; it has no last day. */
    public Filed issue(Subject person, Kept.Notice notice, String by) {
        return enter(
                shown(person),
                by,
                who -> List.of(new NewRegisterFact(who, Period.startingOn(notice.issued()), false, notice)));
    }

    /** 証の回収 on a day: said of a coverage's certificate before, the day is corrected. Refused when nobody has that coverage. */
    public Filed collect(Subject person, Kept.Collection certificate, LocalDate day, String by) {
        return collection(person, certificate, day, false, by);
    }

    /** 証の回収の取消: the certificate did not come back on that day after all. */
    public Filed uncollect(Subject person, Kept.Collection certificate, LocalDate day, String by) {
        return collection(person, certificate, day, true, by);
    }

    private Filed collection(Subject person, Kept.Collection certificate, LocalDate day, boolean withdrawn, String by) {
        Optional<Long> holder = shown(person)
                .filter(who -> Register.live(facts.ofPerson(who), Optional.empty()).stream()
                        .anyMatch(fact -> certificate.isOf(fact.coverage())));
        return enter(
                holder, by, who -> List.of(new NewRegisterFact(who, Period.startingOn(day), withdrawn, certificate)));
    }

    /** 不開示: from this moment on the person is hidden from every question, in every register, also as known earlier. */
    public Filed suppress(Subject person, String by) {
        return suppression(person, false, by);
    }

    /** 不開示の解除. Insurers' rows that hide the person go on hiding. */
    public Filed unsuppress(Subject person, String by) {
        return suppression(person, true, by);
    }

    private Filed suppression(Subject person, boolean lifted, String by) {
        Period always = Period.startingOn(LocalDate.EPOCH);
        return enter(
                person(person, true),
                by,
                who -> List.of(new NewRegisterFact(who, always, lifted, new Kept.Suppression())));
    }

    // Writing.

    private Filed enter(Optional<Long> person, String by, Function<Long, List<NewRegisterFact>> entries) {
        if (person.isEmpty()) {
            return new Filed.Refused(NOBODY);
        }
        Filed filed = store.alone(() -> entered(entries.apply(person.get()), by));
        if (filed instanceof Filed.Taken) {
            index.ifPresent(RegisterIndex::follow);
        }
        return filed;
    }

    private Filed entered(List<NewRegisterFact> entries, String by) {
        Entering entering = new Entering(store.named(entries.stream()
                .flatMap(entry -> Entering.names(entry).stream())
                .toList()));
        List<Problem> problems = new ArrayList<>();
        entries.forEach(entry -> problems.addAll(entering.take(entry)));
        if (entries.isEmpty()) {
            problems.add(Problem.at("登録", "終わらせるものがありません。", "There is nothing to end."));
        }
        if (!problems.isEmpty()) {
            return new Filed.Refused(problems);
        }
        Instant at = now();
        store.add(at, RegisterStore.Origin.caller(by), entering.news());
        return new Filed.Taken(at);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    // Who is meant.

    private Optional<Long> shown(Subject subject) {
        return person(subject, false);
    }

    private Optional<Long> person(Subject subject, boolean evenHidden) {
        return switch (subject) {
            case Subject.ByNumber(var insured, var birth) ->
                only(facts.about(insured), found -> Register.persons(found, insured, Optional.of(birth)), evenHidden);
            case Subject.ByCard(var card) -> {
                Optional<Long> holder = holder(card);
                yield only(
                        holder.map(facts::ofPerson).orElse(List.of()),
                        found -> Set.copyOf(holder.stream().toList()),
                        evenHidden);
            }
        };
    }

    private Optional<Long> shown(PersonKey person) {
        return only(facts.ofPerson(person.value()), found -> Set.of(person.value()), false);
    }

    private Optional<Long> shown(InsuredId insured, Optional<LocalDate> birth) {
        return only(facts.about(insured), found -> Register.persons(found, insured, birth), false);
    }

    private Optional<Long> holder(CardSerial card) {
        return link(card).map(RegisterFact::person);
    }

    private Optional<RegisterFact> link(CardSerial card) {
        return RegisterFold.of(store.named(List.of(NewRegisterFact.card(card))), Optional.empty(), Set.of())
                .card(card, RegisterFold.day(clock.instant()));
    }

    private Optional<Long> only(List<Fact> known, Function<List<Fact>, Set<Long>> meant, boolean evenHidden) {
        Set<Long> persons = new HashSet<>(meant.apply(known));
        Set<Long> suppressed = RegisterFold.suppressed(store.about(persons, Set.of(Kept.Kind.SUPPRESSION)));
        if (!evenHidden) {
            persons.removeAll(Register.hidden(known));
            persons.removeAll(suppressed);
        }
        return persons.size() == 1 ? Optional.of(persons.iterator().next()) : Optional.empty();
    }

    private RegisterFold fold(Collection<Long> persons) {
        return RegisterFold.of(store.about(persons, ALL), Optional.empty(), Set.of());
    }

    private Optional<RegisterFact> last(Digest name) {
        return store.named(List.of(name)).stream().max(Comparator.comparingLong(RegisterFact::id));
    }
}
