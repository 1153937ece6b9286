package madoguchi.hub;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import madoguchi.core.InsurerNumber;

/**
 * 所見 – one thing that is wrong, or looks wrong, in the registers. Carries nothing of a person but internal ids.
 *
 * @param kind what
 * @param gravity how serious this one is
 * @param insurer 保険者 who must say first what is right
 * @param other the other insurer concerned, never the same
 * @param persons internal ids, one or two; the second one where two persons look like one, and the insured person of a dependant left behind
 * @param facts ids of the facts it rests on, the earlier coverage first
 * @param from the first day concerned; absent where the finding is not about days
 * @param days how many days: of a gap, of an overlap (absent while it goes on), of a delay
 * @param concordance what agrees between the two coverages, for the suspects of a wrong link
 * @param hidden a person of it must stay hidden (不開示)
 */
public record QualityFinding(
        QualityKind kind,
        Gravity gravity,
        InsurerNumber insurer,
        Optional<InsurerNumber> other,
        List<Long> persons,
        List<Long> facts,
        Optional<LocalDate> from,
        OptionalInt days,
        Optional<Concordance> concordance,
        boolean hidden) {

    /** Copies the lists; the same insurer twice is named once. */
    public QualityFinding {
        other = other.filter(second -> !second.equals(insurer));
        persons = List.copyOf(persons);
        facts = List.copyOf(facts);
    }

    /** A finding about one coverage, of the kind's usual gravity. */
    static QualityFinding about(QualityKind kind, Fact fact, boolean hidden) {
        return new QualityFinding(
                kind,
                kind.gravity(),
                fact.coverage().id().insurer(),
                Optional.empty(),
                List.of(fact.person()),
                List.of(fact.id()),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                hidden);
    }

    /** A finding about two coverages of one person; {@code says} is the one whose insurer must say. */
    static QualityFinding between(QualityKind kind, Fact says, Fact earlier, Fact later, boolean hidden) {
        Fact second = says.id() == later.id() ? earlier : later;
        return new QualityFinding(
                kind,
                kind.gravity(),
                says.coverage().id().insurer(),
                Optional.of(second.coverage().id().insurer()),
                List.of(says.person()),
                List.of(earlier.id(), later.id()),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                hidden);
    }

    QualityFinding over(LocalDate first, OptionalInt length) {
        return new QualityFinding(
                kind, gravity, insurer, other, persons, facts, Optional.of(first), length, concordance, hidden);
    }

    QualityFinding weighing(Gravity weight) {
        return new QualityFinding(kind, weight, insurer, other, persons, facts, from, days, concordance, hidden);
    }

    QualityFinding with(Concordance agreeing) {
        return new QualityFinding(
                kind, gravity, insurer, other, persons, facts, from, days, Optional.of(agreeing), hidden);
    }
}
