package madoguchi.hub;

import java.util.Optional;

/**
 * 監査の範囲 – entries by number, both ends included. The end of the table is looked at only where no last entry is given.
 *
 * @param from the first entry; absent means from the beginning
 * @param to the last entry; absent means to the end
 */
public record AuditRange(Optional<Long> from, Optional<Long> to) {

    /** The whole log. */
    public static AuditRange all() {
        return new AuditRange(Optional.empty(), Optional.empty());
    }

    boolean holds(long entry) {
        return from.map(first -> entry >= first).orElse(true)
                && to.map(last -> entry <= last).orElse(true);
    }
}
