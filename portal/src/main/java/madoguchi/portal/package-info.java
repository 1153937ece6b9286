/**
 * 本人: the patient's own screens. A SIMULATION of what Mynaportal shows, and no part of Mynaportal: every screen says so.
 *
 * <p>Values in: {@link madoguchi.core.SelfEntry} (log-in by card or phone), {@link madoguchi.core.SelfView} (what the registers hold), {@link madoguchi.core.HeldSubsidies} (医療受給者証). Values out: pages, a PDF, signed codes,
 * {@link madoguchi.core.SelfFiling}. Log owned: 代理 (schema {@code portal}), append-only.
 */
@NullMarked
package madoguchi.portal;

import org.jspecify.annotations.NullMarked;
