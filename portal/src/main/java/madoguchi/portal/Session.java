package madoguchi.portal;

import java.time.Instant;
import java.util.Optional;
import madoguchi.core.PersonKey;

/**
 * ログイン – one log-in of one person.
 *
 * @param person who logged in; absent for nobody's card, and for one that must look so
 * @param way by card, phone or passkey
 * @param at when, on the spot
 * @param acting for whom the screens are shown now, where that is somebody else
 */
public record Session(Optional<PersonKey> person, Way way, Instant at, Optional<PersonKey> acting) {

    /** Whose screens are shown. */
    public Optional<PersonKey> shown() {
        return acting.or(() -> person);
    }

    /** Whether somebody came in without the card. */
    public boolean byPasskey() {
        return way instanceof Way.ByPasskey;
    }

    /** The same log-in showing somebody else's screens, or the own ones again. */
    Session showing(Optional<PersonKey> ward) {
        return new Session(person, way, at, ward);
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "Session[" + way.getClass().getSimpleName() + "]";
    }
}
