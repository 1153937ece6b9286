package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.core.CardSerial;
import madoguchi.core.ConsentScope;
import madoguchi.core.Coverage;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.VisitKind;

/*
 * 1. Of all facts of one name the last one taken up to the instant of knowledge counts, by id; a withdrawn one means there is no such entry.
 * 2. Whoever is hidden today, by an insurer's row or by an entry of the register of suppressions, is hidden in every register, also as known earlier.
 * 3. An entry holds on the days of its period. A consent holds between two instants.
 */

/** 諸台帳の読み方 – the pure fold over facts of the other registers, as known at an instant. Reads no clock and no database. */
final class RegisterFold {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final List<RegisterFact> live;

    private RegisterFold(List<RegisterFact> live) {
        this.live = live;
    }

    /**
     * Folds facts.
     *
     * @param facts every fact of every name asked about, and the suppressions of the persons in them
     * @param knownAt facts recorded later are not seen; absent means all
     * @param hidden persons whom an insurer's row hides today
     */
    static RegisterFold of(Collection<RegisterFact> facts, Optional<Instant> knownAt, Set<Long> hidden) {
        Set<Long> all = new HashSet<>(hidden);
        all.addAll(suppressed(facts));
        return new RegisterFold(latest(known(facts, knownAt))
                .filter(fact -> !fact.withdrawn() && !all.contains(fact.person()))
                .sorted(Comparator.comparingLong(RegisterFact::id))
                .toList());
    }

    /** Folds facts for whoever sees all: nobody is hidden, and the suppressions are entries like any other. */
    static RegisterFold unhidden(Collection<RegisterFact> facts, Optional<Instant> knownAt) {
        return new RegisterFold(latest(known(facts, knownAt))
                .filter(fact -> !fact.withdrawn())
                .sorted(Comparator.comparingLong(RegisterFact::id))
                .toList());
    }

    private static Stream<RegisterFact> known(Collection<RegisterFact> facts, Optional<Instant> knownAt) {
        return facts.stream()
                .filter(fact -> knownAt.map(instant -> !fact.recordedAt().isAfter(instant))
                        .orElse(true));
    }

    /** The persons whom the register of suppressions hides today. */
    static Set<Long> suppressed(Collection<RegisterFact> facts) {
        Set<Long> hidden = new HashSet<>();
        latest(facts.stream().filter(fact -> fact.said() instanceof Kept.Suppression))
                .filter(fact -> !fact.withdrawn())
                .forEach(fact -> hidden.add(fact.person()));
        return hidden;
    }

    private static Stream<RegisterFact> latest(Stream<RegisterFact> facts) {
        Map<Digest, RegisterFact> latest = new HashMap<>();
        facts.forEach(fact -> latest.merge(fact.name(), fact, (a, b) -> a.id() > b.id() ? a : b));
        return latest.values().stream();
    }

    /** What holds on a day, in order of recording. */
    List<RegisterFact> on(LocalDate day) {
        return live.stream().filter(fact -> fact.valid().contains(day)).toList();
    }

    /** Whose card it is on a day. The day is that of asking, not the day asked about: a new card opens the past, too, and an old one nothing. */
    Optional<RegisterFact> card(CardSerial card, LocalDate day) {
        return on(day).stream()
                .filter(fact ->
                        fact.said() instanceof Kept.CardLink link && link.card().equals(card))
                .findFirst();
    }

    /** The enrolment of a person on a day. */
    Optional<RegisterFact> enrolment(long person, LocalDate day) {
        return on(day).stream()
                .filter(fact -> fact.person() == person && fact.said() instanceof Kept.Enrolment)
                .findFirst();
    }

    /** By what number a facility knows a person on a day: the one it registered last. */
    Optional<RegisterFact> reference(MedicalInstitutionCode facility, long person, LocalDate day) {
        return last(on(day), facility, person);
    }

    /** The number that a facility registered last for a person and has not taken back. */
    Optional<RegisterFact> last(MedicalInstitutionCode facility, long person) {
        return last(live, facility, person);
    }

    private static Optional<RegisterFact> last(List<RegisterFact> facts, MedicalInstitutionCode facility, long person) {
        return facts.reversed().stream()
                .filter(fact -> fact.person() == person
                        && fact.said() instanceof Kept.Reference reference
                        && reference.facility().equals(facility))
                .findFirst();
    }

    /** The consents a person has given to a facility that hold at an instant, in order of recording. */
    List<RegisterFact> consents(MedicalInstitutionCode facility, long person, Instant at) {
        return live.stream()
                .filter(fact -> fact.person() == person
                        && fact.said() instanceof Kept.Consent consent
                        && consent.facility().equals(facility)
                        && !at.isBefore(consent.from())
                        && at.isBefore(consent.until()))
                .toList();
    }

    /** The consents a person has given to anybody that hold at an instant, in order of recording. */
    List<RegisterFact> consents(long person, Instant at) {
        return live.stream()
                .filter(fact -> fact.person() == person
                        && fact.said() instanceof Kept.Consent consent
                        && !at.isBefore(consent.from())
                        && at.isBefore(consent.until()))
                .toList();
    }

    /** Whether a facility may see something of a person at an instant. */
    boolean isConsented(MedicalInstitutionCode facility, long person, ConsentScope scope, Instant at) {
        return consents(facility, person, at).stream()
                .anyMatch(fact -> fact.said() instanceof Kept.Consent consent && consent.scope() == scope);
    }

    /** The consents to visits of a person at a facility that were not taken back, in order of recording. */
    List<RegisterFact> visits(MedicalInstitutionCode facility, long person, VisitKind visit) {
        return live.stream()
                .filter(fact -> fact.person() == person
                        && fact.said() instanceof Kept.VisitConsent consent
                        && consent.facility().equals(facility)
                        && consent.visit() == visit)
                .toList();
    }

    /** The consents to visits of a person anywhere that were not taken back, in order of recording. */
    List<Kept.VisitConsent> visits(long person) {
        return live.stream()
                .filter(fact -> fact.person() == person)
                .flatMap(fact -> fact.said() instanceof Kept.VisitConsent consent ? Stream.of(consent) : Stream.empty())
                .toList();
    }

    /** All that holds, whatever its days, in order of recording. */
    List<RegisterFact> live() {
        return live;
    }

    /** 資格確認書 and お知らせ of a person that hold on a day, in order of recording. */
    List<RegisterFact> issued(long person, LocalDate day) {
        return on(day).stream()
                .filter(fact -> fact.person() == person
                        && (fact.said() instanceof Kept.Certificate || fact.said() instanceof Kept.Notice))
                .toList();
    }

    /** 証の回収日 – since when the insurer has a coverage's certificate back, as far as it was back on a day. */
    Optional<LocalDate> collected(long person, Coverage coverage, LocalDate day) {
        return on(day).stream()
                .filter(fact -> fact.person() == person
                        && fact.said() instanceof Kept.Collection collection
                        && collection.isOf(coverage))
                .map(fact -> fact.valid().from())
                .findFirst();
    }

    /** The business day of an instant; the first day of 1970 for all that lies before, when nothing was known. */
    static LocalDate day(Instant instant) {
        return (instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant)
                .atZone(TOKYO)
                .toLocalDate();
    }
}
