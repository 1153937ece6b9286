package madoguchi.card;

import java.util.Optional;
import java.util.function.Function;

/**
 * カード操作の結果 – what became of one step with a card. Every answer a card can give, and none at all, ends in one of these four; nothing is thrown.
 *
 * @param <T> what was asked for
 */
public sealed interface CardResult<T> {

    /** It was done. */
    record Got<T>(T value) implements CardResult<T> {}

    /**
     * 照合不一致 – the PIN or 照合番号B was wrong.
     *
     * @param left 残り回数; absent where the card does not count
     */
    record Wrong<T>(Optional<Integer> left) implements CardResult<T> {}

    /**
     * 閉塞 – the PIN or 照合番号B is locked. The certificate, the face and the staff's visual confirmation are not.
     *
     * @param justNow whether this very try locked it
     */
    record Locked<T>(boolean justNow) implements CardResult<T> {}

    /**
     * Something else.
     *
     * @param word the card's own word, for the engineer; absent where the card said nothing
     */
    record Failed<T>(CardTrouble trouble, Optional<StatusWord> word) implements CardResult<T> {}

    /** It was done. */
    static <T> CardResult<T> got(T value) {
        return new Got<>(value);
    }

    /** It was not, and no word of the card says why. */
    static <T> CardResult<T> failed(CardTrouble trouble) {
        return new Failed<>(trouble, Optional.empty());
    }

    /** Applies {@code change} to what was got. */
    default <R> CardResult<R> map(Function<? super T, ? extends R> change) {
        return then(value -> new Got<>(change.apply(value)));
    }

    /** Takes the next step with what was got; anything else stays as it is. */
    default <R> CardResult<R> then(Function<? super T, CardResult<R>> next) {
        return switch (this) {
            case Got<T>(var value) -> next.apply(value);
            case Wrong<T>(var left) -> new Wrong<>(left);
            case Locked<T>(var justNow) -> new Locked<>(justNow);
            case Failed<T>(var trouble, var word) -> new Failed<>(trouble, word);
        };
    }

    /** What was got; empty for anything else. */
    default Optional<T> toOptional() {
        return this instanceof Got<T>(var value) ? Optional.of(value) : Optional.empty();
    }
}
