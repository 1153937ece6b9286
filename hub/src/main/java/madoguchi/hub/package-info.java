/**
 * 資格確認: the registers of coverage, the inquiry engine over them, and the record of every inquiry.
 *
 * <p>Values in: files of insurers, of card links and of enrolments, {@link madoguchi.core.Inquiry} (one, or many as a bulk job), {@link madoguchi.core.Filing}. Values out: {@link madoguchi.core.Reply}, {@link madoguchi.core.Filed}, {@link madoguchi.hub.ImportReport}, and the report on the registers' quality.
 * Logs owned: {@code fact} and {@code ticket_fact} (what insurers said, valid for days, recorded at an instant), {@code register_fact} (the other registers), {@code bulk_*} (jobs), {@code quality_*} (reports), {@code relink*} (mended links), {@code verification} (who asked what and what was answered; chained, and signed in {@code checkpoint}), {@code audit_run} (when that was verified).
 * The 12-digit My Number is seen only by {@code MyNumber}, at the edge of the import, and leaves it as a keyed digest.
 */
@NullMarked
package madoguchi.hub;

import org.jspecify.annotations.NullMarked;
