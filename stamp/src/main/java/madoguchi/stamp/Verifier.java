package madoguchi.stamp;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/*
 * In this order, the worst first: readable, a known key, its signature; then whose it is, which screen, and only then how old. So another person's old code is another person's.
 */

/** 証明を確かめる – what a scanned or typed code is, by keys that were fetched beforehand. Asks nobody. */
public final class Verifier {

    /** 表示中の画面の寿命 – the longest life a live screen's code has, whatever it says itself. */
    public static final Duration LIVE_MAX = Duration.ofMinutes(5);

    private static final Duration SKEW = Duration.ofMinutes(2);

    private final StampKeys keys;

    /** Checks by these keys. */
    public Verifier(StampKeys keys) {
        this.keys = keys;
    }

    /**
     * Checks what was scanned or typed.
     *
     * @param typed any width and case, with or without blanks and hyphens
     * @param expected what the desk asked for, and who is in front of it
     */
    public Verified check(String typed, Expected expected, Instant now) {
        String text = Letters.forgiven(typed);
        return text.length() == ShortCode.LENGTH ? checkShort(text, expected, now) : checkWhole(text, expected, now);
    }

    private Verified checkShort(String text, Expected expected, Instant now) {
        var numbered = expected.people().stream()
                .filter(patient -> patient.insured().isPresent())
                .toList();
        if (numbered.isEmpty()) {
            return new Verified.NothingToCompare();
        }
        return numbered.stream()
                .flatMap(patient ->
                        ShortCode.check(
                                keys, text, patient.birth(), patient.insured().orElseThrow(), now, LIVE_MAX)
                                .stream())
                .filter(found -> expected.kinds().isEmpty() || expected.kinds().contains(found.kind()))
                .findFirst()
                .map(Verified.class::cast)
                .orElseGet(Verified.NotFitting::new);
    }

    private Verified checkWhole(String text, Expected expected, Instant now) {
        Optional<byte[]> bytes =
                text.startsWith(Stamp.FORM) ? Letters.bytes(text.substring(Stamp.FORM.length())) : Optional.empty();
        Optional<Stamp> stamp =
                bytes.filter(all -> all.length == Stamp.BYTES + Stamp.SIGNATURE).flatMap(Stamp::read);
        if (stamp.isEmpty()) {
            return new Verified.Unreadable();
        }
        byte[] signature = Arrays.copyOfRange(bytes.orElseThrow(), Stamp.BYTES, Stamp.BYTES + Stamp.SIGNATURE);
        return keys.key(stamp.get().key())
                .flatMap(StampKey::publicKey)
                .map(key -> signed(stamp.get(), signature, key)
                        ? genuine(stamp.get(), expected, now)
                        : new Verified.Forged())
                .orElseGet(() -> new Verified.UnknownKey(stamp.get().key()));
    }

    private static boolean signed(Stamp stamp, byte[] signature, PublicKey key) {
        try {
            Signature verifying = Signature.getInstance("Ed25519");
            verifying.initVerify(key);
            verifying.update(stamp.signed());
            return verifying.verify(signature);
        } catch (GeneralSecurityException notOne) {
            return false;
        }
    }

    private static Verified genuine(Stamp stamp, Expected expected, Instant now) {
        Optional<Fit> fit = expected.fit(stamp);
        if (fit.isEmpty()) {
            return new Verified.Foreign(stamp);
        }
        if (!expected.kinds().isEmpty() && !expected.kinds().contains(stamp.kind())) {
            return new Verified.WrongKind(stamp);
        }
        if (stamp.issued().isAfter(now.plus(SKEW))) {
            return new Verified.Early(stamp);
        }
        Instant longest = stamp.kind().isLive() ? stamp.issued().plus(LIVE_MAX) : stamp.until();
        if (!now.isBefore(stamp.until()) || !now.isBefore(longest)) {
            return new Verified.Old(stamp);
        }
        return stamp.kind().isLive() ? new Verified.Live(stamp, fit.get()) : new Verified.Stored(stamp, fit.get());
    }
}
