package madoguchi.declaration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * 保管中の申立書 – one declaration with all its versions.
 *
 * @param id opaque
 * @param visit the reception it belongs to; absent when it was taken without one
 * @param receivedDay the day it was filed first
 * @param versions oldest first; never empty
 */
public record Kept(String id, Optional<String> visit, LocalDate receivedDay, List<Version> versions) {

    /**
     * 版.
     *
     * @param at when it was written
     * @param operator who wrote it
     * @param entered where the statement was made
     * @param said what it says
     */
    public record Version(Instant at, String operator, HowEntered entered, Declaration said) {}

    /** Copies the list. */
    public Kept {
        versions = List.copyOf(versions);
    }

    /** The version that counts. */
    public Version latest() {
        return versions.getLast();
    }

    /** How many days it has been kept; 0 on the first day. */
    public long ageDays(LocalDate today) {
        return ChronoUnit.DAYS.between(receivedDay, today);
    }
}
