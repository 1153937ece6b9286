package madoguchi.hub;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.CardRefusal;
import madoguchi.core.CardSerial;
import madoguchi.core.CertificateStanding;
import madoguchi.core.Challenged;
import madoguchi.core.Octets;
import madoguchi.core.PersonKey;
import madoguchi.core.Presentation;
import madoguchi.core.SelfEntry;
import madoguchi.core.Text;
import madoguchi.jpki.StatusSource;
import madoguchi.jpki.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/*
 * The same verification as at a reader (CardVerifying), but nobody inquires: no facility is concerned, and the log of inquiries stays what it is, who looked at whom. Nonces are counted for the portal as if it were one
 * facility with a code that none has.
 *
 * Whose card it is, is looked up in the same way for every genuine card; a hidden holder is told like nobody. Only of somebody who may be shown it is said that the token is registered as another kind.
 */

/** 本人のログインの認証 – the hub's side of a log-in to the portal. */
public final class SelfAuthentication implements SelfEntry {

    private static final Logger LOG = LoggerFactory.getLogger(SelfAuthentication.class);
    private static final Caller PORTAL = new Caller(NonceStore.PORTAL, "portal", "self");
    private static final Answer.Unreachable DOWN = new Answer.Unreachable(
            Answer.Cause.HUB,
            Optional.empty(),
            new Text("いまログインできません。しばらくしてからもう一度お試しください。", "Nobody can log in now. Try again in a while."));
    private static final Answer.Unreachable BUSY = new Answer.Unreachable(
            Answer.Cause.OVERLOAD,
            Optional.empty(),
            new Text("混み合っています。少し待ってからもう一度お試しください。", "Too many people at once. Try again in a moment."));

    private final Registers registers;
    private final CardVerifying verifying;
    private final NonceStore nonces;
    private final SelfServiceStore log;
    private final Clock clock;

    /**
     * Log-ins over one hub.
     *
     * @param database schema {@code hub}, already migrated
     * @param registers of the same database
     * @param trust whose certificates are accepted
     * @param statuses who tells whether one is revoked
     * @param term the rules about alert and grace
     * @param terms lengths and limits
     * @param clock tells the time of every decision
     */
    public SelfAuthentication(
            DataSource database,
            Registers registers,
            Trust trust,
            StatusSource statuses,
            CertificateTerm term,
            CardTerms terms,
            Clock clock) {
        this.registers = registers;
        this.verifying = new CardVerifying(trust, statuses, term, terms);
        this.nonces = new NonceStore(database, terms.forEverybody());
        this.log = new SelfServiceStore(database);
        this.clock = clock;
    }

    @Override
    public Challenged challenge() {
        try {
            return nonces.issue(PORTAL.facility(), now())
                    .map(Challenged.class::cast)
                    .orElse(new Challenged.Unreachable(BUSY));
        } catch (DataAccessException broken) {
            LOG.error("no nonce can be kept: {}", broken.getClass().getSimpleName());
            return new Challenged.Unreachable(DOWN);
        }
    }

    @Override
    public Entered enter(Presented presented) {
        Instant now = now();
        try {
            Entered entered =
                    switch (nonces.take(presented.nonce(), PORTAL.facility(), now)) {
                        case NonceStore.Taken.Good(var nonce) -> verified(presented, nonce, now);
                        case NonceStore.Taken.Stale stale -> new Entered.Refused(CardRefusal.STALE_NONCE);
                    };
            log.add(
                    now,
                    SelfServiceStore.Act.LOG_IN,
                    Optional.of(presented.token()),
                    outcome(entered),
                    person(entered).map(PersonKey::value));
            return entered;
        } catch (DataAccessException broken) {
            LOG.error("nobody can log in to the portal: {}", broken.getClass().getSimpleName());
            return new Entered.Unreachable(DOWN);
        }
    }

    private Entered verified(Presented presented, Octets nonce, Instant now) {
        LocalDate today = RegisterFold.day(now);
        Presentation presentation = new Presentation(
                presented.nonce(),
                presented.certificate(),
                presented.signature(),
                presented.token(),
                presented.method(),
                today,
                false,
                PORTAL);
        return switch (verifying.verify(presentation, nonce, now)) {
            case CardVerifying.Verified.Rejected(var why) -> new Entered.Refused(why);
            case CardVerifying.Verified.Accepted(var certificate, var standing, var unconfirmed) ->
                standing instanceof CertificateStanding.Grace
                        ? new Entered.Refused(CardRefusal.EXPIRED)
                        : entered(
                                presented,
                                certificate.serial(),
                                certificate.lastDay(),
                                standing instanceof CertificateStanding.RenewalAlert);
        };
    }

    private Entered entered(Presented presented, CardSerial card, LocalDate end, boolean renewal) {
        long begun = System.nanoTime();
        Optional<PersonKey> holder = registers.shownHolder(card);
        if (holder.isEmpty()) {
            Even.since(begun, Even.LOG_IN);
        }
        boolean otherToken = holder.isPresent()
                && registers.token(card).filter(presented.token()::equals).isEmpty();
        return otherToken ? new Entered.Refused(CardRefusal.WRONG_TOKEN) : new Entered.Admitted(holder, end, renewal);
    }

    @Override
    public Backed backed(Backing backing) {
        Instant now = now();
        try {
            Backed backed = standing(backing, now);
            log.add(
                    now,
                    SelfServiceStore.Act.PASSKEY,
                    Optional.of(backing.token()),
                    outcome(backed),
                    backed instanceof Backed.Standing
                            ? Optional.of(backing.person().value())
                            : Optional.empty());
            return backed;
        } catch (DataAccessException broken) {
            LOG.error("no passkey can be backed: {}", broken.getClass().getSimpleName());
            return new Backed.Unreachable(DOWN);
        }
    }

    private Backed standing(Backing backing, Instant now) {
        return switch (verifying.stillInForce(backing.certificate(), backing.token(), now)) {
            case CardVerifying.Verified.Rejected(var why) ->
                why == CardRefusal.STATUS_UNCONFIRMED ? new Backed.Unreachable(DOWN) : new Backed.Ended();
            case CardVerifying.Verified.Accepted(var certificate, var standing, var unconfirmed) ->
                standing instanceof CertificateStanding.Grace || !leadsUnchanged(backing, certificate.serial())
                        ? new Backed.Ended()
                        : new Backed.Standing(
                                certificate.lastDay(), standing instanceof CertificateStanding.RenewalAlert);
        };
    }

    @Override
    public boolean isTakenBack(Backing backing) {
        try {
            return verifying
                    .serial(backing.certificate())
                    .filter(card -> leadsUnchanged(backing, card))
                    .isEmpty();
        } catch (DataAccessException broken) {
            LOG.error("no passkey can be looked at: {}", broken.getClass().getSimpleName());
            return false;
        }
    }

    private boolean leadsUnchanged(Backing backing, CardSerial card) {
        return registers.leadsUnchanged(card, backing.token(), backing.person(), backing.since());
    }

    private static String outcome(Backed backed) {
        return switch (backed) {
            case Backed.Standing s -> "ADMITTED";
            case Backed.Ended e -> "ENDED";
            case Backed.Unreachable u -> "UNREACHABLE";
        };
    }

    private static String outcome(Entered entered) {
        return switch (entered) {
            case Entered.Admitted a -> "ADMITTED";
            case Entered.Refused(var why) -> why.name();
            case Entered.Unreachable u -> "UNREACHABLE";
        };
    }

    private static Optional<PersonKey> person(Entered entered) {
        return entered instanceof Entered.Admitted admitted ? admitted.person() : Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
