package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import madoguchi.core.CardSerial;
import madoguchi.core.ConsentScope;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Period;
import madoguchi.core.Problem;
import madoguchi.core.ReferenceNumber;
import madoguchi.core.TokenKind;
import org.junit.jupiter.api.Test;

/*
 * The oracle walks the list of what was entered from its end and takes the first thing that speaks about the question. It knows nothing of names, digests or periods as values: a card's, an
 * enrolment's or a number's own fields are compared.
 */

/** Random histories of the other registers, asked on every day as known at every instant. */
class RegisterFoldTest {

    private static final Instant START = Instant.parse("2026-08-01T00:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
    private static final int DAYS = 6;
    private static final int PERSONS = 3;
    private static final List<MedicalInstitutionCode> FACILITIES =
            List.of(new MedicalInstitutionCode("1319999913"), new MedicalInstitutionCode("1349999913"));

    private static final List<ConsentScope> SCOPES =
            List.of(ConsentScope.MEDICINES, ConsentScope.TREATMENT, ConsentScope.LIMIT);

    private final Random random = new Random(4);

    @Test
    void everyRegisterIsReadAsTheOracleReadsIt() {
        for (int round = 0; round < 60; round++) {
            List<RegisterFact> facts = history(14);
            for (Optional<Instant> knownAt : instants(facts)) {
                Set<Long> rows = random.nextInt(4) == 0 ? Set.of(1L) : Set.of();
                RegisterFold fold = RegisterFold.of(facts, knownAt, rows);
                Oracle oracle = new Oracle(facts, knownAt, rows);
                for (LocalDate day = FIRST.minusDays(1); !day.isAfter(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
                    compare(fold, oracle, day);
                }
            }
        }
    }

    private static void compare(RegisterFold fold, Oracle oracle, LocalDate day) {
        for (int card = 0; card < 4; card++) {
            assertThat(fold.card(serial(card), day).map(RegisterFact::person))
                    .isEqualTo(oracle.card(serial(card), day));
        }
        for (long person = 1; person <= PERSONS; person++) {
            assertThat(fold.enrolment(person, day).isPresent()).isEqualTo(oracle.isEnrolled(person, day));
            for (MedicalInstitutionCode facility : FACILITIES) {
                assertThat(fold.reference(facility, person, day).map(fact -> ((Kept.Reference) fact.said()).number()))
                        .isEqualTo(oracle.reference(facility, person, day));
                Instant noon = day.atTime(3, 0).toInstant(java.time.ZoneOffset.UTC);
                for (ConsentScope scope : ConsentScope.values()) {
                    assertThat(fold.isConsented(facility, person, scope, noon))
                            .isEqualTo(oracle.isConsented(facility, person, scope, noon));
                }
            }
        }
    }

    /** P3 for cards: once a link is over from a day on, nothing recorded of other cards or persons, and no later asking, opens it again on that day or later. */
    @Test
    void aCardThatIsOverStaysOverInEveryLaterKnowledgeUntilItIsTakenBack() {
        int closed = 0;
        for (int round = 0; round < 100; round++) {
            List<RegisterFact> facts = entered(30);
            for (RegisterFact end : facts) {
                if (!(end.said() instanceof Kept.CardLink link)
                        || end.withdrawn()
                        || end.valid().end().isEmpty()) {
                    continue;
                }
                LocalDate over = end.valid().end().get();
                boolean takenBack = facts.stream()
                        .anyMatch(
                                later -> later.id() > end.id() && later.name().equals(end.name()) && later.withdrawn());
                closed++;
                for (RegisterFact later : facts) {
                    if (later.id() >= end.id() && !takenBack) {
                        RegisterFold fold = RegisterFold.of(facts, Optional.of(later.recordedAt()), Set.of());
                        for (int days = 0; days < DAYS; days++) {
                            assertThat(fold.card(link.card(), over.plusDays(days)))
                                    .isEmpty();
                        }
                    }
                }
            }
        }
        assertThat(closed).isGreaterThan(50);
    }

    /** P5: whatever is entered in whatever order, at no instant of knowledge does a card lead to two persons, and what leads to another was taken back before. */
    @Test
    void noCardEverPassesToAnotherPersonWithoutBeingTakenBack() {
        for (int round = 0; round < 100; round++) {
            List<RegisterFact> facts = entered(40);
            for (RegisterFact fact : facts) {
                Optional<RegisterFact> before = facts.stream()
                        .filter(other -> other.id() < fact.id() && other.name().equals(fact.name()))
                        .reduce((earlier, later) -> later);
                assertThat(before.filter(other -> other.person() != fact.person() && !other.withdrawn()))
                        .isEmpty();
            }
        }
    }

    /** What {@link Entering} lets through of random wishes. */
    private List<RegisterFact> entered(int wishes) {
        List<RegisterFact> facts = new ArrayList<>();
        for (int i = 0; i < wishes; i++) {
            Entering entering = new Entering(facts);
            List<Problem> problems = entering.take(new NewRegisterFact(
                    1 + random.nextInt(PERSONS), days(), random.nextInt(4) == 0, link(random.nextInt(4) == 0)));
            assertThat(problems.isEmpty() || entering.news().isEmpty()).isTrue();
            for (NewRegisterFact news : entering.news()) {
                facts.add(news.recorded(facts.size() + 1L, START.plusSeconds(i)));
            }
        }
        return facts;
    }

    private Kept.CardLink link(boolean renewal) {
        return new Kept.CardLink(
                serial(random.nextInt(4)),
                TokenKind.CARD,
                renewal ? Optional.of(serial(random.nextInt(4))) : Optional.empty());
    }

    private List<RegisterFact> history(int count) {
        List<RegisterFact> facts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            NewRegisterFact fact =
                    new NewRegisterFact(1 + random.nextInt(PERSONS), days(), random.nextInt(4) == 0, said());
            facts.add(fact.recorded(i, START.plusSeconds(i)));
        }
        return facts;
    }

    private Period days() {
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
        return random.nextInt(3) > 0
                ? Period.startingOn(from)
                : Period.until(from, from.plusDays(random.nextInt(DAYS)));
    }

    private Kept said() {
        MedicalInstitutionCode facility = FACILITIES.get(random.nextInt(2));
        Instant given = FIRST.plusDays(random.nextInt(DAYS)).atStartOfDay().toInstant(java.time.ZoneOffset.UTC);
        return switch (random.nextInt(5)) {
            case 0 -> link(false);
            case 1 -> new Kept.Enrolment();
            case 2 -> new Kept.Reference(facility, new ReferenceNumber("P" + random.nextInt(2)));
            case 3 ->
                new Kept.Consent(
                        facility,
                        SCOPES.get(random.nextInt(SCOPES.size())),
                        given,
                        given.plusSeconds(3600L * random.nextInt(30)));
            default -> new Kept.Suppression();
        };
    }

    private static CardSerial serial(int card) {
        return new CardSerial("SIM-1", Integer.toHexString(0xA0 + card).toUpperCase(java.util.Locale.ROOT));
    }

    private static List<Optional<Instant>> instants(List<RegisterFact> facts) {
        List<Optional<Instant>> instants = new ArrayList<>(List.of(Optional.empty(), Optional.of(START)));
        facts.forEach(fact -> instants.add(Optional.of(fact.recordedAt())));
        return instants;
    }

    /** The naive reading. */
    private static final class Oracle {
        private final List<RegisterFact> known = new ArrayList<>();
        private final List<Long> hidden = new ArrayList<>();

        Oracle(List<RegisterFact> facts, Optional<Instant> knownAt, Set<Long> rows) {
            hidden.addAll(rows);
            for (long person = 1; person <= PERSONS; person++) {
                boolean now = false;
                for (RegisterFact fact : facts) {
                    if (fact.person() == person && fact.said() instanceof Kept.Suppression) {
                        now = !fact.withdrawn();
                    }
                }
                if (now) {
                    hidden.add(person);
                }
            }
            for (RegisterFact fact : facts) {
                if (knownAt.isEmpty() || fact.recordedAt().compareTo(knownAt.get()) <= 0) {
                    known.addFirst(fact);
                }
            }
        }

        private boolean holds(RegisterFact fact, LocalDate day) {
            LocalDate end = fact.valid().end().orElse(LocalDate.MAX);
            return !fact.withdrawn()
                    && !hidden.contains(fact.person())
                    && day.compareTo(fact.valid().from()) >= 0
                    && day.compareTo(end) < 0;
        }

        Optional<Long> card(CardSerial card, LocalDate day) {
            for (RegisterFact fact : known) {
                if (fact.said() instanceof Kept.CardLink link && link.card().equals(card)) {
                    return holds(fact, day) ? Optional.of(fact.person()) : Optional.empty();
                }
            }
            return Optional.empty();
        }

        boolean isEnrolled(long person, LocalDate day) {
            List<LocalDate> seen = new ArrayList<>();
            for (RegisterFact fact : known) {
                if (fact.person() == person
                        && fact.said() instanceof Kept.Enrolment
                        && !seen.contains(fact.valid().from())) {
                    seen.add(fact.valid().from());
                    if (holds(fact, day)) {
                        return true;
                    }
                }
            }
            return false;
        }

        Optional<ReferenceNumber> reference(MedicalInstitutionCode facility, long person, LocalDate day) {
            List<ReferenceNumber> seen = new ArrayList<>();
            for (RegisterFact fact : known) {
                if (fact.said() instanceof Kept.Reference(var where, var number)
                        && where.equals(facility)
                        && !seen.contains(number)) {
                    seen.add(number);
                    if (fact.person() == person && holds(fact, day)) {
                        return Optional.of(number);
                    }
                }
            }
            return Optional.empty();
        }

        boolean isConsented(MedicalInstitutionCode facility, long person, ConsentScope scope, Instant at) {
            List<Instant> seen = new ArrayList<>();
            for (RegisterFact fact : known) {
                if (fact.person() == person
                        && fact.said() instanceof Kept.Consent(var where, var what, var from, var until)
                        && where.equals(facility)
                        && what == scope
                        && !seen.contains(from)) {
                    seen.add(from);
                    boolean open = at.compareTo(from) >= 0 && at.compareTo(until) < 0;
                    if (open && !fact.withdrawn() && !hidden.contains(person)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
