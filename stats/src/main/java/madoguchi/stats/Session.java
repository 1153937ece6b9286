package madoguchi.stats;

import java.time.Instant;

/**
 * 読取の一回 – how long one person held a reader; says nothing about the person.
 *
 * @param reader names the reader
 * @param began when
 * @param seconds 0 or more
 * @param way how the person was identified
 */
public record Session(String reader, Instant began, double seconds, Way way) {}
