package madoguchi.app;

import java.time.Duration;
import madoguchi.card.CardConnection;
import madoguchi.card.CardResult;
import madoguchi.card.CardTransport;
import madoguchi.card.CardTrouble;
import madoguchi.card.Presence;

/**
 * 二つの置き場 – SIMULATION, only for {@code demo --reader}: the simulated slot, and beside it a reader of this computer. The card is wherever one lies; a card on each is "two cards".
 *
 * @param slot the demo's own
 * @param reader the reader; its loss leaves the slot usable
 */
record TwoPlaces(CardTransport slot, CardTransport reader) implements CardTransport {

    private static boolean holds(CardTransport place) {
        return switch (place.presence()) {
            case ONE, SEVERAL -> true;
            case EMPTY, NO_READER -> false;
        };
    }

    @Override
    public CardResult<CardConnection> connect() {
        if (!holds(reader)) {
            return slot.connect();
        }
        return holds(slot) ? CardResult.failed(CardTrouble.SEVERAL_CARDS) : reader.connect();
    }

    @Override
    public Presence presence() {
        if (!holds(reader)) {
            return slot.presence();
        }
        return holds(slot) ? Presence.SEVERAL : reader.presence();
    }

    /** Waits for the reader; what happens at the slot is told by the slot itself. */
    @Override
    public Presence awaitChange(Presence known, Duration atMost) throws InterruptedException {
        return reader.awaitChange(known, atMost);
    }

    @Override
    public void close() {
        slot.close();
        reader.close();
    }
}
