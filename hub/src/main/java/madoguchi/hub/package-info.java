/**
 * 資格確認: the registers of coverage, the inquiry engine over them, and the record of every inquiry.
 *
 * <p>Values in: registration files of insurers, and {@link madoguchi.core.Inquiry}. Values out: {@link madoguchi.core.Reply}, {@link madoguchi.hub.ImportReport}.
 * Logs owned: {@code fact} and {@code ticket_fact} (what insurers said, valid for days, recorded at an instant), {@code verification} (who asked what and what was answered; chained, and signed in {@code checkpoint}), {@code audit_run} (when that was verified).
 * The 12-digit My Number is seen only by {@code MyNumber}, at the edge of the import, and leaves it as a keyed digest.
 */
@NullMarked
package madoguchi.hub;

import org.jspecify.annotations.NullMarked;
