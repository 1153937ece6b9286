package madoguchi.jpki;

import java.time.Instant;
import java.util.Optional;
import madoguchi.core.CardSerial;
import madoguchi.core.TokenKind;

/**
 * 発行簿の記載 – one line of the authority's list of what it issued and what became of it.
 *
 * @param at when it was entered
 * @param serial which certificate
 * @param event what happened
 */
record StatusEntry(Instant at, CardSerial serial, Event event) {

    private static final int CELLS = 7;

    /** 出来事. */
    sealed interface Event {
        /** 発行. */
        record Issue(TokenKind token, Instant from, Instant end) implements Event {}

        /** 一時保留. */
        record Hold() implements Event {}

        /** 一時保留の解除. */
        record Release() implements Event {}

        /** 失効. */
        record Revoke(RevocationReason why) implements Event {}
    }

    /** As a line of {@code issued.csv}, without its end. */
    String line() {
        String head = at + "," + serial.issuer() + "," + serial.serial() + ",";
        return head
                + switch (event) {
                    case Event.Issue(var token, var from, var end) -> "ISSUE," + token + "," + from + "," + end;
                    case Event.Hold _ -> "HOLD,,,";
                    case Event.Release _ -> "RELEASE,,,";
                    case Event.Revoke(var why) -> "REVOKE," + why + ",,";
                };
    }

    /** Reads a line; empty for one that was cut off while it was written. */
    static Optional<StatusEntry> read(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != CELLS) {
            return Optional.empty();
        }
        Event event =
                switch (cells[3]) {
                    case "ISSUE" ->
                        new Event.Issue(TokenKind.valueOf(cells[4]), Instant.parse(cells[5]), Instant.parse(cells[6]));
                    case "HOLD" -> new Event.Hold();
                    case "RELEASE" -> new Event.Release();
                    case "REVOKE" -> new Event.Revoke(RevocationReason.valueOf(cells[4]));
                    default -> throw new IllegalArgumentException("an entry of another program");
                };
        return Optional.of(new StatusEntry(Instant.parse(cells[0]), new CardSerial(cells[1], cells[2]), event));
    }
}
