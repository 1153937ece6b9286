package madoguchi.reader;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.CardHub;
import madoguchi.core.CardRefusal;
import madoguchi.core.Challenged;
import madoguchi.core.Identification;
import madoguchi.core.Octets;
import madoguchi.core.Opened;
import madoguchi.core.Presentation;
import madoguchi.core.TokenKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 認証と照会 – nonce from the centre, signature from the card, answer from the centre: one event at the end, whatever happened on the way. */
final class Openings {

    private static final Logger LOG = LoggerFactory.getLogger(Openings.class);

    /** 業務日の基準. Business days are days in Japan. */
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final CardHub hub;
    private final Device device;
    private final Caller caller;
    private final Clock clock;

    Openings(CardHub hub, Device device, Caller caller, Clock clock) {
        this.hub = hub;
        this.device = device;
        this.caller = caller;
        this.clock = clock;
    }

    Event.Reaction ask(ReadCard card, Identification by, Optional<Pin> pin) {
        return signed(nonce -> device.sign(nonce, by, pin), card.kind(), by, Optional.of(card), hub::open);
    }

    Event.Reaction enrol(ReadCard card, Identification by) {
        return signed(
                nonce -> device.sign(nonce, by, Optional.empty()), card.kind(), by, Optional.of(card), hub::enrol);
    }

    Event.Reaction phone(TokenKind kind, Optional<Pin> pin) {
        Identification by = kind == TokenKind.ANDROID ? Identification.PHONE_PIN : Identification.PHONE_BIOMETRICS;
        return signed(nonce -> device.signWithPhone(nonce, kind, pin), kind, by, Optional.empty(), hub::open);
    }

    private Event.Reaction signed(
            Function<Octets, Device.Signing> signing,
            TokenKind kind,
            Identification by,
            Optional<ReadCard> expected,
            Function<Presentation, Opened> ask) {
        if (!(hub.challenge(caller) instanceof Challenged.Issued(var name, var nonce, var until))) {
            return new Event.Broken(FaultCode.NETWORK);
        }
        return switch (signing.apply(nonce)) {
            case Device.Signing.Wrong(var left) -> new Event.PinWrong(left);
            case Device.Signing.Blocked b -> new Event.PinBlocked();
            case Device.Signing.Failed(var why) -> new Event.Broken(why);
            // A card swapped under the reader's hands is nobody's: the session was another's.
            case Device.Signing.Signed(var certificate, var signature)
            when expected.isPresent() && !expected.get().certificate().equals(certificate) ->
                new Event.Broken(FaultCode.NOT_RECOGNISED);
            case Device.Signing.Signed(var certificate, var signature) ->
                opened(
                        ask.apply(new Presentation(name, certificate, signature, kind, by, today(), false, caller)),
                        kind,
                        by);
        };
    }

    private static Event.Reaction opened(Opened opened, TokenKind kind, Identification by) {
        return switch (opened) {
            case Opened.Admitted(var opening, var reply, var end, var standing) ->
                new Event.Answered(new Identified(kind, by, opening, reply, end, standing));
            case Opened.NotEnrolled(var enrollable, var end) -> new Event.NotEnrolled(enrollable);
            case Opened.Refused(var why) -> refused(why, kind);
            case Opened.Unreachable(var trouble) -> new Event.Broken(code(trouble.cause()));
        };
    }

    /* One official code stands for three reasons; the engineer reads which. */
    private static Event.Reaction refused(CardRefusal why, TokenKind kind) {
        FaultCode code = code(why);
        if (code.equals(FaultCode.CERTIFICATE_ENDED) && kind != TokenKind.CARD) {
            code = FaultCode.PHONE_ENDED;
        }
        LOG.info("reader: {} by {}", code.code(), ours(why));
        return new Event.Broken(code);
    }

    private static String ours(CardRefusal why) {
        return switch (why) {
            case EXPIRED -> "X-EXP";
            case REVOKED -> "X-REV";
            case ON_HOLD -> "X-HOLD";
            case NOT_ENROLLABLE,
                    STATUS_UNCONFIRMED,
                    STALE_NONCE,
                    NOT_YET_VALID,
                    UNKNOWN_ISSUER,
                    WRONG_CERTIFICATE,
                    WRONG_SIGNATURE,
                    WRONG_TOKEN -> why.name();
        };
    }

    private static FaultCode code(CardRefusal why) {
        return switch (why) {
            case EXPIRED, REVOKED, ON_HOLD -> FaultCode.CERTIFICATE_ENDED;
            case NOT_ENROLLABLE -> FaultCode.NOT_ENROLLED;
            case STATUS_UNCONFIRMED, STALE_NONCE -> FaultCode.CENTRE;
            case NOT_YET_VALID, UNKNOWN_ISSUER, WRONG_CERTIFICATE, WRONG_SIGNATURE, WRONG_TOKEN ->
                FaultCode.CERTIFICATE;
        };
    }

    private static FaultCode code(Answer.Cause cause) {
        return switch (cause) {
            case TERMINAL -> FaultCode.TERMINAL;
            case NETWORK, TIMEOUT -> FaultCode.NETWORK;
            case HUB, OVERLOAD, REFUSED, UNREADABLE -> FaultCode.CENTRE;
        };
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TOKYO);
    }
}
