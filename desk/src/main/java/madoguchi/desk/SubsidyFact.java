package madoguchi.desk;

import java.time.Instant;

/**
 * 助成の記録の一行.
 *
 * @param seq position in the log
 * @param visit the reception
 * @param at when it was written
 * @param event what happened
 */
record SubsidyFact(long seq, String visit, Instant at, SubsidyEvent event) {}
