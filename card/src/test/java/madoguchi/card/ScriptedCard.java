package madoguchi.card;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** 台本のカード – a way to a card on which every answer can be replaced: given the number of the exchange (from 0) and what the card under it would answer. */
final class ScriptedCard implements CardTransport {

    private final VirtualCard card;
    private final BiFunction<Integer, byte[], CardResult<byte[]>> script;
    private final List<byte[]> sent = new ArrayList<>();

    ScriptedCard(VirtualCard card, BiFunction<Integer, byte[], CardResult<byte[]>> script) {
        this.card = card;
        this.script = script;
    }

    /** Commands that reached the card, as they are now: a wiped one is full of zeros. */
    List<byte[]> sent() {
        return sent;
    }

    @Override
    public CardResult<CardConnection> connect() {
        return CardResult.got(new CardConnection() {
            @Override
            public CardResult<byte[]> exchange(byte[] command) {
                sent.add(command);
                return script.apply(sent.size() - 1, card.answer(command.clone()));
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
