package madoguchi.card;

/** カードとの接続 – one card from being opened to being closed or pulled. Not for several threads at once. */
public interface CardConnection extends AutoCloseable {

    /**
     * Sends one command APDU (ISO/IEC 7816-4, short or extended) and returns the response with its status word, at least two bytes.
     *
     * @return {@link CardTrouble#PULLED} when the card is gone, {@code NO_RESPONSE} when it does not answer; every later call fails the same way
     */
    CardResult<byte[]> exchange(byte[] command);

    /** Powers the card down: whatever it had verified is forgotten. Never throws. */
    @Override
    void close();
}
