package madoguchi.portal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import madoguchi.core.Coverage;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Octets;
import madoguchi.stamp.CounterKey;
import madoguchi.stamp.ScreenKind;
import madoguchi.stamp.ShortCode;
import madoguchi.stamp.Shown;
import madoguchi.stamp.StampKeys;
import madoguchi.stamp.Stamper;
import madoguchi.web.QrCode;

/** コードを作る – signs screens and papers with the portal's key, makes short codes for a facility, and tells a facility the keys it checks them by. */
public final class Codes {

    private static final int SALT = 4;
    private static final int DAYS_AHEAD = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Stamper stamper;
    private final Octets master;
    private final PortalTerms terms;
    private final Clock clock;

    /**
     * Codes by these keys.
     *
     * @param master 32 secret bytes, from which the secrets of all facilities follow
     */
    public Codes(Stamper stamper, Octets master, PortalTerms terms, Clock clock) {
        this.stamper = stamper;
        this.master = master;
        this.terms = terms;
        this.clock = clock;
    }

    /** The code of a screen that shows a coverage; absent where it shows none: there is nothing to vouch for. */
    Optional<Code> of(ScreenKind kind, Optional<Coverage> coverage, Session session) {
        return coverage.map(shown -> {
            Instant now = clock.instant();
            Duration life = kind.isLive() ? terms.live() : terms.pdf();
            byte[] salt = new byte[SALT];
            RANDOM.nextBytes(salt);
            String text = stamper.stamp(kind, shown(shown), session.at(), now, life, Octets.of(salt));
            return new Code(text, QrCode.of(text), now.plus(life));
        });
    }

    /** The short code of a live screen for one facility: {@code XXXX-XXXX-XXXX}. */
    String forCounter(ScreenKind kind, Coverage coverage, MedicalInstitutionCode facility) {
        Instant now = clock.instant();
        CounterKey key = ShortCode.key(master, facility, ShortCode.day(now));
        return ShortCode.of(key, kind, shown(coverage), now);
    }

    private static Shown shown(Coverage coverage) {
        return new Shown(coverage.holder().birth(), coverage.holder().name().reading(), coverage.id());
    }

    /** What a facility needs to check codes: the public key, and its own secrets of today and the days after, so that it can go on when it is cut off. */
    public StampKeys keys(MedicalInstitutionCode facility) {
        LocalDate today = ShortCode.day(clock.instant());
        return new StampKeys(
                List.of(stamper.key()),
                IntStream.rangeClosed(-1, DAYS_AHEAD)
                        .mapToObj(days -> ShortCode.key(master, facility, today.plusDays(days)))
                        .toList());
    }
}
