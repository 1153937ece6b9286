package madoguchi.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 本人の記録 – the port through which a person reads what the registers hold about them. Whoever calls has made sure who is asking.
 *
 * <p>Of a person whose data must stay hidden (不開示) it says exactly what it says of somebody nobody knows: nothing ({@code policy-timeline.md} R-INV-02, R-INV-03: the portal cannot show it; {@code pmh.md} §7.5).
 */
public interface SelfView {

    /**
     * What is registered about a person.
     *
     * @param day the day it is about
     * @param knownAt as known at that instant; absent means now
     */
    SelfRecord record(PersonKey person, LocalDate day, Optional<Instant> knownAt);

    /** Who was shown something about the person, the newest first, at most so many. An inquiry that showed nothing is not among them. */
    List<Look> looks(PersonKey person, int most);

    /** The newest entry of the log of inquiries, about whomever; 0 before any. While it stays the same, nobody has looked at anybody. */
    long newest();
}
