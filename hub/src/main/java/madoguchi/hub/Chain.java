package madoguchi.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.hub.VerificationStore.Entry;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/*
 * One chain, however many hubs write to one database, and no lock. The writer remembers the last entry and gives the next ones the numbers after it. Another hub
 * may have taken these numbers meanwhile: then the primary key refuses the whole group, the writer looks up the new last entry, and chains the group anew. While
 * another hub's group is being committed, the insert waits inside the database, so the second try usually succeeds. A hub that is alone never looks anything up.
 *
 * The remembered entry has a second use: entries taken away at the end of the table while the hub runs leave a gap in the numbers, which verification finds.
 */

/** 照会記録の連鎖 – gives every entry its number and its hash. Used by one thread. */
final class Chain {

    private static final int MOST_TRIES = 1000;

    private final VerificationStore store;
    private Optional<Written> head = Optional.empty();

    Chain(VerificationStore store) {
        this.store = store;
    }

    /** What the first entry after {@code id} follows: a hash that no entry has. */
    static Digest genesis(long id) {
        return Digest.of("madoguchi verification log", Long.toString(id));
    }

    /** The last entry of the log, or the place before the first one. */
    Written head() {
        Written last = head.orElseGet(store::head);
        head = Optional.of(last);
        return last;
    }

    /** Writes the entries and commits; returns them in the same order. Throws when the database refuses an entry, when it cannot be reached, or when other hubs took the numbers a thousand times. */
    List<Written> append(List<Entry> entries) {
        List<Recorded> rows = entries.stream().map(Recorded::of).toList();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<List<Written>> written = tried(rows);
            if (written.isPresent()) {
                return written.get();
            }
        }
        throw new ConcurrencyFailureException("other hubs took every number");
    }

    private Optional<List<Written>> tried(List<Recorded> rows) {
        Written before = head();
        List<Written> chained = chained(rows, before);
        // Unknown until the database has said yes.
        head = Optional.empty();
        try {
            store.insert(rows, before.hash(), chained);
        } catch (DuplicateKeyException anotherHub) {
            return Optional.empty();
        }
        head = Optional.of(chained.getLast());
        return Optional.of(chained);
    }

    private static List<Written> chained(List<Recorded> rows, Written before) {
        List<Written> chained = new ArrayList<>(rows.size());
        Written last = before;
        for (Recorded row : rows) {
            last = new Written(last.id() + 1, row.chained(last.id() + 1, last.hash()));
            chained.add(last);
        }
        return chained;
    }
}
