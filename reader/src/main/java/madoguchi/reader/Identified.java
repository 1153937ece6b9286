package madoguchi.reader;

import madoguchi.core.Reply;

/**
 * 確認できた人 – a holder who was confirmed and about whom the centre answered. From here on the result is kept, whatever happens.
 *
 * @param card what was put down
 * @param by how the holder was confirmed
 * @param reply the centre's answer
 */
public record Identified(ReadCard card, HolderCheck by, Reply reply) {

    /** Never prints the person: this value may end in a log line. */
    @Override
    public String toString() {
        return "Identified[" + by + "]";
    }
}
