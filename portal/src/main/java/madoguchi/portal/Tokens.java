package madoguchi.portal;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Octets;
import madoguchi.core.TokenKind;

/** 模擬のカードとスマートフォン – SIMULATION: where a tester's browser finds the card that a real one would be held against. The hub verifies what it signs as it verifies any card. */
public interface Tokens {

    /** 人. */
    record Person(String key, String name) {}

    /** Whose cards there are. */
    List<Person> people();

    /**
     * 署名.
     *
     * @param person a key of {@link #people}
     * @param pin as typed; not needed by an iPhone, whose holder is taken to have shown face or finger
     */
    Signing sign(String person, TokenKind kind, String pin, Octets nonce);

    /** 署名の結果. */
    sealed interface Signing {

        /** 署名した. */
        record Signed(Octets certificate, Octets signature) implements Signing {}

        /** 暗証番号違い, with the tries that are left where the card tells. */
        record WrongPin(Optional<Integer> left) implements Signing {}

        /** ロック – no try is left. */
        record Locked() implements Signing {}

        /** 使えない – no such person, no digits, or a card that does not answer. */
        record Failed() implements Signing {}
    }
}
