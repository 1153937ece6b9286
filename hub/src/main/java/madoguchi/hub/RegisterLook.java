package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * 台帳の参照 – that somebody of the hub's staff read the registers.
 *
 * @param at when
 * @param account who
 * @param day the day asked about
 * @param knownAt the state of knowledge asked about; absent: as it was then
 * @param found whether there was somebody to read about
 */
public record RegisterLook(Instant at, String account, LocalDate day, Optional<Instant> knownAt, boolean found) {}
