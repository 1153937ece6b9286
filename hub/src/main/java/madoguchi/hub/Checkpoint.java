package madoguchi.hub;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * 検査点 – how far the chain had come, signed by the hub. Whoever holds it can prove that the entries up to {@code last} were these and no others.
 *
 * @param at when it was made
 * @param first the first chained entry; whatever lies before is not chained
 * @param last the last entry; {@code first - 1} when there was none yet
 * @param hash the hash of the last entry
 * @param key the short name of the key
 * @param signature base64url, over {@link #statement}
 */
public record Checkpoint(Instant at, long first, long last, Digest hash, String key, String signature) {

    private static final String KIND = "madoguchi-checkpoint-1";
    private static final int PARTS = 7;
    private static final String HASH = "[0-9a-f]{64}";

    static Checkpoint signed(Instant at, long first, Written last, SigningKey key) {
        String name = key.verifying().name();
        Checkpoint unsigned = new Checkpoint(at, first, last.id(), last.hash(), name, "");
        return new Checkpoint(at, first, last.id(), last.hash(), name, key.sign(unsigned.statement()));
    }

    /** How many chained entries it covers. */
    public long count() {
        return last - first + 1;
    }

    /** The first 16 digits of the hash, for the eye. */
    public String shortHash() {
        return hash.hex().substring(0, 16);
    }

    /** What is signed. */
    String statement() {
        return String.join(" ", KIND, at.toString(), Long.toString(first), Long.toString(last), hash.hex(), key);
    }

    boolean isSignedBy(VerifyingKey verifying) {
        return verifying.verifies(statement(), signature);
    }

    /** One line of the file outside the database. */
    String line() {
        return statement() + " " + signature;
    }

    /** Reads a line; empty when it is none. */
    static Optional<Checkpoint> parse(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != PARTS || !parts[0].equals(KIND) || !parts[4].matches(HASH)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Checkpoint(
                            Instant.parse(parts[1]),
                            Long.parseLong(parts[2]),
                            Long.parseLong(parts[3]),
                            new Digest(parts[4]),
                            parts[5],
                            parts[6]))
                    .filter(checkpoint -> checkpoint.line().equals(line));
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
