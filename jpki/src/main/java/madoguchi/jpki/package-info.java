/**
 * 公的個人認証: certificates for user authentication (利用者証明用電子証明書): their profile, the authorities that sign them, whether one is revoked, and a SIMULATED authority of our own for development.
 *
 * <p>Values in: a certificate, a nonce and a signature as bytes. Values out: {@link madoguchi.jpki.Checked} (who issued it), {@link madoguchi.jpki.RevocationStatus}, and whether the key was there
 * ({@link madoguchi.jpki.Possession}). Log owned: the authority's list of issued certificates, a file. Terms by age, alert and grace are rules and live in {@code policy}.
 */
@NullMarked
package madoguchi.jpki;

import org.jspecify.annotations.NullMarked;
