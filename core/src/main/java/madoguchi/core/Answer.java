package madoguchi.core;

import java.util.List;
import java.util.Optional;

/**
 * 回答 – what came of an inquiry: the six outcomes of 資格有効性 (OQSCD006), and two that are no answer at all.
 *
 * <p>"No answer" is never "not covered": {@link Unreachable} and {@link NotAsked} say nothing about the person.
 */
public sealed interface Answer {

    /**
     * 有効 – covered on the day.
     *
     * @param coverages at least one; two when 医療保険 and 医療扶助 come together
     */
    record Active(List<Coverage> coverages) implements Answer {
        /** Copies the list; refuses an empty one. */
        public Active {
            coverages = List.copyOf(coverages);
            if (coverages.isEmpty()) {
                throw new IllegalArgumentException("active without a coverage");
            }
        }
    }

    /** 有効（未登録） – eligible for 医療扶助, but no ticket for the asking facility is registered yet. */
    record ActiveUnregistered(Coverage coverage) implements Answer {}

    /** 無効 – known, but not covered on the day by this number. The coverage is the old one, where the peer lists it. */
    record Inactive(Optional<Coverage> former) implements Answer {}

    /** 無効（新しい資格あり） – not covered by this number, but a newer coverage exists (its number is not told). */
    record InactiveNewExists(Optional<Coverage> former) implements Answer {}

    /** 該当資格なし – no such coverage. Also the whole answer for a person whose data must stay hidden. */
    record NotFound() implements Answer {}

    /** 複数該当 – the number without 枝番 fits more than one person. */
    record Ambiguous() implements Answer {}

    /**
     * 回答なし – nobody answered, so nothing is known about the person.
     *
     * @param cause which hop failed
     * @param code the peer's own code, verbatim, where it gave one
     * @param detail what happened, for the person in front of the screen; no personal data
     */
    record Unreachable(Cause cause, Optional<String> code, Text detail) implements Answer {}

    /** 未照会 – nobody asked yet. */
    record NotAsked() implements Answer {}

    /** 回答が得られない原因. */
    enum Cause {
        /** 資格確認端末 – the terminal at the facility does not take or return files. */
        TERMINAL,
        /** 回線 – the connection to the hub is down. */
        NETWORK,
        /** 資格確認システム – the hub answers that it cannot serve. */
        HUB,
        /** 時間切れ – no answer in time. */
        TIMEOUT,
        /** 混雑 – the hub sheds load; ask again. */
        OVERLOAD,
        /** 要求エラー – the peer refused the request itself. */
        REFUSED,
        /** 読めない回答 – an answer came that cannot be understood; it is kept aside. */
        UNREADABLE
    }

    /** The coverages that came with the answer; empty where there are none. */
    default List<Coverage> coverages() {
        return switch (this) {
            case Active(var coverages) -> coverages;
            case ActiveUnregistered(var coverage) -> List.of(coverage);
            case Inactive(var former) -> former.stream().toList();
            case InactiveNewExists(var former) -> former.stream().toList();
            case NotFound(), Ambiguous(), NotAsked() -> List.of();
            case Unreachable(var cause, var code, var detail) -> List.of();
        };
    }

    /** Whether a peer really answered: then the outcome says something about the person. */
    default boolean isFromPeer() {
        return switch (this) {
            case Active a -> true;
            case ActiveUnregistered a -> true;
            case Inactive a -> true;
            case InactiveNewExists a -> true;
            case NotFound a -> true;
            case Ambiguous a -> true;
            case Unreachable a -> false;
            case NotAsked a -> false;
        };
    }
}
