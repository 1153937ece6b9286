package madoguchi.card;

import java.time.Duration;

/** A way to a card that answers in a manner of its own. */
abstract class Bent implements CardTransport {

    private final VirtualCard card;

    Bent(VirtualCard card) {
        this.card = card;
    }

    abstract byte[] answer(byte[] command, VirtualCard card);

    @Override
    public CardResult<CardConnection> connect() {
        return CardResult.got(new CardConnection() {
            @Override
            public CardResult<byte[]> exchange(byte[] command) {
                return CardResult.got(answer(command, card));
            }

            @Override
            public void close() {
                card.reset();
            }
        });
    }

    @Override
    public Presence presence() {
        return Presence.ONE;
    }

    @Override
    public Presence awaitChange(Presence known, Duration atMost) {
        return Presence.ONE;
    }

    @Override
    public void close() {}
}
