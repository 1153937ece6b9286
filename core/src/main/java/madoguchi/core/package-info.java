/**
 * 値と契約: the values that travel between the organisations, and the ports they travel through.
 *
 * <p>Values in, values out: nothing here reads a clock, a file, a socket or a database (the module requires only {@code java.base}), and no log is owned here.
 * Dates are {@link java.time.LocalDate} in the Gregorian calendar (西暦); {@link madoguchi.core.Wareki} reads and writes 和暦. Money is {@code int} or {@code long} yen.
 * There is no type for the 12-digit My Number, so none can pass through.
 */
@NullMarked
package madoguchi.core;

import org.jspecify.annotations.NullMarked;
