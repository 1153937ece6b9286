package madoguchi.account;

/**
 * 一度だけ渡すもの – what a new or repaired account's owner is handed once and nobody can look up again.
 *
 * @param login the login name
 * @param password the new password; empty when it did not change
 * @param secret the new secret for one-time codes, Base32; empty when it did not change
 */
public record Issued(String login, String password, String secret) {

    /** The login name only. */
    @Override
    public String toString() {
        return "Issued[" + login + "]";
    }
}
