package madoguchi.hub;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.CardSerial;
import madoguchi.core.ConsentScope;
import madoguchi.core.Coverage;
import madoguchi.core.Filed;
import madoguchi.core.InquiryKind;
import madoguchi.core.Look;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Period;
import madoguchi.core.PersonKey;
import madoguchi.core.SelfFiling;
import madoguchi.core.SelfRecord;
import madoguchi.core.SelfRecord.GivenConsent;
import madoguchi.core.SelfRecord.GivenVisit;
import madoguchi.core.SelfRecord.IssuedPaper;
import madoguchi.core.SelfView;
import madoguchi.core.Text;
import madoguchi.core.VisitKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** 本人から見た台帳 – the registers as the person they are about sees them, and what that person files. Read from the database: a person looks at their own screen far less often than facilities ask. */
public final class SelfRegister implements SelfView, SelfFiling {

    private static final Logger LOG = LoggerFactory.getLogger(SelfRegister.class);
    private static final Set<Kept.Kind> ALL = Set.of(Kept.Kind.values());
    private static final String BY = "portal";
    private static final Answer.Unreachable DOWN = new Answer.Unreachable(
            Answer.Cause.HUB,
            Optional.empty(),
            new Text("いま登録できません。しばらくしてからもう一度お試しください。", "Nothing can be registered now. Try again in a while."));

    private final FactStore facts;
    private final RegisterStore store;
    private final Registers registers;
    private final DisclosureStore disclosures;
    private final SelfServiceStore log;
    private final Clock clock;

    /**
     * The registers of one database.
     *
     * @param database schema {@code hub}, already migrated
     * @param registers of the same database: files
     * @param clock tells when a consent holds
     */
    public SelfRegister(DataSource database, Registers registers, Clock clock) {
        this.facts = new FactStore(database);
        this.store = new RegisterStore(database);
        this.registers = registers;
        this.disclosures = new DisclosureStore(database);
        this.log = new SelfServiceStore(database);
        this.clock = clock;
    }

    @Override
    public SelfRecord record(PersonKey person, LocalDate day, Optional<Instant> knownAt) {
        List<Fact> about = facts.ofPerson(person.value());
        List<RegisterFact> entries = store.about(Set.of(person.value()), ALL);
        if (isHidden(person, about, entries)) {
            return SelfRecord.nothing();
        }
        List<Coverage> coverages = Register.live(about, knownAt).stream()
                .sorted(Comparator.comparing(SelfRegister::start).reversed())
                .map(Fact::coverage)
                .toList();
        RegisterFold fold = RegisterFold.of(entries, knownAt, Set.of());
        return new SelfRecord(
                coverages.stream()
                        .filter(coverage -> coverage.coversDay(day))
                        .map(coverage -> coverage.withoutExpired(day))
                        .toList(),
                coverages.stream().filter(coverage -> !coverage.coversDay(day)).toList(),
                fold.enrolment(person.value(), day).map(entry -> entry.valid().from()),
                fold.issued(person.value(), day).stream()
                        .map(SelfRegister::paper)
                        .toList(),
                fold.consents(person.value(), knownAt.orElseGet(this::now)).stream()
                        .flatMap(SelfRegister::consent)
                        .toList(),
                visits(fold.visits(person.value())));
    }

    /** One for each facility and kind: a withdrawal takes all of them. */
    private static List<GivenVisit> visits(List<Kept.VisitConsent> given) {
        Map<List<Object>, List<Kept.VisitConsent>> together = given.stream()
                .collect(Collectors.groupingBy(
                        consent -> List.of(consent.facility(), consent.visit()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return together.values().stream().map(SelfRegister::visit).toList();
    }

    private static GivenVisit visit(List<Kept.VisitConsent> given) {
        Kept.VisitConsent first = Collections.min(given, Comparator.comparing(Kept.VisitConsent::from));
        return new GivenVisit(
                first.facility(),
                first.visit(),
                first.from(),
                given.stream()
                        .flatMap(consent -> consent.visitDay().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static LocalDate start(Fact fact) {
        return fact.coverage().qualified().map(Period::from).orElse(LocalDate.MIN);
    }

    private static boolean isHidden(PersonKey person, Collection<Fact> about, Collection<RegisterFact> entries) {
        return Register.hidden(about).contains(person.value())
                || RegisterFold.suppressed(entries).contains(person.value());
    }

    private static IssuedPaper paper(RegisterFact entry) {
        return switch (entry.said()) {
            case Kept.Certificate(var insurer, var issued, var why) ->
                new IssuedPaper(IssuedPaper.Kind.CERTIFICATE, insurer, issued, entry.valid());
            case Kept.Notice(var insurer, var issued, var why) ->
                new IssuedPaper(IssuedPaper.Kind.NOTICE, insurer, issued, entry.valid());
            case Kept other -> throw new IllegalStateException("not issued: " + other.kind());
        };
    }

    private static Stream<GivenConsent> consent(RegisterFact entry) {
        return entry.said() instanceof Kept.Consent(var facility, var scope, var from, var until)
                ? Stream.of(new GivenConsent(facility, scope, from, until))
                : Stream.empty();
    }

    @Override
    public List<Look> looks(PersonKey person, int most) {
        List<Fact> about = facts.ofPerson(person.value());
        List<RegisterFact> entries = store.about(Set.of(person.value()), Set.of(Kept.Kind.CARD, Kept.Kind.SUPPRESSION));
        if (about.isEmpty() || isHidden(person, about, entries)) {
            return List.of();
        }
        return disclosures.of(about, cards(entries), most).stream()
                .map(SelfRegister::look)
                .toList();
    }

    private static List<CardSerial> cards(List<RegisterFact> entries) {
        return entries.stream()
                .flatMap(entry -> entry.said() instanceof Kept.CardLink link ? Stream.of(link.card()) : Stream.empty())
                .distinct()
                .toList();
    }

    private static Look look(Disclosure disclosure) {
        return new Look(
                disclosure.entry(),
                disclosure.at(),
                new MedicalInstitutionCode(disclosure.facility()),
                InquiryKind.valueOf(disclosure.kind()),
                disclosure.purpose().label(),
                disclosure.day(),
                Outcome.logged(disclosure.outcome()).map(Outcome::label).orElse(Text.same(disclosure.outcome())),
                disclosure.limitConsent(),
                disclosure.diseaseConsent());
    }

    @Override
    public long newest() {
        return log.newestVerification();
    }

    @Override
    public Filed enrol(PersonKey person, LocalDate since) {
        return filed(SelfServiceStore.Act.ENROL, person, () -> registers.enrol(person, since, BY));
    }

    @Override
    public Filed endEnrolment(PersonKey person, LocalDate firstDayWithout) {
        return filed(
                SelfServiceStore.Act.END_ENROLMENT, person, () -> registers.endEnrolment(person, firstDayWithout, BY));
    }

    @Override
    public Filed withdraw(PersonKey person, MedicalInstitutionCode facility, Set<ConsentScope> scopes) {
        return filed(SelfServiceStore.Act.WITHDRAW, person, () -> registers.withdraw(person, facility, scopes, BY));
    }

    @Override
    public Filed withdrawVisits(PersonKey person, MedicalInstitutionCode facility, VisitKind visit) {
        return filed(
                SelfServiceStore.Act.WITHDRAW_VISITS,
                person,
                () -> registers.withdrawVisits(person, facility, visit, BY));
    }

    private interface Filing {
        Filed file();
    }

    private Filed filed(SelfServiceStore.Act act, PersonKey person, Filing filing) {
        try {
            Filed filed = filing.file();
            String outcome = filed instanceof Filed.Taken ? "TAKEN" : "REFUSED";
            log.add(now(), act, Optional.empty(), outcome, Optional.of(person.value()));
            return filed;
        } catch (DataAccessException broken) {
            LOG.error(
                    "a person's filing cannot be written: {}", broken.getClass().getSimpleName());
            return new Filed.Undelivered(DOWN);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
