package madoguchi.desk;

import java.time.Instant;

/**
 * 記帳 – one line of the visit log.
 *
 * @param seq position in the log, ascending
 * @param visit which reception; opaque
 * @param at when it was written down
 * @param event the fact
 */
record Entry(long seq, String visit, Instant at, VisitEvent event) {}
