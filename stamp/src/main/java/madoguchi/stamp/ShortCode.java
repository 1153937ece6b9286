package madoguchi.stamp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Octets;

/*
 * A signature has 64 bytes, which nobody types. So a code to be typed is no signature but a keyed digest, and its key is a secret of one facility and one day: the patient names the facility, the portal makes the code
 * for that facility, and the facility, which was given its key beforehand, checks it with every line cut. Neither a patient nor another facility can make one; this facility could, but deceives only itself.
 *
 * Sixty bits, twelve letters: 3 the kind of screen, 14 the moment (units of ten seconds, which come again after 45 hours), 43 of HMAC-SHA-256 over kind, whole moment, and the digest of birth date and number. The
 * person is not in the code: the desk must know number and birth date, which stand on the screen.
 */

/** 短い番号 – the short form of a code, for a counter without a scanner: 12 letters in groups of four, for one facility, for a few minutes. */
public final class ShortCode {

    static final int LENGTH = 12;
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int UNIT_SECONDS = 10;
    private static final int MOMENT_BITS = 14;
    private static final int MAC_BITS = 43;
    private static final long MOMENTS = 1L << MOMENT_BITS;
    private static final Octets UNSALTED = Octets.of();

    private ShortCode() {}

    /** The key of a facility for a day, from the portal's own secret. */
    public static CounterKey key(Octets master, MedicalInstitutionCode facility, LocalDate day) {
        return new CounterKey(
                day,
                Octets.of(
                        mac(master, ("counter " + facility.digits() + " " + day).getBytes(StandardCharsets.US_ASCII))));
    }

    /** The business day of an instant. */
    public static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, TOKYO);
    }

    /** A code as it is shown: {@code XXXX-XXXX-XXXX}. */
    public static String of(CounterKey key, ScreenKind kind, Shown shown, Instant now) {
        long moment = now.getEpochSecond() / UNIT_SECONDS;
        String letters = letters(key, kind, moment, shown.birth(), shown.insured());
        return letters.substring(0, 4) + "-" + letters.substring(4, 8) + "-" + letters.substring(8);
    }

    /**
     * When a typed code was made, if it is genuine and of this person.
     *
     * @param letters twelve letters in one form
     * @param life how long a code serves; one of a few seconds in the future is taken too, because clocks differ
     */
    static Optional<Verified.Typed> check(
            StampKeys keys, String letters, LocalDate birth, InsuredId insured, Instant now, Duration life) {
        long current = now.getEpochSecond() / UNIT_SECONDS;
        long oldest = current - life.toSeconds() / UNIT_SECONDS;
        for (long moment = current + 1; moment >= oldest; moment--) {
            Instant made = Instant.ofEpochSecond(moment * UNIT_SECONDS);
            Optional<CounterKey> key = keys.counter(day(made));
            for (ScreenKind kind : ScreenKind.values()) {
                if (key.isPresent() && letters.equals(letters(key.get(), kind, moment, birth, insured))) {
                    return Optional.of(new Verified.Typed(kind, made));
                }
            }
        }
        return Optional.empty();
    }

    private static String letters(CounterKey key, ScreenKind kind, long moment, LocalDate birth, InsuredId insured) {
        byte[] message = ByteBuffer.allocate(1 + Long.BYTES + Digests.LENGTH)
                .put((byte) kind.number())
                .putLong(moment)
                .put(Digests.coverage(UNSALTED, birth, insured).bytes())
                .array();
        long digest = ByteBuffer.wrap(mac(key.secret(), message)).getLong() >>> (Long.SIZE - MAC_BITS);
        long bits = ((long) kind.number() << (MOMENT_BITS + MAC_BITS)) | ((moment % MOMENTS) << MAC_BITS) | digest;
        // Sixty bits at the high end of eight bytes: the thirteenth letter is what fills up.
        return Letters.of(ByteBuffer.allocate(Long.BYTES).putLong(bits << 4).array())
                .substring(0, LENGTH);
    }

    private static byte[] mac(Octets secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
