package madoguchi.hub;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * 紐付けの訂正案 – a coverage is to be taken from one person and given to another.
 *
 * @param id its number
 * @param at when it was proposed
 * @param by who proposed it
 * @param fact the fact that counted then
 * @param person whom the coverage is linked to, by internal id
 * @param target whom it belongs to; absent: somebody the hub does not know yet
 * @param reason why
 * @param report the report whose finding showed it
 * @param number the finding
 * @param undoes the mended link that this takes back
 * @param decision what became of it; absent while it waits
 */
public record RelinkProposal(
        long id,
        Instant at,
        String by,
        long fact,
        long person,
        OptionalLong target,
        String reason,
        OptionalLong report,
        OptionalLong number,
        OptionalLong undoes,
        Optional<Decision> decision) {

    /**
     * 決定.
     *
     * @param at when
     * @param by who, never the one who proposed it
     * @param confirmed carried out, or refused
     * @param withdrawn the fact that took the coverage from the one person; 0 where refused
     * @param said the fact that gave it to the other; 0 where refused
     */
    public record Decision(Instant at, String by, boolean confirmed, long withdrawn, long said) {}
}
