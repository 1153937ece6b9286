/**
 * 請求: the claims of one facility: checked before they are sent, corrected, built for former and unidentified coverage.
 */
@NullMarked
package madoguchi.claims;

import org.jspecify.annotations.NullMarked;
