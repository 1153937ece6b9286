package madoguchi.hub;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import madoguchi.core.CardSerial;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.ReferenceNumber;

/*
 * Memory knows the plain case: a card that leads, open and begun when it was recorded, to a person whose enrolment is open and begun. Whatever else there may be
 * (not enrolled, a switch on a day to come, two cards with one fingerprint) stands as "ask the database". A hidden person's card does not stand here at all, so it
 * is answered as fast as one that nobody knows.
 *
 * Nothing but the result is kept: when something about a person is recorded, all that the log says about that person, and about others under the same
 * fingerprints, is read again. So what stands here is never older than the log up to the last entry taken, and may be newer.
 */

/** 紐付けの索引 – cards, suppressions and facilities' reference numbers in memory, as of now. One thread writes, any number read. */
final class LinkIndex {

    private static final int HEAD = 1 + Long.BYTES + Integer.BYTES;

    private static final Set<Kept.Kind> LINKS = Set.of(Kept.Kind.CARD, Kept.Kind.ENROLMENT, Kept.Kind.SUPPRESSION);

    private final Fingerprints cards = new Fingerprints();
    private final Fingerprints references = new Fingerprints();
    private final Space texts = new Space();
    private final Set<Long> suppressed = ConcurrentHashMap.newKeySet();

    // Reading.

    /** Whose card it is, by the person's id; 0 when the database must be asked, absent when it leads nowhere. */
    OptionalLong holder(CardSerial card) {
        int value = cards.get(Fingerprints.of(NewRegisterFact.card(card)));
        return value == Fingerprints.NOTHING ? OptionalLong.empty() : OptionalLong.of(Integer.toUnsignedLong(value));
    }

    /** Whether the register of suppressions hides the person. */
    boolean isSuppressed(long person) {
        return !suppressed.isEmpty() && suppressed.contains(person);
    }

    /** By what number a facility knows a person; {@code ask} is asked where memory cannot tell. */
    Optional<ReferenceNumber> reference(MedicalInstitutionCode facility, long person, Registry ask) {
        int address = references.isEmpty() ? Fingerprints.NOTHING : references.get(key(facility, person));
        if (address == Fingerprints.NOTHING) {
            return Optional.empty();
        }
        if (address == Fingerprints.ASK) {
            return ask.reference(facility, person);
        }
        MemorySegment block = texts.block(address);
        byte[] record = block.asSlice(
                        Space.offset(address),
                        HEAD + Byte.toUnsignedInt(block.get(ValueLayout.JAVA_BYTE, Space.offset(address))))
                .toArray(ValueLayout.JAVA_BYTE);
        ByteBuffer head = ByteBuffer.wrap(record, 1, HEAD - 1);
        boolean theirs =
                head.getLong() == Long.parseLong(facility.digits()) && Integer.toUnsignedLong(head.getInt()) == person;
        return theirs
                ? Optional.of(
                        new ReferenceNumber(new String(record, HEAD, record.length - HEAD, StandardCharsets.UTF_8)))
                : ask.reference(facility, person);
    }

    private static long key(MedicalInstitutionCode facility, long person) {
        return Fingerprints.of(Digest.of("REFERENCE_OF", facility.digits(), Long.toString(person)));
    }

    // Writing.

    /** Takes what was recorded since the last time. */
    void take(List<RegisterFact> news, RegisterStore log) {
        Set<Long> linked = persons(news, LINKS);
        if (!linked.isEmpty()) {
            enter(linked, log);
        }
        Set<Long> known = persons(news, Set.of(Kept.Kind.REFERENCE_NUMBER));
        if (!known.isEmpty()) {
            enterReferences(news, log.about(known, Set.of(Kept.Kind.REFERENCE_NUMBER)));
        }
    }

    private static Set<Long> persons(Collection<RegisterFact> facts, Set<Kept.Kind> kinds) {
        return facts.stream()
                .filter(fact -> kinds.contains(fact.said().kind()))
                .map(RegisterFact::person)
                .collect(Collectors.toSet());
    }

    private void enter(Set<Long> persons, RegisterStore log) {
        List<RegisterFact> own = log.about(persons, LINKS);
        Set<Long> hidden = RegisterFold.suppressed(own);
        suppressed.addAll(hidden);
        Map<Long, List<RegisterFact>> byFingerprint =
                log.cardsLike(names(own)).stream().collect(Collectors.groupingBy(fact -> Fingerprints.of(fact.name())));
        byFingerprint.forEach((fingerprint, facts) ->
                value(facts, persons, hidden, own).ifPresent(value -> cards.put(fingerprint, (int) value)));
        persons.stream().filter(person -> !hidden.contains(person)).forEach(suppressed::remove);
    }

    private static Set<Digest> names(Collection<RegisterFact> facts) {
        return facts.stream()
                .filter(fact -> fact.said() instanceof Kept.CardLink)
                .map(RegisterFact::name)
                .collect(Collectors.toSet());
    }

    /** What a fingerprint stands for; absent when nothing about it has changed, because its last holder is none of these persons. */
    private static OptionalLong value(
            List<RegisterFact> facts, Set<Long> persons, Set<Long> hidden, List<RegisterFact> own) {
        if (new HashSet<>(facts.stream().map(RegisterFact::name).toList()).size() > 1) {
            return OptionalLong.of(Fingerprints.ASK);
        }
        RegisterFact last =
                facts.stream().max(Comparator.comparingLong(RegisterFact::id)).orElseThrow();
        if (last.withdrawn() || hidden.contains(last.person())) {
            return OptionalLong.of(Fingerprints.NOTHING);
        }
        if (!persons.contains(last.person())) {
            return OptionalLong.empty();
        }
        if (hasEnded(last)) {
            return OptionalLong.of(Fingerprints.NOTHING);
        }
        boolean plain = isOpen(last)
                && latest(own, last.person()).stream().anyMatch(LinkIndex::isOpen)
                && last.person() >>> Integer.SIZE == 0;
        return OptionalLong.of(plain ? last.person() : Fingerprints.ASK);
    }

    /** The live enrolments of a person. */
    private static List<RegisterFact> latest(List<RegisterFact> facts, long person) {
        return facts.stream()
                .filter(fact -> fact.person() == person && fact.said() instanceof Kept.Enrolment)
                .collect(Collectors.groupingBy(
                        RegisterFact::name, Collectors.maxBy(Comparator.comparingLong(RegisterFact::id))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .filter(fact -> !fact.withdrawn())
                .toList();
    }

    private static boolean isOpen(RegisterFact fact) {
        return fact.valid().end().isEmpty() && !fact.valid().from().isAfter(RegisterFold.day(fact.recordedAt()));
    }

    private static boolean hasEnded(RegisterFact fact) {
        LocalDate recorded = RegisterFold.day(fact.recordedAt());
        return fact.valid().end().filter(end -> !end.isAfter(recorded)).isPresent();
    }

    /** The number by which each facility in the news knows the person now. */
    private void enterReferences(List<RegisterFact> news, List<RegisterFact> own) {
        RegisterFold now = RegisterFold.of(own, Optional.empty(), Set.of());
        for (RegisterFact fact : news) {
            if (fact.said() instanceof Kept.Reference(var facility, var number)) {
                Optional<RegisterFact> last = now.last(facility, fact.person());
                long key = key(facility, fact.person());
                references.put(key, last.map(there -> address(there, key)).orElse(Fingerprints.NOTHING));
            }
        }
    }

    private int address(RegisterFact fact, long key) {
        boolean plain = isOpen(fact) && fact.person() >>> Integer.SIZE == 0;
        if (!plain
                || !(fact.said() instanceof Kept.Reference(var facility, var number))
                || isOthers(key, facility, fact.person())) {
            return Fingerprints.ASK;
        }
        byte[] text = number.text().getBytes(StandardCharsets.UTF_8);
        return texts.add(ByteBuffer.allocate(HEAD + text.length)
                .put((byte) text.length)
                .putLong(Long.parseLong(facility.digits()))
                .putInt((int) fact.person())
                .put(text)
                .array());
    }

    /** Whether the fingerprint already stands for another facility and person, or may do so. */
    private boolean isOthers(long key, MedicalInstitutionCode facility, long person) {
        int address = references.get(key);
        if (address == Fingerprints.NOTHING) {
            return false;
        }
        if (address == Fingerprints.ASK) {
            return true;
        }
        ByteBuffer head = ByteBuffer.wrap(texts.block(address)
                .asSlice(Space.offset(address) + 1, HEAD - 1)
                .toArray(ValueLayout.JAVA_BYTE));
        return head.getLong() != Long.parseLong(facility.digits()) || Integer.toUnsignedLong(head.getInt()) != person;
    }

    /** Cards that stand for somebody, and those to ask about. */
    long cards() {
        return cards.entries();
    }

    /** Bytes taken from the system for cards. */
    long taken() {
        return cards.taken();
    }
}
