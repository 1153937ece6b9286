package madoguchi.town;

import madoguchi.core.Answer;

/** 資格有効性 – the bare kind of an {@link Answer}, for what a story expects (OQSCD006, {@code oqs-interface.md} §4). */
public enum Outcome {
    /** 有効. */
    ACTIVE,
    /** 有効（未登録）. */
    ACTIVE_UNREGISTERED,
    /** 無効. */
    INACTIVE,
    /** 無効（新しい資格あり）. */
    INACTIVE_NEW_EXISTS,
    /** 該当資格なし. */
    NOT_FOUND,
    /** 複数該当. */
    AMBIGUOUS,
    /** 回答なし・未照会: no peer answered, so nothing is said about the person. */
    NO_ANSWER;

    /** The kind of an answer. */
    public static Outcome of(Answer answer) {
        return switch (answer) {
            case Answer.Active a -> ACTIVE;
            case Answer.ActiveUnregistered a -> ACTIVE_UNREGISTERED;
            case Answer.Inactive a -> INACTIVE;
            case Answer.InactiveNewExists a -> INACTIVE_NEW_EXISTS;
            case Answer.NotFound a -> NOT_FOUND;
            case Answer.Ambiguous a -> AMBIGUOUS;
            case Answer.Unreachable a -> NO_ANSWER;
            case Answer.NotAsked a -> NO_ANSWER;
        };
    }
}
