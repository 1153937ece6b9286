package madoguchi.reader;

import java.util.List;
import java.util.Optional;
import madoguchi.core.TokenKind;

/** 模擬の差込口 – SIMULATION: the hands of the demo's patients, who put test cards and phones on a simulated reader. */
public interface Slot {

    /**
     * だれの.
     *
     * @param key names the person
     * @param name as a person reads it
     */
    record Person(String key, String name) {}

    /** Who has a card. */
    List<Person> people();

    /** Puts that person's card down, and that person in front of the camera. */
    void place(String key);

    /** Holds that person's phone to the other reader, or whichever device is asked for. */
    void hold(String key, TokenKind kind);

    /** Puts that person's plastic card on the other reader, as staff do who try it. The kiosk does not hear of it. */
    void lay(String key);

    /** Takes the card away. */
    void pull();

    /** Puts somebody else, or nobody, in front of the camera. */
    void stand(Optional<String> key);
}
