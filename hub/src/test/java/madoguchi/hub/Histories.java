package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import madoguchi.core.CoverageClass;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.Period;

/** でたらめな履歴 – facts about a few persons who share few numbers: registered, corrected (also in the number or the birth), withdrawn, hidden and shown again. */
final class Histories {

    private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final int DAYS = 30;

    private final Random random;
    private final int persons;
    private final int numbers;

    Histories(Random random, int persons, int numbers) {
        this.random = random;
        this.persons = persons;
        this.numbers = numbers;
    }

    /** The facts in order of recording; ids have gaps, as a transaction that was given up leaves them. */
    List<Fact> facts(int count) {
        List<Fact> facts = new ArrayList<>();
        long id = 0;
        while (facts.size() < count) {
            id += 1 + random.nextInt(3);
            facts.add(fact(id, START.plusSeconds(facts.size())));
        }
        return facts;
    }

    private Fact fact(long id, Instant recordedAt) {
        long person = 1L + random.nextInt(persons);
        int first = random.nextInt(4) * 5;
        int number = random.nextInt(numbers);
        Said said = new Said(
                id,
                recordedAt,
                person,
                random.nextInt(5) == 0,
                random.nextInt(20) == 0,
                number(number, person),
                number % 4 == 3 ? CoverageClass.MEDICAL_ASSISTANCE : CoverageClass.GENERAL,
                birth(random.nextInt(10) == 0),
                random.nextBoolean()
                        ? Period.startingOn(FIRST.plusDays(first))
                        : Period.until(FIRST.plusDays(first), FIRST.plusDays(first + random.nextInt(DAYS))),
                Optional.empty(),
                List.of());
        return named(said.fact());
    }

    /** The fact under a digest, as the import names it. */
    static Fact named(Fact fact) {
        return new Fact(
                fact.id(),
                fact.recordedAt(),
                fact.person(),
                Digest.of(fact.name()).hex(),
                fact.withdrawn(),
                fact.suppressed(),
                fact.coverage());
    }

    private static LocalDate birth(boolean mistyped) {
        return mistyped ? Said.BIRTH.plusDays(1) : Said.BIRTH;
    }

    private static InsuredId number(int number, long person) {
        return new InsuredId(
                Said.WARD.insurer(),
                Optional.of("S" + number % 2),
                "10" + number,
                number % 2 == 0 ? Optional.of("%02d".formatted(person % 100)) : Optional.empty());
    }

    /** A question as of now, about somebody or nobody. */
    Inquiry question() {
        InsuredId of = number(random.nextInt(numbers + 1), 1 + random.nextInt(persons));
        InsuredId asked = random.nextBoolean()
                ? of
                : new InsuredId(of.insurer(), Optional.empty(), "0" + of.number(), Optional.empty());
        return Inquiry.byNumber(
                asked, birth(random.nextInt(8) == 0), FIRST.plusDays(random.nextInt(DAYS)), true, Said.CLINIC);
    }
}
