/**
 * 窓口: the page a receptionist lives in, and the visit log behind it.
 *
 * <p>Values in: {@link madoguchi.core.Arrival} from the readers, {@link madoguchi.core.Reply} from the {@link madoguchi.core.Hub}, what a clerk types or presses. Values out: {@link madoguchi.core.Inquiry} to the hub, HTML to the clerk. Log owned: 受付 (schema {@code desk}), append-only; the list of the day, a patient's history and the state of the line are folds over it.
 */
@NullMarked
package madoguchi.desk;

import org.jspecify.annotations.NullMarked;
