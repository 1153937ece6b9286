package madoguchi.account;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import dev.samstevens.totp.qr.QrData;
import dev.samstevens.totp.secret.DefaultSecretGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** ワンタイムコード – time-based one-time codes of six digits, as every authenticator app makes them (RFC 6238: SHA-1, steps of 30 seconds). */
public final class Totp {

    /** How long one code lives. */
    public static final Duration STEP = Duration.ofSeconds(30);

    private static final int SECRET_CHARACTERS = 32;
    private static final int DRIFT_STEPS = 1;

    private Totp() {}

    /** A new secret: 160 random bits as 32 Base32 characters. */
    public static String newSecret() {
        return new DefaultSecretGenerator(SECRET_CHARACTERS).generate();
    }

    /** The code an authenticator with that secret shows at that moment: six digits. */
    public static String codeAt(String secret, Instant instant) {
        return code(secret, stepAt(instant));
    }

    /** What the QR code says to an authenticator app. */
    static String uri(String login, String secret) {
        return new QrData.Builder()
                .label("Madoguchi:" + login)
                .issuer("Madoguchi")
                .secret(secret)
                .build()
                .getUri();
    }

    /** The time step that code belongs to, if it is the present one or a neighbour: a phone's clock may be half a minute off. */
    static OptionalLong stepOf(String secret, String code, Instant now) {
        OptionalLong found = OptionalLong.empty();
        for (long step = stepAt(now) - DRIFT_STEPS; step <= stepAt(now) + DRIFT_STEPS; step++) {
            if (same(code(secret, step), code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static long stepAt(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP.toSeconds());
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String code(String secret, long step) {
        try {
            return new DefaultCodeGenerator().generate(secret, step);
        } catch (CodeGenerationException e) {
            throw new IllegalStateException("the one-time secret is not Base32", e);
        }
    }
}
