package madoguchi.reader;

import java.util.Optional;
import madoguchi.card.CardResult;
import madoguchi.card.CardTransport;
import madoguchi.card.CardTrouble;
import madoguchi.card.Centre;
import madoguchi.card.Done;
import madoguchi.card.MyNumberCard;
import madoguchi.card.Secret;
import madoguchi.core.Identification;
import madoguchi.core.Octets;
import madoguchi.core.TokenKind;

/** カード命令による読取装置 – drives the card on one reader and the phone on another by the card driver, whatever is behind its transport: virtual cards or PC/SC. One command sequence at a time. */
public final class DriverDevice implements Device {

    private final CardTransport cards;
    private final CardTransport phones;
    private final Camera camera;
    private final Centre centre;
    private Optional<MyNumberCard> open = Optional.empty();

    /**
     * A device over two readers.
     *
     * @param cards where cards are placed
     * @param phones where phones are held; may be the same
     * @param camera its eyes
     * @param centre the centre's half of authentication without PIN
     */
    public DriverDevice(CardTransport cards, CardTransport phones, Camera camera, Centre centre) {
        this.cards = cards;
        this.phones = phones;
        this.camera = camera;
        this.centre = centre;
    }

    @Override
    public synchronized Reading read() {
        open.ifPresent(MyNumberCard::close);
        open = Optional.empty();
        return switch (MyNumberCard.open(cards)) {
            case CardResult.Got<MyNumberCard>(var card) -> {
                open = Optional.of(card);
                yield found(card);
            }
            case CardResult<MyNumberCard> other -> new Reading.Failed(code(other));
        };
    }

    private static Reading found(MyNumberCard card) {
        if (card.token() != TokenKind.CARD) {
            return new Reading.Failed(FaultCode.OTHER_CARD);
        }
        CardResult<Octets> certificate = card.certificate();
        CardResult<Boolean> faceOnly = card.faceOnly();
        boolean blocked = card.triesLeft() instanceof CardResult.Locked<Integer>;
        return certificate instanceof CardResult.Got<Octets>(var bytes)
                        && faceOnly instanceof CardResult.Got<Boolean>(var only)
                ? new Reading.Found(new ReadCard(TokenKind.CARD, bytes, only), blocked)
                : new Reading.Failed(code(certificate));
    }

    @Override
    public synchronized Look look() {
        if (open.isEmpty()) {
            return new Look.Impossible(FaultCode.CARD_FACE);
        }
        Optional<Secret> number = camera.faceNumber();
        if (number.isEmpty()) {
            return new Look.Impossible(FaultCode.CARD_FACE);
        }
        return switch (open.get().portrait(number.get())) {
            case CardResult.Got<Octets>(var portrait) ->
                camera.compare(portrait).<Look>map(Look.Refused::new).orElseGet(Look.Same::new);
            case CardResult.Locked<Octets> locked -> new Look.Impossible(FaultCode.FACE_LOCKED);
            case CardResult.Wrong<Octets> misread -> new Look.Impossible(FaultCode.CARD_FACE);
            case CardResult.Failed<Octets>(var trouble, var word) ->
                new Look.Impossible(trouble == CardTrouble.NO_PORTRAIT ? FaultCode.NO_PORTRAIT : FaultCode.CARD_FACE);
        };
    }

    @Override
    public synchronized Signing sign(Octets message, Identification by, Optional<Pin> pin) {
        if (open.isEmpty()) {
            return new Signing.Failed(FaultCode.NOT_RECOGNISED);
        }
        MyNumberCard card = open.get();
        CardResult<Done> admitted = by == Identification.PIN ? byPin(card, pin) : card.admit(centre);
        return signing(admitted.then(done -> signed(card, message)));
    }

    @Override
    public synchronized Signing signWithPhone(Octets message, TokenKind kind, Optional<Pin> pin) {
        Signing result = signing(MyNumberCard.open(phones).then(phone -> {
            try (phone) {
                return phone.token() == kind
                        ? whole(phone, message, pin)
                        : CardResult.failed(CardTrouble.NOT_MY_NUMBER_CARD);
            }
        }));
        return result instanceof Signing.Failed ? new Signing.Failed(FaultCode.PHONE) : result;
    }

    private static CardResult<Signing.Signed> whole(MyNumberCard phone, Octets message, Optional<Pin> pin) {
        CardResult<Done> admitted = phone.token() == TokenKind.ANDROID ? verify(phone, pin) : CardResult.got(Done.DONE);
        return admitted.then(done -> signed(phone, message))
                .then(signed -> phone.finish().map(done -> signed));
    }

    /* Signing once more for enrolment needs no PIN again: a card that lies still remembers it. */
    private static CardResult<Done> byPin(MyNumberCard card, Optional<Pin> pin) {
        return pin.isPresent() ? verify(card, pin) : CardResult.got(Done.DONE);
    }

    private static CardResult<Done> verify(MyNumberCard card, Optional<Pin> pin) {
        return pin.flatMap(DriverDevice::secret)
                .map(card::verify)
                .orElseGet(() -> CardResult.failed(CardTrouble.NOT_A_PIN));
    }

    private static Optional<Secret> secret(Pin pin) {
        byte[] digits = pin.bytes();
        char[] typed = new char[digits.length];
        for (int i = 0; i < digits.length; i++) {
            typed[i] = (char) digits[i];
            digits[i] = 0;
        }
        return Secret.typed(typed);
    }

    private static CardResult<Signing.Signed> signed(MyNumberCard card, Octets message) {
        return card.certificate()
                .then(certificate -> card.sign(message).map(signature -> new Signing.Signed(certificate, signature)));
    }

    private static Signing signing(CardResult<Signing.Signed> result) {
        return switch (result) {
            case CardResult.Got<Signing.Signed>(var signed) -> signed;
            case CardResult.Wrong<Signing.Signed>(var left) -> new Signing.Wrong(left.orElse(0));
            case CardResult.Locked<Signing.Signed> locked -> new Signing.Blocked();
            case CardResult.Failed<Signing.Signed> failed -> new Signing.Failed(code(result));
        };
    }

    private static FaultCode code(CardResult<?> result) {
        return result instanceof CardResult.Failed<?>(var trouble, var word) ? code(trouble) : FaultCode.NOT_RECOGNISED;
    }

    private static FaultCode code(CardTrouble trouble) {
        return switch (trouble) {
            case NO_SERVICE, NO_READER -> FaultCode.READER_LOST;
            case NOT_MY_NUMBER_CARD, SEVERAL_CARDS -> FaultCode.OTHER_CARD;
            case NO_CERTIFICATE -> FaultCode.CERTIFICATE_ENDED;
            case NO_PORTRAIT -> FaultCode.NO_PORTRAIT;
            case CENTRE_SILENT -> FaultCode.NETWORK;
            case CENTRE_REFUSED, NOT_IDENTIFIED -> FaultCode.CERTIFICATE;
            case NO_CARD, PULLED, NO_RESPONSE, DAMAGED, CARD_FAULT, REFUSED, NOT_A_PIN -> FaultCode.NOT_RECOGNISED;
        };
    }
}
