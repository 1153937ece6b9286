package madoguchi.account;

import java.time.Instant;

/**
 * 記録 – one line of the audit.
 *
 * @param at when
 * @param login the account concerned, or {@link #UNKNOWN}
 * @param act what happened
 * @param actor who did it: the account itself, another account, {@link #UNKNOWN}, or the name of a program such as {@code cli}
 * @param remote the network address it came from; empty for a program on the same machine
 */
public record Event(Instant at, String login, Act act, String actor, String remote) {

    /** Stands for any name that is no account: what was typed is not kept, it may be a password in the wrong field. */
    public static final String UNKNOWN = "unknown";

    /**
     * An event with its place in the log.
     *
     * @param seq rises with every event
     * @param event what happened
     */
    public record Numbered(long seq, Event event) {}

    /** An event an account brought about itself. */
    static Event self(Instant at, String login, Act act, String remote) {
        return new Event(at, login, act, login, remote);
    }
}
