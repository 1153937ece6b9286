package madoguchi.card;

import java.time.Duration;

/** カードへの経路 – a way to reach the one card that lies on a reader: in this process ({@link VirtualReader}) or over PC/SC ({@link PcscTransport}). */
public interface CardTransport extends AutoCloseable {

    /** Opens the card. {@link CardTrouble#NO_CARD}, {@code SEVERAL_CARDS}, {@code NO_READER}, {@code NO_SERVICE} or {@code NO_RESPONSE} where that cannot be. */
    CardResult<CardConnection> connect();

    /** What lies there now. */
    Presence presence();

    /** Waits until something else lies there than {@code known}, at most so long; returns what lies there then. */
    Presence awaitChange(Presence known, Duration atMost) throws InterruptedException;

    /** Lets go of the readers. Never throws. */
    @Override
    void close();
}
