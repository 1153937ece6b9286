/**
 * 利用者: staff accounts, signing in with two factors, and who may open which page.
 *
 * <p>Values in: what is typed at sign-in and by the administrator. Values out: {@link madoguchi.account.Staff}, the signed-in person. Log owned: {@code account.audit}, every sign-in and every change of an account, append-only.
 */
@NullMarked
package madoguchi.account;

import org.jspecify.annotations.NullMarked;
