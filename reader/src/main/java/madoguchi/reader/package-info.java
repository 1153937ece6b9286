/**
 * 読取: the session of one patient at the card reader, from the card laid down to the card taken away, and the kiosk screens that show it.
 */
@NullMarked
package madoguchi.reader;

import org.jspecify.annotations.NullMarked;
