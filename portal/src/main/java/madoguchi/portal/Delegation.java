package madoguchi.portal;

import java.time.Instant;
import java.time.LocalDate;
import madoguchi.core.Period;
import madoguchi.core.PersonKey;

/**
 * 代理 – that one person may see another's screens.
 *
 * @param id in the log
 * @param at when it was registered
 * @param guardian who may see
 * @param ward whose screens
 * @param relation why
 * @param valid the days; always with an end
 */
public record Delegation(long id, Instant at, PersonKey guardian, PersonKey ward, Relation relation, Period valid) {

    /** 関係. */
    public enum Relation {
        /** 親権者 – of a child. */
        CHILD,
        /** 任意の代理 – of an elderly or ill relative. */
        ELDER,
        /** 成年後見人等. */
        GUARDIAN
    }

    /** Whether it holds on a day. */
    boolean holds(LocalDate day) {
        return valid.contains(day);
    }
}
