package madoguchi.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageHistory;
import madoguchi.core.InsuredId;
import madoguchi.core.Period;
import madoguchi.core.Timeline;
import madoguchi.core.Timeline.Stay;
import madoguchi.hub.Kept.Kind;

/*
 * What an inquiry shows depends on the day, the consent and the facility; what claims are settled by does not: every coverage of the person, ended or not, with loss reason, limit and elderly
 * certificates. Medical assistance is no insurance and is left out.
 *
 * When a certificate came back to the insurer (証の回収日) the other registers tell, not memory. Settling asks for that day of a claimed coverage that was lost and of no other; so the registers are asked for it only
 * where a coverage that was asked for has an end, which is rare enough for a look into the database.
 */

/** 資格の経過 – the registers as a review agency sees them: from memory while the index serves, else from the database. As of now. */
public final class RegisterHistory implements CoverageHistory {

    private static final int PEOPLE = 1_000;

    private final FactStore facts;
    private final FactLogStore log;
    private final RegisterStore registers;
    private final ReadingStore readings;
    private final Optional<RegisterIndex> index;

    /**
     * Over one database.
     *
     * @param database schema {@code hub}, already migrated
     * @param index of that database; its owner closes it
     */
    public RegisterHistory(DataSource database, Optional<RegisterIndex> index) {
        this.facts = new FactStore(database);
        this.log = new FactLogStore(database);
        this.registers = new RegisterStore(database);
        this.readings = new ReadingStore(database);
        this.index = index;
    }

    @Override
    public List<Timeline> of(InsuredId insured, LocalDate birth) {
        return timelines(
                index.flatMap(memory -> memory.about(insured, birth)).orElseGet(() -> shown(facts.about(insured))),
                coverage -> coverage.id().insurer().equals(insured.insurer())
                        && coverage.id().numberKey().equals(insured.numberKey())
                        && coverage.holder().birth().equals(birth));
    }

    @Override
    public List<Timeline> named(String kana, LocalDate birth) {
        List<Fact> about = new ArrayList<>();
        readings.persons(kana, birth).forEach(person -> about.addAll(facts.ofPerson(person)));
        return timelines(shown(about), coverage -> ReadingStore.fits(coverage, kana, birth));
    }

    /** 受け取る側 – is told of people one by one. */
    @FunctionalInterface
    public interface Taking {
        /** One more person. Throws {@link IOException} when it cannot be kept; nobody else is told of then. */
        void person(Timeline person) throws IOException;
    }

    /**
     * 台帳の全員 – everybody who has or had a coverage, each once, in one reading from the database: nothing recorded meanwhile is in it. Who is hidden (不開示) is not told of.
     *
     * @throws IOException as the taker throws it
     */
    public void everybody(Taking taking) throws IOException {
        try {
            log.byPerson(
                    PEOPLE,
                    about -> timelines(shown(about), any -> true).forEach(person -> {
                        try {
                            taking.person(person);
                        } catch (IOException full) {
                            throw new UncheckedIOException(full);
                        }
                    }));
        } catch (UncheckedIOException full) {
            throw full.getCause();
        }
    }

    /** Without those whom the register of suppressions hides; memory has left them out itself. */
    private List<Fact> shown(List<Fact> about) {
        Set<Long> persons = about.stream().map(Fact::person).collect(Collectors.toSet());
        Set<Long> suppressed = RegisterFold.suppressed(registers.about(persons, Set.of(Kind.SUPPRESSION)));
        return about.stream()
                .filter(fact -> !suppressed.contains(fact.person()))
                .toList();
    }

    private interface Wanted {
        boolean is(Coverage coverage);
    }

    /** The persons of whom a live coverage is wanted, in order of their ids, their coverages in order of recording. */
    private List<Timeline> timelines(List<Fact> about, Wanted wanted) {
        Set<Long> hidden = Register.hidden(about);
        Map<Long, List<Fact>> persons = Register.live(about, Optional.empty()).stream()
                .filter(fact -> !hidden.contains(fact.person()) && !fact.isAssistance())
                .sorted(Comparator.comparingLong(Fact::id))
                .collect(Collectors.groupingBy(Fact::person, TreeMap::new, Collectors.toList()));
        List<List<Fact>> people = persons.values().stream()
                .filter(person -> person.stream().anyMatch(fact -> wanted.is(fact.coverage())))
                .toList();
        RegisterFold collections = collections(people, wanted);
        return people.stream().map(person -> timeline(person, collections)).toList();
    }

    private static Timeline timeline(List<Fact> person, RegisterFold collections) {
        return new Timeline(person.stream()
                .map(fact ->
                        new Stay(fact.coverage(), collections.collected(fact.person(), fact.coverage(), LocalDate.MAX)))
                .toList());
    }

    /** What is known of certificates that came back, of those persons a wanted coverage of whom has an end. */
    private RegisterFold collections(List<List<Fact>> people, Wanted wanted) {
        Set<Long> ended = people.stream()
                .flatMap(List::stream)
                .filter(fact -> wanted.is(fact.coverage())
                        && fact.coverage().qualified().flatMap(Period::end).isPresent())
                .map(Fact::person)
                .collect(Collectors.toSet());
        return RegisterFold.of(
                ended.isEmpty() ? List.of() : registers.about(ended, Set.of(Kind.COLLECTION)),
                Optional.empty(),
                Set.of());
    }
}
