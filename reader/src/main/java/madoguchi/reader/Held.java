package madoguchi.reader;

/**
 * 置かれているカード – the card on the reader, and what is still open to its holder in this session.
 *
 * @param card what it told
 * @param face whether the face may still be tried
 * @param pin whether the PIN may still be tried
 * @param faceTries how often the face was refused in this session
 */
public record Held(ReadCard card, boolean face, boolean pin, int faceTries) {

    Held withoutFace() {
        return new Held(card, false, pin, faceTries);
    }

    Held withoutPin() {
        return new Held(card, face, false, faceTries);
    }

    Held afterFace() {
        return new Held(card, face, pin, faceTries + 1);
    }
}
