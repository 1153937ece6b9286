/**
 * 公的個人認証: certificates for user authentication (利用者証明用電子証明書): their profile, the authorities that sign them, whether one is revoked, and an authority of our own for development.
 */
@NullMarked
package madoguchi.jpki;

import org.jspecify.annotations.NullMarked;
