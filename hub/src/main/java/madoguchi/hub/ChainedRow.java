package madoguchi.hub;

import java.util.Optional;

/**
 * 連鎖の一行 – an entry as it stands in the database, with the hashes it carries.
 *
 * @param id its number
 * @param previous the hash it says it follows; absent when it is not chained
 * @param hash its own hash; absent when it is not chained
 * @param content everything that was hashed; empty where it cannot be what any hub writes
 */
record ChainedRow(long id, Optional<Digest> previous, Optional<Digest> hash, Optional<Recorded> content) {

    boolean isChained() {
        return hash.isPresent();
    }

    /** Whether the row hashes to what it carries, if it was written under that number. */
    boolean wasWrittenAs(long number) {
        return content.flatMap(row -> previous.map(before -> row.chained(number, before)))
                .equals(hash);
    }
}
