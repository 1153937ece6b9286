package madoguchi.hub;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Challenged;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;

/*
 * One statement forgets what is over and adds the new one: a reading waits for one round trip, not two. Both halves see the table as it was before, so whatever is over is not counted. Whoever deletes the same rows at the same moment leaves them to
 * the other.
 *
 * Any number of hub processes share the table. That a nonce serves once is decided by one UPDATE: of two at the same moment the database lets one find it unused. A used one stays until it would have ended, so that
 * the log can tell a replay from a guess. The limits are looked at before a nonce is added, not locked: processes at the same moment may overshoot them by one each.
 */

/** 乱数の控え – which nonces were given to whom; each serves once. Threads and processes may share it. */
final class NonceStore {

    /** The code under which people log in to the portal; no facility has it. Its limit is its own: whoever floods the portal shuts out no card reader. */
    static final MedicalInstitutionCode PORTAL = new MedicalInstitutionCode("0000000000");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int NAME_BYTES = 18;

    /** 使用の結果. */
    sealed interface Taken {
        /** 使える – and used up by this. */
        record Good(Octets nonce) implements Taken {}

        /** 使えない. */
        record Stale(CardOutcome why) implements Taken {}
    }

    private final JdbcClient client;
    private final CardTerms terms;

    /**
     * The nonces of a hub.
     *
     * @param database schema {@code hub}, already migrated
     * @param terms how long one lives, and how many there may be
     */
    NonceStore(DataSource database, CardTerms terms) {
        this.client = JdbcClient.create(database);
        this.terms = terms;
    }

    /** A new one for a facility; empty when it, or everybody together, holds too many. */
    Optional<Challenged.Issued> issue(MedicalInstitutionCode facility, Instant now) {
        Octets nonce = Octets.of(random(BYTES));
        String name = name();
        Instant until = now.plus(terms.nonceLife());
        int added = client.sql("""
                        with gone as (
                            delete from hub.card_nonce where name in (
                                select name from hub.card_nonce where until <= :now for update skip locked))
                        insert into hub.card_nonce (name, nonce, facility, until)
                        select :name, :nonce, :facility, :until
                        where (select count(*) from (
                                select from hub.card_nonce
                                where (facility = :portal) = (:facility = :portal) and until > :now limit :most) kept) < :most
                          and (select count(*) from hub.card_nonce
                               where facility = :facility and not used and until > :now) < :each""")
                .param("now", at(now))
                .param("name", name)
                .param("nonce", nonce.bytes())
                .param("facility", facility.digits())
                .param("until", at(until))
                .param("portal", PORTAL.digits())
                .param("most", terms.nonces())
                .param("each", terms.noncesEach())
                .update();
        return added == 1 ? Optional.of(new Challenged.Issued(name, nonce, until)) : Optional.empty();
    }

    /** Uses one up. Another facility's is not touched. */
    Taken take(String name, MedicalInstitutionCode facility, Instant now) {
        return client.sql("""
                        update hub.card_nonce set used = true where name = :name and facility = :facility and not used
                        returning nonce, until""")
                .param("name", name)
                .param("facility", facility.digits())
                .query((row, n) -> now.isBefore(
                                row.getObject("until", OffsetDateTime.class).toInstant())
                        ? new Taken.Good(Octets.of(row.getBytes("nonce")))
                        : new Taken.Stale(CardOutcome.NONCE_EXPIRED))
                .optional()
                .orElseGet(() -> new Taken.Stale(why(name, facility)));
    }

    private CardOutcome why(String name, MedicalInstitutionCode facility) {
        return client.sql("select facility from hub.card_nonce where name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .map(owner -> owner.equals(facility.digits()) ? CardOutcome.NONCE_USED : CardOutcome.NONCE_OF_ANOTHER)
                .orElse(CardOutcome.NONCE_UNKNOWN);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
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
