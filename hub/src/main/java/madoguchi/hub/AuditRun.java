package madoguchi.hub;

import java.time.Instant;

/**
 * 検証の記録 – one verification of the log, as it was kept.
 *
 * @param at when it ended
 * @param by who asked for it: an account, or the command line
 * @param first the first entry looked at
 * @param last the last one
 * @param entries how many
 * @param findings how many things were wrong
 */
public record AuditRun(Instant at, String by, long first, long last, long entries, long findings) {}
