package madoguchi.hub;

import java.time.Instant;
import madoguchi.core.Period;

/**
 * 台帳の事実 – one row of the log of the other registers.
 *
 * @param id order of recording
 * @param recordedAt 登録日時
 * @param name what names the entry: of two facts with the same name the later one counts
 * @param person the person, by the hub's internal id
 * @param valid the days for which it is said
 * @param withdrawn 取消 – it was registered in error, or no longer holds at all
 * @param said what was said
 */
public record RegisterFact(
        long id, Instant recordedAt, Digest name, long person, Period valid, boolean withdrawn, Kept said) {

    /** Never prints the person. */
    @Override
    public String toString() {
        return "RegisterFact[id=" + id + ", kind=" + said.kind() + "]";
    }
}
