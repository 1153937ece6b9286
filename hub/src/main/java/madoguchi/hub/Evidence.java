package madoguchi.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import madoguchi.hub.AuditFinding.Place;

/** 証拠 – what the entries are held against: checkpoints whose signatures are right, and the last entry noted outside the database. */
final class Evidence {

    /**
     * 証言 – that an entry has a hash.
     *
     * @param entry its number
     * @param hash its hash
     * @param signedAt when the hub signed it; absent for the note of the last entry
     */
    record Witness(long entry, Digest hash, Optional<Instant> signedAt) {}

    private final VerifyingKey key;
    private final List<AuditFinding> findings = new ArrayList<>();
    private final Set<Checkpoint> good = new HashSet<>();
    private final List<Witness> notes = new ArrayList<>();

    Evidence(VerifyingKey key) {
        this.key = key;
    }

    /** The last entry noted outside the database. */
    void noted(Written last) {
        notes.add(new Witness(last.id(), last.hash(), Optional.empty()));
    }

    /** The checkpoints of the database and the lines of the file. */
    void take(List<Checkpoint> database, List<String> file) {
        Set<Checkpoint> kept = new HashSet<>(database);
        for (int i = 0; i < database.size(); i++) {
            take(Place.DATABASE, i + 1, Optional.of(database.get(i)));
        }
        for (int i = 0; i < file.size(); i++) {
            Optional<Checkpoint> line = Checkpoint.parse(file.get(i));
            if (take(Place.FILE, i + 1, line) && !kept.contains(line.orElseThrow())) {
                findings.add(new AuditFinding.RemovedCheckpoint(
                        i + 1, line.orElseThrow().last()));
            }
        }
        if (good.isEmpty()) {
            findings.add(new AuditFinding.NoCheckpoint());
        }
    }

    private boolean take(Place place, long number, Optional<Checkpoint> read) {
        boolean signed = read.filter(checkpoint -> good.contains(checkpoint) || checkpoint.isSignedBy(key))
                .isPresent();
        if (signed) {
            good.add(read.orElseThrow());
        } else {
            findings.add(new AuditFinding.ForgedCheckpoint(place, number));
        }
        return signed;
    }

    List<AuditFinding> findings() {
        return findings;
    }

    long checkpoints() {
        return good.size();
    }

    /** Where the chain began, if anybody signed that. */
    OptionalLong firstChained() {
        return good.stream().mapToLong(Checkpoint::first).min();
    }

    /** All that is known about entries, in their order. */
    List<Witness> witnesses() {
        List<Witness> all = new ArrayList<>(notes);
        good.stream()
                .filter(checkpoint -> checkpoint.count() > 0)
                .map(checkpoint -> new Witness(checkpoint.last(), checkpoint.hash(), Optional.of(checkpoint.at())))
                .forEach(all::add);
        all.sort(Comparator.comparingLong(Witness::entry));
        return all;
    }
}
