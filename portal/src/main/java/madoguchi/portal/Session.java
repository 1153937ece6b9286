package madoguchi.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.PersonKey;
import madoguchi.core.TokenKind;

/**
 * ログイン – one log-in of one person.
 *
 * @param person who logged in; absent for nobody's card, and for one that must look so
 * @param token card or phone
 * @param at when, on the spot
 * @param certificateEnd last valid day of the certificate that was used
 * @param renewal whether the renewal alert is shown
 * @param acting for whom the screens are shown now, where that is somebody else
 */
public record Session(
        Optional<PersonKey> person,
        TokenKind token,
        Instant at,
        LocalDate certificateEnd,
        boolean renewal,
        Optional<PersonKey> acting) {

    /** Whose screens are shown. */
    public Optional<PersonKey> shown() {
        return acting.or(() -> person);
    }

    /** The same log-in showing somebody else's screens, or the own ones again. */
    Session showing(Optional<PersonKey> ward) {
        return new Session(person, token, at, certificateEnd, renewal, ward);
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "Session[" + token + "]";
    }
}
