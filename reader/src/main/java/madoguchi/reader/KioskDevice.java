package madoguchi.reader;

import java.time.Instant;
import java.util.Optional;

/**
 * 読取機の画面 – a browser that may open {@code /kiosk} and nothing else.
 *
 * @param id opaque
 * @param label what staff call it, such as where it stands
 * @param pairedAt when it was admitted
 * @param pairedBy the account that admitted it
 * @param place the reader whose screen it is; absent where nobody chose: then it is the first's
 * @param seen when it last asked for anything; to the hour after a restart, empty when never
 */
public record KioskDevice(
        String id, String label, Instant pairedAt, String pairedBy, Optional<String> place, Optional<Instant> seen) {

    KioskDevice seenAt(Optional<Instant> at) {
        return new KioskDevice(id, label, pairedAt, pairedBy, place, at);
    }
}
