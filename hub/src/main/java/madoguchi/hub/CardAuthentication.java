package madoguchi.hub;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.CardHub;
import madoguchi.core.CardRefusal;
import madoguchi.core.CardsTaken;
import madoguchi.core.CentreAnswer;
import madoguchi.core.CertificateStanding;
import madoguchi.core.Challenged;
import madoguchi.core.ConsentAnswers;
import madoguchi.core.ConsentScope;
import madoguchi.core.Consented;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.Hub;
import madoguchi.core.Identification;
import madoguchi.core.Octets;
import madoguchi.core.Opened;
import madoguchi.core.Presentation;
import madoguchi.core.Problem;
import madoguchi.core.Reply;
import madoguchi.core.Subject;
import madoguchi.core.Text;
import madoguchi.core.TokenKind;
import madoguchi.core.VisitAnswer;
import madoguchi.jpki.StatusSource;
import madoguchi.jpki.Trust;
import madoguchi.jpki.VerifierKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/*
 * A presentation uses up its nonce, is verified (CardVerifying), and only then the registers are asked, by the certificate's number. The log of authentications is on disk before anything is told.
 *
 * A hidden person's card must look like nobody's. So the register is asked in one and the same way for every genuine card, and whatever depends on the card's link (the kind of token it was registered for, enrolment)
 * is looked at only after the answer has shown that there is somebody to speak of.
 */

/** カード認証 – the hub's side of a card reader: gives nonces, verifies cards, answers, enrols on the spot, takes consents, and lends the centre's signature. */
public final class CardAuthentication implements CardHub {

    private static final Logger LOG = LoggerFactory.getLogger(CardAuthentication.class);
    private static final Answer.Unreachable DOWN = new Answer.Unreachable(
            Answer.Cause.HUB,
            Optional.empty(),
            new Text("カードの認証ができません。しばらくしてからもう一度お試しください。", "Cards cannot be verified now. Try again in a while."));
    private static final Answer.Unreachable BUSY = new Answer.Unreachable(
            Answer.Cause.OVERLOAD,
            Optional.empty(),
            new Text("認証が混み合っています。少し待ってからもう一度お試しください。", "Too many cards at once. Try again in a moment."));
    private static final Answer.Unreachable NO_CENTRE = new Answer.Unreachable(
            Answer.Cause.HUB,
            Optional.empty(),
            new Text(
                    "このハブは、顔認証・目視確認（暗証番号なしの認証）を受け付けません。実物のカードでの方法は公開されていません。暗証番号を使ってください。",
                    "This hub takes no face and no visual confirmation (authentication without PIN): how real cards do it is not public. Use the PIN."));
    private static final Answer.Unreachable ODD = new Answer.Unreachable(
            Answer.Cause.REFUSED,
            Optional.empty(),
            new Text("カードの乱数の長さが違います。", "The card's challenge has a wrong length."));

    private static final List<Problem> NOT_OPEN = List.of(Problem.at(
            "opening",
            "手続きが終わっているか、同意を受け付けられないカードです。カードを置き直してください。",
            "The opening is over, or the card's consents are not taken. Present the card again."));

    private final Hub hub;
    private final Registers registers;
    private final CardVerifying verifying;
    private final NonceStore nonces;
    private final OpeningStore openings;
    private final CardAuthenticationStore log;
    private final ConsentLengths lengths = ConsentLengths.bundled();
    private final Optional<VerifierKey> centre;
    private final CardTerms terms;
    private final boolean simulated;
    private final Clock clock;

    /**
     * Authentication before a hub.
     *
     * @param database schema {@code hub}, already migrated
     * @param hub answers once a card is verified
     * @param registers of the same database: enrols
     * @param trust whose certificates are accepted
     * @param statuses who tells whether one is revoked
     * @param term the rules about alert and grace
     * @param centre the centre's key for authentication without PIN; absent where it lies in no hardware this process can reach: then a PIN is needed
     * @param terms lengths and limits
     * @param clock tells the time of every decision
     */
    public CardAuthentication(
            DataSource database,
            Hub hub,
            Registers registers,
            Trust trust,
            StatusSource statuses,
            CertificateTerm term,
            Optional<VerifierKey> centre,
            CardTerms terms,
            Clock clock) {
        this.hub = hub;
        this.registers = registers;
        this.verifying = new CardVerifying(trust, statuses, term, terms);
        this.nonces = new NonceStore(database, terms);
        this.openings = new OpeningStore(database, terms.openings());
        this.log = new CardAuthenticationStore(database);
        this.centre = centre;
        this.terms = terms;
        this.simulated = trust.accept() == Trust.Accept.SIMULATION;
        this.clock = clock;
    }

    @Override
    public CardsTaken taken(Caller caller) {
        return new CardsTaken.Told(simulated, centre.isPresent());
    }

    @Override
    public Challenged challenge(Caller caller) {
        try {
            return nonces.issue(caller.facility(), now())
                    .map(Challenged.class::cast)
                    .orElse(new Challenged.Unreachable(BUSY));
        } catch (DataAccessException broken) {
            LOG.error("no nonce can be kept: {}", broken.getClass().getSimpleName());
            return new Challenged.Unreachable(DOWN);
        }
    }

    @Override
    public Opened open(Presentation presentation) {
        return presented(presentation, CardAuthenticationStore.Purpose.OPEN);
    }

    @Override
    public Opened enrol(Presentation presentation) {
        return presented(presentation, CardAuthenticationStore.Purpose.ENROL);
    }

    /**
     * 認証の一回 – what is told and what is logged.
     *
     * @param unconfirmed whether revocation could not be confirmed
     */
    private record Attempt(Opened told, CardOutcome outcome, boolean unconfirmed, Optional<Long> verification) {

        static Attempt refused(CardRefusal why) {
            return new Attempt(new Opened.Refused(why), CardOutcome.of(why), false, Optional.empty());
        }

        static Attempt unreachable(Answer.Unreachable trouble) {
            return new Attempt(new Opened.Unreachable(trouble), CardOutcome.UNREACHABLE, false, Optional.empty());
        }

        Attempt logged(CardVerifying.Verified.Accepted accepted, Reply reply) {
            return new Attempt(told, outcome, accepted.unconfirmed(), reply.verification());
        }
    }

    private Opened presented(Presentation presented, CardAuthenticationStore.Purpose purpose) {
        Instant now = now();
        try {
            Attempt attempt =
                    switch (nonces.take(presented.nonce(), presented.caller().facility(), now)) {
                        case NonceStore.Taken.Good(var nonce) ->
                            isBelievable(presented.method())
                                    ? verified(presented, purpose, nonce, now)
                                    : Attempt.unreachable(NO_CENTRE);
                        case NonceStore.Taken.Stale(var why) ->
                            new Attempt(new Opened.Refused(CardRefusal.STALE_NONCE), why, false, Optional.empty());
                    };
            log.add(now, purpose, presented, attempt.outcome(), attempt.unconfirmed(), attempt.verification());
            return attempt.told();
        } catch (DataAccessException broken) {
            LOG.error("cards cannot be verified: {}", broken.getClass().getSimpleName());
            return new Opened.Unreachable(DOWN);
        }
    }

    /* Without the centre's help no card signs for a face or for the eyes of staff: who says so is mistaken. */
    private boolean isBelievable(Identification by) {
        return switch (by) {
            case FACE, VISUAL -> centre.isPresent();
            case PIN, PHONE_PIN, PHONE_BIOMETRICS -> true;
        };
    }

    private Attempt verified(
            Presentation presented, CardAuthenticationStore.Purpose purpose, Octets nonce, Instant now) {
        return switch (verifying.verify(presented, nonce, now)) {
            case CardVerifying.Verified.Rejected(var why) -> Attempt.refused(why);
            case CardVerifying.Verified.Accepted accepted -> {
                Opening opening = opening(presented, accepted, now);
                Reply reply = hub.inquire(opening.inquiry(presented.caller()));
                yield answered(presented, purpose, accepted, opening, reply).logged(accepted, reply);
            }
        };
    }

    private Opening opening(Presentation presented, CardVerifying.Verified.Accepted accepted, Instant now) {
        boolean all = accepted.standing().scope() == CertificateStanding.Scope.ALL;
        return new Opening(
                presented.caller().facility(),
                accepted.certificate().serial(),
                presented.day(),
                all,
                all,
                all && presented.diseaseConsent(),
                presented.method(),
                now.plus(terms.openingLife()));
    }

    private Attempt answered(
            Presentation presented,
            CardAuthenticationStore.Purpose purpose,
            CardVerifying.Verified.Accepted accepted,
            Opening opening,
            Reply reply) {
        if (reply.answer() instanceof Answer.Unreachable trouble) {
            return Attempt.unreachable(trouble);
        }
        boolean notEnrolled = RegisterHub.isNotEnrolled(reply);
        if (reply.answer() instanceof Answer.NotFound && !notEnrolled) {
            return admitted(accepted, opening, reply, CardOutcome.ADMITTED);
        }
        if (registers.token(opening.card()).filter(presented.token()::equals).isEmpty()) {
            return Attempt.refused(CardRefusal.WRONG_TOKEN);
        }
        return notEnrolled
                ? notEnrolled(presented, purpose, accepted, opening)
                : admitted(accepted, opening, reply, CardOutcome.ADMITTED);
    }

    private Attempt notEnrolled(
            Presentation presented,
            CardAuthenticationStore.Purpose purpose,
            CardVerifying.Verified.Accepted accepted,
            Opening opening) {
        boolean enrollable = presented.token() == TokenKind.CARD && opening.isTakingConsents();
        LocalDate end = accepted.certificate().lastDay();
        return switch (purpose) {
            case OPEN ->
                new Attempt(new Opened.NotEnrolled(enrollable, end), CardOutcome.NOT_ENROLLED, false, Optional.empty());
            case ENROL ->
                enrollable
                        ? enrolled(presented.caller(), accepted, opening)
                        : Attempt.refused(CardRefusal.NOT_ENROLLABLE);
        };
    }

    private Attempt enrolled(Caller caller, CardVerifying.Verified.Accepted accepted, Opening opening) {
        Filed filed = registers.enrol(
                new Subject.ByCard(opening.card()),
                RegisterFold.day(now()),
                caller.facility().digits());
        return switch (filed) {
            case Filed.Undelivered(var trouble) -> Attempt.unreachable(trouble);
            case Filed.Taken _, Filed.Refused _ -> {
                Reply reply = hub.inquire(opening.inquiry(caller));
                if (reply.answer() instanceof Answer.Unreachable trouble) {
                    yield Attempt.unreachable(trouble);
                }
                // Refused: somebody was quicker and it is enrolled, or it cannot be.
                yield RegisterHub.isNotEnrolled(reply)
                        ? Attempt.refused(CardRefusal.NOT_ENROLLABLE)
                        : admitted(accepted, opening, reply, CardOutcome.ENROLLED);
            }
        };
    }

    private Attempt admitted(
            CardVerifying.Verified.Accepted accepted, Opening opening, Reply reply, CardOutcome outcome) {
        Opening kept = reply.answer() instanceof Answer.NotFound ? opening.withoutConsents() : opening;
        Opened told = new Opened.Admitted(
                openings.put(kept, now()), reply, accepted.certificate().lastDay(), accepted.standing());
        boolean grace = accepted.standing().scope() == CertificateStanding.Scope.ELIGIBILITY_ONLY;
        return new Attempt(told, grace ? CardOutcome.ADMITTED_IN_GRACE : outcome, false, Optional.empty());
    }

    @Override
    public Consented consent(ConsentAnswers answers) {
        try {
            return openings.find(answers.opening(), answers.caller().facility(), now())
                    .map(opening -> opening.isTakingConsents() ? consented(answers, opening) : new Consented.NotTaken())
                    .orElse(new Consented.Stale());
        } catch (DataAccessException broken) {
            LOG.error("consents cannot be written: {}", broken.getClass().getSimpleName());
            return new Consented.Unreachable(DOWN);
        }
    }

    @Override
    public Filed visit(VisitAnswer answer) {
        try {
            return openings.find(answer.opening(), answer.caller().facility(), now())
                    .filter(Opening::isTakingConsents)
                    .map(opening -> hub.file(filing(answer, opening)))
                    .orElseGet(() -> new Filed.Refused(NOT_OPEN));
        } catch (DataAccessException broken) {
            LOG.error(
                    "a consent to visits cannot be written: {}",
                    broken.getClass().getSimpleName());
            return new Filed.Undelivered(DOWN);
        }
    }

    private static Filing filing(VisitAnswer answer, Opening opening) {
        Subject holder = new Subject.ByCard(opening.card());
        return answer.takenBack()
                ? new Filing.VisitWithdrawal(holder, answer.visit(), answer.caller())
                : new Filing.VisitConsent(holder, answer.visit(), answer.visitDay(), opening.method(), answer.caller());
    }

    private Consented consented(ConsentAnswers answers, Opening opening) {
        // What was never given cannot be taken back, and need not be.
        if (file(opening, answers.declined(), true, answers.caller()) instanceof Filed.Undelivered(var trouble)) {
            return new Consented.Unreachable(trouble);
        }
        return switch (file(opening, answers.given(), false, answers.caller())) {
            case Filed.Undelivered(var trouble) -> new Consented.Unreachable(trouble);
            case Filed.Refused _ -> new Consented.NotTaken();
            case Filed.Taken(var at) -> asked(answers, opening, until(answers.given(), at));
        };
    }

    private Filed file(Opening opening, Set<ConsentScope> scopes, boolean withdraw, Caller caller) {
        return scopes.isEmpty()
                ? new Filed.Taken(now())
                : hub.file(new Filing.Consent(new Subject.ByCard(opening.card()), scopes, withdraw, caller));
    }

    private Map<ConsentScope, Instant> until(Set<ConsentScope> scopes, Instant at) {
        Map<ConsentScope, Instant> until = new EnumMap<>(ConsentScope.class);
        scopes.forEach(scope -> until.put(scope, at.plus(lengths.of(scope))));
        return until;
    }

    private Consented asked(ConsentAnswers answers, Opening opening, Map<ConsentScope, Instant> until) {
        Opening after = opening.after(answers.given(), answers.declined());
        openings.replace(answers.opening(), after);
        Reply reply = hub.inquire(after.inquiry(answers.caller()).withSubsidies(answers.subsidies()));
        return reply.answer() instanceof Answer.Unreachable trouble
                ? new Consented.Unreachable(trouble)
                : new Consented.Recorded(reply, until);
    }

    @Override
    public CentreAnswer terminalCertificate(Caller caller) {
        return centre.map(VerifierKey::certificate)
                .<CentreAnswer>map(CentreAnswer.Given::new)
                .orElse(new CentreAnswer.Unreachable(NO_CENTRE));
    }

    @Override
    public CentreAnswer answerCardChallenge(Octets challenge, Caller caller) {
        if (challenge.size() != VerifierKey.CHALLENGE) {
            return new CentreAnswer.Unreachable(ODD);
        }
        return centre.map(key -> key.answer(challenge))
                .<CentreAnswer>map(CentreAnswer.Given::new)
                .orElse(new CentreAnswer.Unreachable(NO_CENTRE));
    }

    /** As exact as the database keeps an instant. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
