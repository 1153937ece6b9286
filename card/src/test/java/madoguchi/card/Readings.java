package madoguchi.card;

import java.util.List;
import java.util.function.Function;
import madoguchi.core.Octets;

/** 読み取り一式 – the whole readings a facility's reader does, each as one chain of steps that ends in the signature. */
final class Readings {

    /** A reading and the profile of a card it fits. */
    record Reading(String name, String profile, Function<MyNumberCard, CardResult<Octets>> steps) {}

    private Readings() {}

    static List<Reading> all() {
        return List.of(
                new Reading("plastic by PIN", "plastic", Readings::byPin),
                new Reading("plastic by face", "plastic", Readings::byFace),
                new Reading("plastic by staff", "plastic", Readings::byStaff),
                new Reading("face-only by face", "face-only", Readings::byFace),
                new Reading("Android by PIN", "android", Readings::byPhonePin),
                new Reading("iPhone by biometrics", "iphone", Readings::byBiometrics),
                new Reading("next by PIN", "next", Readings::byPin),
                new Reading("next by face", "next", Readings::byFace),
                new Reading(
                        "attributes by PIN",
                        "plastic",
                        card -> card.attributesByPin(Cards.pin(Cards.PIN)).map(read -> Cards.NONCE)));
    }

    static CardResult<Octets> byPin(MyNumberCard card) {
        return card.faceOnly()
                .then(faceOnly -> card.certificate())
                .then(certificate -> card.verify(Cards.pin(Cards.PIN)))
                .then(done -> card.sign(Cards.NONCE));
    }

    static CardResult<Octets> byFace(MyNumberCard card) {
        return card.faceOnly()
                .then(faceOnly -> card.portrait(Cards.faceNumber()))
                .then(portrait -> byStaff(card));
    }

    static CardResult<Octets> byStaff(MyNumberCard card) {
        return card.admit(Cards.centre()).then(done -> card.certificate()).then(certificate -> card.sign(Cards.NONCE));
    }

    static CardResult<Octets> byPhonePin(MyNumberCard card) {
        return card.verify(Cards.pin(Cards.PIN))
                .then(done -> card.certificate())
                .then(certificate -> card.sign(Cards.NONCE));
    }

    static CardResult<Octets> byBiometrics(MyNumberCard card) {
        return card.certificate()
                .then(certificate -> card.sign(Cards.NONCE))
                .then(signature -> card.finish().map(done -> signature));
    }

    /** Opens the card, does the reading, closes it. */
    static CardResult<Octets> read(Reading reading, CardTransport transport) {
        return MyNumberCard.open(transport).then(card -> {
            try (card) {
                return reading.steps().apply(card);
            }
        });
    }

    /** A fresh card for the reading; an iPhone whose holder has confirmed. */
    static VirtualCard cardFor(Reading reading) {
        VirtualCard card = Cards.card(reading.profile());
        card.confirmBiometrics();
        return card;
    }
}
