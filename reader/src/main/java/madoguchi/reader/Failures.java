package madoguchi.reader;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import madoguchi.core.Octets;

/*
 * A reading that came to nothing opens a reception at the desk; the success that takes it back must be the same patient's. Two things say so: the same card, where it was read before the failure; and the same session, where it was not: the card is placed
 * again, or the phone held again, from the very screen that told of the failure. Once the screen greets the next patient, a failure of whoever could not be read is nobody's any more, and a clerk goes to it.
 *
 * Of a card its digest is kept, in memory, for as long as its failure may be made up for.
 */

/** 読めなかったことの控え – which failed readings the next success makes up for. Not for several threads at once. */
final class Failures {

    /**
     * 読めなかったこと.
     *
     * @param id names it at the desk
     * @param card the digest of the card, where it was read
     */
    private record Failing(String id, Optional<Octets> card) {}

    private record Remembered(String id, Instant until) {}

    private final Map<Octets, Remembered> cards = new HashMap<>();
    private Optional<Failing> session = Optional.empty();

    /** The digest by which a card is known here. */
    static Octets digest(ReadCard card) {
        try {
            return Octets.of(MessageDigest.getInstance("SHA-256")
                    .digest(card.certificate().bytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A reading failed.
     *
     * @param card the card, where it was read
     * @param again how long a card that was read may make up for it
     * @return what names it at the desk: the same again for the same patient
     */
    String failed(Optional<Octets> card, Instant now, Duration again) {
        forget(now);
        String id = session.filter(last -> last.card().isEmpty() || last.card().equals(card))
                .map(Failing::id)
                .or(() -> card.map(cards::get).map(Remembered::id))
                .orElseGet(() -> UUID.randomUUID().toString());
        session = Optional.of(new Failing(id, card));
        card.ifPresent(known -> cards.put(known, new Remembered(id, now.plus(again))));
        return id;
    }

    /** A reading succeeded: the failures that it makes up for, each once. */
    List<String> madeUpFor(Optional<Octets> card, Instant now) {
        forget(now);
        List<String> ids = new ArrayList<>();
        session.filter(last -> last.card().isEmpty() || last.card().equals(card))
                .ifPresent(last -> ids.add(last.id()));
        session = Optional.empty();
        card.map(cards::remove)
                .map(Remembered::id)
                .filter(id -> !ids.contains(id))
                .ifPresent(ids::add);
        return ids;
    }

    /** The screen greets somebody else. */
    void sessionOver() {
        session = Optional.empty();
    }

    private void forget(Instant now) {
        cards.values().removeIf(last -> !now.isBefore(last.until()));
    }
}
