/**
 * 規則の配布: how a changed rule reaches every desk in minutes, without a release of software.
 *
 * <p>Value in: rule files, signed as a {@link madoguchi.bundle.SignedBundle}. Value out: {@link madoguchi.bundle.RuleHolder}, the policy in force at this moment.
 * Logs owned: {@code rules.published} (what a hub hands out) and {@code rules.received} (what a desk took or refused, and why). A bundle is used whole or not at all.
 */
@NullMarked
package madoguchi.bundle;

import org.jspecify.annotations.NullMarked;
