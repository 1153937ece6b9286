package madoguchi.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import madoguchi.card.Drawing;
import madoguchi.card.Secret;
import madoguchi.card.VirtualCard;
import madoguchi.card.VirtualReader;
import madoguchi.core.Octets;
import madoguchi.core.TokenKind;
import madoguchi.reader.Camera;
import madoguchi.reader.Event;
import madoguchi.reader.FaceFault;
import madoguchi.reader.Reader;
import madoguchi.reader.Slot;
import madoguchi.town.Town;

/**
 * 模擬の差込口とカメラ – SIMULATION: the hands and faces of the demo's patients. The camera sees no face: it compares the portrait read from the card with the portrait of the person who was chosen to stand there.
 */
final class TownSlot implements Slot, Camera {

    private final Town town;
    private final Supplier<TownCards> cards;
    private final VirtualReader cardReader = new VirtualReader();
    private final VirtualReader phoneReader = new VirtualReader();
    private Optional<VirtualCard> lying = Optional.empty();
    private Optional<String> standing = Optional.empty();
    private final Supplier<Reader> reader;

    TownSlot(Town town, Supplier<TownCards> cards, Supplier<Reader> reader) {
        this.town = town;
        this.cards = cards;
        this.reader = reader;
    }

    VirtualReader cardReader() {
        return cardReader;
    }

    VirtualReader phoneReader() {
        return phoneReader;
    }

    @Override
    public List<Person> people() {
        return town.people().stream()
                .map(person -> new Person(person.key(), person.chart().written()))
                .toList();
    }

    @Override
    public void place(String key) {
        VirtualCard card = cards.get().of(key, TokenKind.CARD);
        synchronized (this) {
            cardReader.remove();
            cardReader.insert(card);
            lying = Optional.of(card);
            standing = Optional.of(key);
        }
        tell(new Event.CardPlaced());
    }

    @Override
    public void hold(String key, TokenKind kind) {
        VirtualCard phone = cards.get().of(key, kind);
        phoneReader.remove();
        phone.confirmBiometrics();
        phoneReader.insert(phone);
        tell(new Event.PhoneHeld());
    }

    @Override
    public void lay(String key) {
        phoneReader.remove();
        phoneReader.insert(cards.get().of(key, TokenKind.CARD));
    }

    @Override
    public void pull() {
        synchronized (this) {
            cardReader.remove();
            phoneReader.remove();
            lying = Optional.empty();
            standing = Optional.empty();
        }
        tell(new Event.CardPulled());
    }

    @Override
    public synchronized void stand(Optional<String> key) {
        standing = key;
    }

    private void tell(Event.Hand event) {
        reader.get().hand(event).join();
    }

    /* A card on a reader of this computer is not seen from here: it is taken for that of the person who stands there. */
    @Override
    public synchronized Optional<Secret> faceNumber() {
        return lying.or(() -> standing.map(key -> cards.get().of(key, TokenKind.CARD)))
                .map(card -> card.contents().faceNumber());
    }

    @Override
    public synchronized Optional<FaceFault> compare(Octets portrait) {
        if (standing.isEmpty()) {
            return Optional.of(FaceFault.NO_FACE);
        }
        return portrait.equals(Octets.of(Drawing.portrait(standing.get())))
                ? Optional.empty()
                : Optional.of(FaceFault.DIFFERENT);
    }
}
