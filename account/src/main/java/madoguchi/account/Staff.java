package madoguchi.account;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * 担当者 – the signed-in person: the principal of every staff request.
 *
 * @param login the account's name; also {@link #getName()}, so it is what {@code request.getUserPrincipal().getName()} says
 * @param name the person's name as colleagues know it
 * @param role what the account may do
 * @param stamp the account's stamp at sign-in; a session with an older one is ended
 */
public record Staff(String login, String name, Role role, int stamp) implements AuthenticatedPrincipal, Serializable {

    /** The login name. */
    @Override
    public String getName() {
        return login;
    }

    /** The login name only: a person's name does not belong in a log. */
    @Override
    public String toString() {
        return "Staff[" + login + "]";
    }
}
