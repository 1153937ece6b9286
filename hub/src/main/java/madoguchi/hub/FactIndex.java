package madoguchi.hub;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import madoguchi.core.InsuredId;

/*
 * What one fact says lies packed in one record, which never changes but for one thing: the address of the same person's record before it. Heads know each
 * person's latest record. Slots know, by a hash of insurer, number and birth, which persons a question may be about; whether it is, the records say.
 *
 * One writer, any number of readers, no lock. The writer takes facts in order of recording, some at a time:
 *
 * 1. It puts each fact's record in front of its person's records, and enters the person under the fact's key.
 * 2. It publishes the id of the last fact. A reader sees no fact above the id that was published when it began, and of two with the same name the later one.
 * 3. It tidies up behind: records that were replaced are taken out of their chains, the oldest first, and persons out of slots under keys they no longer have.
 *
 * A reader that finds, when it is done, that something was published meanwhile starts over: it may have missed what was tidied away. So every answer is that
 * of one moment, across all persons, and facts published together are seen together. What was taken out of a chain stays in memory, unreachable, until the index is built anew.
 *
 * A hidden person (不開示) stands in no slot. A question about them costs what one about nobody costs.
 */

/** 事実の索引 – the latest facts of every person outside the heap: what an inquiry as of now needs. */
final class FactIndex {

    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();
    private static final VarHandle LONG = ValueLayout.JAVA_LONG_UNALIGNED.varHandle();
    private static final int BEFORE = 0;
    private static final int HASH = 4;
    private static final int NAME = 8;
    private static final int BODY = 16;
    private static final int SUPPRESSED = 1 << 1;
    private static final int FEWEST_SLOTS = 1 << 12;
    private static final int HEX = 16;
    private static final List<Fact> NOBODY = List.of();

    private final Space records;
    private final Heads heads;
    private final Words words;
    private volatile Slots slots;
    private volatile long published;
    private final Packing packing;
    private long entries;
    private long replaced;

    FactIndex() {
        this(new Space(), new Heads(), new Words(), new Slots(FEWEST_SLOTS), new Tally(0, 0, 0));
    }

    /** An index of parts that were filled elsewhere. */
    FactIndex(Space records, Heads heads, Words words, Slots slots, Tally tally) {
        this.records = records;
        this.heads = heads;
        this.words = words;
        this.packing = new Packing(words);
        this.slots = slots;
        this.published = tally.published();
        this.entries = tally.entries();
        this.replaced = tally.replaced();
    }

    /**
     * 数.
     *
     * @param published id of the last fact taken, 0 for none
     * @param entries facts taken
     * @param replaced those of them that a later one made superfluous
     */
    record Tally(long published, long entries, long replaced) {}

    // Reading.

    /** The latest fact of each name about every person who has a coverage under this number and birth, as last published; nothing about hidden persons. Facts about somebody whose key only shares the hash may be among them: {@link Register} compares in full. */
    List<Fact> about(InsuredId asked, LocalDate birth) {
        return about(asked, birth, person -> false);
    }

    /** The same without the persons that somebody else says are hidden. */
    List<Fact> about(InsuredId asked, LocalDate birth, LongPredicate hidden) {
        int hash = hash(asked, birth);
        return read(version -> about(hash, version, hidden));
    }

    /** The latest fact of each name about a person, as last published; none about a hidden one. */
    List<Fact> ofPerson(long person) {
        return read(version -> ofPerson((int) person, version));
    }

    private List<Fact> ofPerson(int person, long version) {
        return isHidden(person, version)
                ? List.of()
                : Arrays.stream(latest(person, version))
                        .mapToObj(record -> fact(person, record))
                        .toList();
    }

    /** Nothing, found in the time that a hidden person takes: what is read of one, in the place that chance says, is read of somebody. */
    List<Fact> ofNobody(int chance) {
        // An older limit than the writer's would only mean somebody else.
        int person = (int) Math.floorMod((long) chance, Math.max(1L, heads.limit()));
        return read(version -> isHidden(person, version) ? List.of() : NOBODY);
    }

    /** Whether a record hides the person, with the same reading of every record: the card of a hidden person must not take longer than nobody's. */
    private boolean isHidden(int person, long version) {
        int head = heads.of(person);
        boolean hidden = false;
        for (int record = head; record != 0; record = before(record)) {
            boolean counts = id(record) <= version && !isReplaced(head, record, version);
            hidden |= counts && isSuppressed(record);
        }
        return hidden;
    }

    /** Whether a record in front of this one says the same thing anew. */
    private boolean isReplaced(int head, int record, long version) {
        for (int later = head; later != record; later = before(later)) {
            if (nameOf(later) == nameOf(record) && id(later) <= version) {
                return true;
            }
        }
        return false;
    }

    private List<Fact> read(LongFunction<List<Fact>> reading) {
        while (true) {
            long version = published;
            List<Fact> facts = reading.apply(version);
            VarHandle.acquireFence();
            if (published == version) {
                return facts;
            }
        }
    }

    private List<Fact> about(int hash, long version, LongPredicate hidden) {
        List<Fact> facts = new ArrayList<>();
        for (int person : slots.of(hash)) {
            if (hidden.test(Integer.toUnsignedLong(person))) {
                continue;
            }
            int[] latest = latest(person, version);
            if (Arrays.stream(latest).anyMatch(record -> hashOf(record) == hash)) {
                for (int record : latest) {
                    facts.add(fact(person, record));
                }
            }
        }
        return facts;
    }

    /** The records of a person up to a version, without those that a later one of the same name replaced; the last one first. */
    private int[] latest(int person, long version) {
        int[] latest = {};
        for (int record = heads.of(person); record != 0; record = before(record)) {
            if (id(record) <= version && !isNamed(latest, nameOf(record))) {
                latest = Arrays.copyOf(latest, latest.length + 1);
                latest[latest.length - 1] = record;
            }
        }
        return latest;
    }

    private boolean isNamed(int[] among, long name) {
        for (int record : among) {
            if (nameOf(record) == name) {
                return true;
            }
        }
        return false;
    }

    private int before(int record) {
        return (int) INT.getAcquire(records.block(record), Space.offset(record) + BEFORE);
    }

    private int hashOf(int record) {
        return (int) INT.get(records.block(record), Space.offset(record) + HASH);
    }

    private long nameOf(int record) {
        return (long) LONG.get(records.block(record), Space.offset(record) + NAME);
    }

    private Unpacking body(int record) {
        return new Unpacking(records, record, BODY, words);
    }

    private long id(int record) {
        return body(record).number();
    }

    private boolean isWithdrawn(int record) {
        return body(record).flag();
    }

    /** The second bit of the body: {@link #add} writes withdrawn, then suppressed. */
    private boolean isSuppressed(int record) {
        return (records.block(record).get(ValueLayout.JAVA_BYTE, Space.offset(record) + BODY) & SUPPRESSED) != 0;
    }

    private Fact fact(int person, int record) {
        Unpacking body = body(record);
        boolean withdrawn = body.flag();
        boolean suppressed = body.flag();
        long id = body.number();
        Instant recordedAt = Instant.EPOCH.plus(Long.parseLong(body.text()), ChronoUnit.MICROS);
        return new Fact(
                id,
                recordedAt,
                Integer.toUnsignedLong(person),
                HexFormat.of().toHexDigits(nameOf(record)),
                withdrawn,
                suppressed,
                PackedCoverage.read(body));
    }

    /** Facts that are no longer reachable are counted, too. */
    Tally tally() {
        return new Tally(published, entries, replaced);
    }

    // Writing.

    /**
     * Takes facts that follow those taken before, and publishes them together.
     *
     * @param facts in order of their ids, all above those taken; the name is a digest in hexadecimal
     */
    void take(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        reserve(facts.size());
        Set<Integer> known = new LinkedHashSet<>();
        for (Fact fact : facts) {
            int person = person(fact);
            boolean first = heads.of(person) == 0;
            int record = add(person, fact);
            if (first && !fact.withdrawn() && !fact.suppressed()) {
                slots.add(hashOf(record), person);
            } else {
                known.add(person);
            }
        }
        List<Tidying> behind = known.stream().map(this::announce).toList();
        published = facts.getLast().id();
        entries += facts.size();
        behind.forEach(this::tidy);
    }

    private static int person(Fact fact) {
        if (fact.person() >>> Integer.SIZE != 0) {
            throw new IllegalStateException("a person's id is too large for the index");
        }
        return (int) fact.person();
    }

    private int add(int person, Fact fact) {
        packing.clear();
        packing.flag(fact.withdrawn());
        packing.flag(fact.suppressed());
        packing.number(fact.id());
        packing.shared(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, fact.recordedAt())));
        PackedCoverage.write(packing, fact.coverage());
        byte[] body = packing.bytes();
        int record = records.allocate(BODY + body.length);
        MemorySegment block = records.block(record);
        long at = Space.offset(record);
        INT.set(block, at + BEFORE, heads.of(person));
        INT.set(
                block,
                at + HASH,
                hash(fact.coverage().id(), fact.coverage().holder().birth()));
        LONG.set(block, at + NAME, Long.parseUnsignedLong(fact.name(), 0, HEX, 16));
        MemorySegment.copy(body, 0, block, ValueLayout.JAVA_BYTE, at + BODY, body.length);
        heads.set(person, record);
        return record;
    }

    /**
     * 後始末 – what is to be done about one person once their new facts are published.
     *
     * @param superfluous records to take out of the chain, the last one first
     * @param hashes of keys under which the person no longer stands
     */
    private record Tidying(int person, List<Integer> superfluous, Set<Integer> hashes) {}

    /** Enters the person under every key they will have; tells what must go afterwards. */
    private Tidying announce(int person) {
        int[] latest = latest(person, Long.MAX_VALUE);
        boolean hidden = Arrays.stream(latest).anyMatch(this::isSuppressed);
        List<Integer> superfluous = new ArrayList<>();
        Set<Integer> had = new LinkedHashSet<>();
        Set<Integer> has = new LinkedHashSet<>();
        for (int record = heads.of(person); record != 0; record = before(record)) {
            int address = record;
            boolean counts = Arrays.stream(latest).anyMatch(other -> other == address);
            had.add(hashOf(record));
            if (!counts || (isWithdrawn(record) && !isSuppressed(record))) {
                superfluous.add(record);
            }
            if (counts && !isWithdrawn(record) && !hidden) {
                has.add(hashOf(record));
            }
        }
        has.forEach(hash -> slots.add(hash, person));
        had.removeAll(has);
        return new Tidying(person, superfluous, had);
    }

    private void tidy(Tidying tidying) {
        tidying.superfluous().reversed().forEach(record -> unlink(tidying.person(), record));
        tidying.hashes().forEach(hash -> slots.remove(hash, tidying.person()));
        replaced += tidying.superfluous().size();
    }

    private void unlink(int person, int record) {
        int behind = heads.of(person);
        if (behind == record) {
            heads.set(person, before(record));
            return;
        }
        while (before(behind) != record) {
            behind = before(behind);
        }
        INT.setRelease(records.block(behind), Space.offset(behind) + BEFORE, before(record));
    }

    // Room.

    /** Makes sure that so many more keys leave a quarter of the slots free. Nothing is half taken at this moment, so everything can be entered anew. */
    private void reserve(int more) {
        long wanted = (long) slots.used() + more;
        if (wanted * 4 > slots.size() * 3L) {
            Slots larger = new Slots(Math.toIntExact(Math.max(slots.size() * 3L / 2, wanted * 2)));
            for (long person = 0; person < heads.limit(); person++) {
                enter((int) person, larger);
            }
            slots = larger;
        }
    }

    private void enter(int person, Slots into) {
        boolean hidden = false;
        for (int record = heads.of(person); record != 0 && !hidden; record = before(record)) {
            hidden = isSuppressed(record);
        }
        for (int record = heads.of(person); record != 0 && !hidden; record = before(record)) {
            into.add(hashOf(record), person);
        }
    }

    /** Mixes insurer, number and birth; different spellings of a number have the same hash. */
    private static int hash(InsuredId id, LocalDate birth) {
        long mixed = id.insurer().digits().hashCode() * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) + id.numberKey().hashCode() * 0xC2B2AE3D27D4EB4FL;
        mixed = (mixed ^ (mixed >>> 31)) + birth.toEpochDay() * 0x165667B19E3779F9L;
        mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
        return (int) (mixed >>> 32);
    }

    Space records() {
        return records;
    }

    Heads heads() {
        return heads;
    }

    Words words() {
        return words;
    }

    Slots slots() {
        return slots;
    }
}
