/**
 * 請求: the claims of one facility: checked before they are sent, corrected, built for former and unidentified coverage.
 *
 * <p>In: a claim file, the receptions ({@link madoguchi.claims.ClaimVisits}), the hub's answers. Out: findings, the corrected file, work items. Log: schema {@code claims}.
 */
@NullMarked
package madoguchi.claims;

import org.jspecify.annotations.NullMarked;
