package madoguchi.hub;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Challenged;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Octets;

/*
 * All live equally long, so the oldest is always the first, and whatever is over is taken away from that end. A used one stays until it would have ended, so that the log can tell a replay from a guess. They are in
 * memory only: after a restart a patient lays the card down again.
 */

/** 乱数の控え – which nonces were given to whom; each serves once. Threads may share it. */
final class Nonces {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int NAME_BYTES = 18;

    /** 控えの一つ. */
    private record Entry(Octets nonce, MedicalInstitutionCode facility, Instant until, boolean used) {}

    /** 使用の結果. */
    sealed interface Taken {
        /** 使える – and used up by this. */
        record Good(Octets nonce) implements Taken {}

        /** 使えない. */
        record Stale(CardOutcome why) implements Taken {}
    }

    private final CardTerms terms;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Nonces(CardTerms terms) {
        this.terms = terms;
    }

    /** A new one for a facility; empty when it, or everybody together, holds too many. */
    synchronized Optional<Challenged.Issued> issue(MedicalInstitutionCode facility, Instant now) {
        forget(now);
        if (entries.size() >= terms.nonces() || held(facility) >= terms.noncesEach()) {
            return Optional.empty();
        }
        Octets nonce = Octets.of(random(BYTES));
        String name = name();
        Instant until = now.plus(terms.nonceLife());
        entries.put(name, new Entry(nonce, facility, until, false));
        return Optional.of(new Challenged.Issued(name, nonce, until));
    }

    /** Uses one up. Another facility's is not touched. */
    synchronized Taken take(String name, MedicalInstitutionCode facility, Instant now) {
        Entry entry = entries.get(name);
        if (entry == null) {
            return new Taken.Stale(CardOutcome.NONCE_UNKNOWN);
        }
        if (!entry.facility().equals(facility)) {
            return new Taken.Stale(CardOutcome.NONCE_OF_ANOTHER);
        }
        if (entry.used()) {
            return new Taken.Stale(CardOutcome.NONCE_USED);
        }
        entries.put(name, new Entry(entry.nonce(), facility, entry.until(), true));
        return now.isBefore(entry.until()) ? new Taken.Good(entry.nonce()) : new Taken.Stale(CardOutcome.NONCE_EXPIRED);
    }

    private void forget(Instant now) {
        var oldest = entries.values().iterator();
        while (oldest.hasNext() && !now.isBefore(oldest.next().until())) {
            oldest.remove();
        }
    }

    private long held(MedicalInstitutionCode facility) {
        return entries.values().stream()
                .filter(entry -> !entry.used() && entry.facility().equals(facility))
                .count();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** An opaque name that nobody can guess. */
    static String name() {
        return Base64.getUrlEncoder().encodeToString(random(NAME_BYTES));
    }
}
