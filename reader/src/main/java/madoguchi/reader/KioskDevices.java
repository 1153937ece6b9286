package madoguchi.reader;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * 読取機の画面の登録 – which browsers may show {@code /kiosk}. A screen that is not admitted shows a code; a member of staff types it once, and from then on the secret in that browser's cookie opens the kiosk's pages and nothing else. A kiosk must
 * not run in a clerk's session: a patient could open the desk, and the session ends after half an hour.
 *
 * <p>The secret has 256 random bits, so a plain hash keeps it. A code lives ten minutes (ours) in memory and admits one screen.
 */
public final class KioskDevices {

    /** 登録前 – a screen that waits to be admitted: what it shows, and what it will prove itself with. */
    record Waiting(String code, String secret) {
        /** Never prints the secret. */
        @Override
        public String toString() {
            return "Waiting[" + code + "]";
        }
    }

    private record Pending(Waiting waiting, Instant until) {}

    private static final Duration CODE_LIVES = Duration.ofMinutes(10);
    private static final Duration SEEN_EVERY = Duration.ofHours(1);
    private static final int WAITING_MAX = 20;
    private static final int CODES = 1_000_000;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KioskDeviceStore store;
    private final Clock clock;
    private final Map<String, Pending> waiting = new LinkedHashMap<>();
    private final Map<String, Instant> seen = new HashMap<>();

    /** The screens in that store. */
    public KioskDevices(KioskDeviceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A new screen waits. Twenty wait at most: the one that has waited longest gives way. */
    synchronized Waiting begin() {
        forgetOld();
        Iterator<String> oldest = waiting.keySet().iterator();
        if (waiting.size() >= WAITING_MAX && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        String code = code();
        while (waiting.containsKey(code)) {
            code = code();
        }
        Waiting screen = new Waiting(code, secret());
        waiting.put(code, new Pending(screen, clock.instant().plus(CODE_LIVES)));
        return screen;
    }

    /** The screen with that secret, while it waits. */
    synchronized Optional<Waiting> waiting(String secret) {
        forgetOld();
        return waiting.values().stream()
                .map(Pending::waiting)
                .filter(screen -> screen.secret().equals(secret))
                .findFirst();
    }

    /** Admits the screen that shows this code; false when none does. */
    synchronized boolean admit(String code, String label, String login) {
        forgetOld();
        Optional<Pending> screen = Optional.ofNullable(waiting.remove(code));
        screen.ifPresent(there -> pair(there.waiting().secret(), label, login));
        return screen.isPresent();
    }

    /**
     * Admits a browser: the secret it will prove itself with, told this once.
     *
     * @param label what staff will call it
     * @param login the account that admits it
     */
    public String open(String label, String login) {
        String secret = secret();
        pair(secret, label, login);
        return secret;
    }

    private void pair(String secret, String label, String login) {
        store.pair(UUID.randomUUID().toString(), label, hash(secret), login, clock.instant());
    }

    /** Whose secret it is, and notes that it was seen; empty for a screen that was never admitted or is no more. */
    public Optional<KioskDevice> seen(String secret) {
        Optional<KioskDevice> device = store.find(hash(secret));
        device.ifPresent(this::note);
        return device;
    }

    private synchronized void note(KioskDevice device) {
        Instant now = clock.instant();
        if (device.seen().map(at -> at.plus(SEEN_EVERY).isBefore(now)).orElse(true)) {
            store.seen(device.id(), now);
        }
        seen.put(device.id(), now);
    }

    /** No more; false when there is no such screen. */
    boolean revoke(String device, String login) {
        return store.revoke(device, login, clock.instant());
    }

    /** From now on that screen shows that reader. */
    void place(String device, String place, String login) {
        store.place(device, place, login, clock.instant());
    }

    /** Those admitted, oldest first. */
    synchronized List<KioskDevice> all() {
        return store.standing().stream()
                .map(device ->
                        device.seenAt(Optional.ofNullable(seen.get(device.id())).or(device::seen)))
                .toList();
    }

    private void forgetOld() {
        Instant now = clock.instant();
        waiting.values().removeIf(pending -> !now.isBefore(pending.until()));
    }

    private static String code() {
        return "%06d".formatted(RANDOM.nextInt(CODES));
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
