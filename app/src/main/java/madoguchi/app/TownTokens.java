package madoguchi.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import madoguchi.card.CardResult;
import madoguchi.card.CardTrouble;
import madoguchi.card.Done;
import madoguchi.card.MyNumberCard;
import madoguchi.card.Secret;
import madoguchi.card.VirtualCard;
import madoguchi.card.VirtualReader;
import madoguchi.core.Octets;
import madoguchi.core.TokenKind;
import madoguchi.portal.Tokens;
import madoguchi.town.Town;

/** 町の人のカードでのログイン – SIMULATION: a virtual card or phone of the town, held for one log-in against a reader of its own, driven by the real card driver. */
final class TownTokens implements Tokens {

    private final Town town;
    private final Supplier<TownCards> cards;

    TownTokens(Town town, Supplier<TownCards> cards) {
        this.town = town;
        this.cards = cards;
    }

    @Override
    public List<Person> people() {
        return town.people().stream()
                .map(person -> new Person(person.key(), person.chart().written()))
                .toList();
    }

    @Override
    public Signing sign(String person, TokenKind kind, String pin, Octets nonce) {
        if (town.people().stream().noneMatch(known -> known.key().equals(person))) {
            return new Signing.Failed();
        }
        VirtualCard card = cards.get().of(person, kind);
        VirtualReader reader = new VirtualReader();
        if (kind == TokenKind.IPHONE) {
            card.confirmBiometrics();
        }
        reader.insert(card);
        return signing(MyNumberCard.open(reader).then(opened -> {
            try (opened) {
                return admitted(opened, kind, pin).then(done -> signed(opened, nonce));
            }
        }));
    }

    private static CardResult<Done> admitted(MyNumberCard card, TokenKind kind, String pin) {
        return kind == TokenKind.IPHONE
                ? CardResult.got(Done.DONE)
                : Secret.typed(pin.toCharArray())
                        .map(card::verify)
                        .orElseGet(() -> CardResult.failed(CardTrouble.NOT_A_PIN));
    }

    private static CardResult<Signing> signed(MyNumberCard card, Octets nonce) {
        return card.certificate()
                .then(certificate ->
                        card.sign(nonce).<Signing>map(signature -> new Signing.Signed(certificate, signature)))
                .then(signed -> card.finish().map(done -> signed));
    }

    private static Signing signing(CardResult<Signing> result) {
        return switch (result) {
            case CardResult.Got<Signing>(var signed) -> signed;
            case CardResult.Wrong<Signing>(Optional<Integer> left) -> new Signing.WrongPin(left);
            case CardResult.Locked<Signing> locked -> new Signing.Locked();
            case CardResult.Failed<Signing> failed -> new Signing.Failed();
        };
    }
}
