package madoguchi.hub;

import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Text;

/** 結果 – the outcome of an inquiry without anything about the person, as the log and a proof of check name it. */
public enum Outcome {
    /** 有効. */
    ACTIVE(1, "Active", "有効", "active"),
    /** 有効（未登録）. */
    ACTIVE_UNREGISTERED(2, "ActiveUnregistered", "有効（医療券 未登録）", "active, ticket not registered"),
    /** 無効. */
    INACTIVE(3, "Inactive", "無効", "inactive"),
    /** 無効（新しい資格あり）. */
    INACTIVE_NEW_EXISTS(4, "InactiveNewExists", "無効（新しい資格あり）", "inactive, a newer coverage exists"),
    /** 該当資格なし. */
    NOT_FOUND(5, "NotFound", "該当資格なし", "no such coverage"),
    /** 複数該当. */
    AMBIGUOUS(6, "Ambiguous", "複数該当", "several persons fit"),
    /** 利用登録なし – told to the facility as 該当資格なし with a message: the eligibility interface has no outcome of its own. */
    NOT_ENROLLED(7, "NotEnrolled", "利用登録なし", "card not enrolled");

    private final int code;
    private final String logged;
    private final Text label;

    Outcome(int code, String logged, String ja, String en) {
        this.code = code;
        this.logged = logged;
        this.label = new Text(ja, en);
    }

    /** The number in a proof of check, 1 to 7. */
    int code() {
        return code;
    }

    /** The name in the log. */
    String logged() {
        return logged;
    }

    /** What it is called. */
    public Text label() {
        return label;
    }

    /** The outcome of an answer the hub gives; {@link IllegalArgumentException} for those that are no answer: they are never logged. */
    static Outcome of(Answer answer) {
        return switch (answer) {
            case Answer.Active a -> ACTIVE;
            case Answer.ActiveUnregistered a -> ACTIVE_UNREGISTERED;
            case Answer.Inactive a -> INACTIVE;
            case Answer.InactiveNewExists a -> INACTIVE_NEW_EXISTS;
            case Answer.NotFound a -> NOT_FOUND;
            case Answer.Ambiguous a -> AMBIGUOUS;
            case Answer.Unreachable a -> throw new IllegalArgumentException("no answer");
            case Answer.NotAsked a -> throw new IllegalArgumentException("no answer");
        };
    }

    static Optional<Outcome> coded(int code) {
        return Optional.of(code)
                .filter(number -> number >= 1 && number <= values().length)
                .map(number -> values()[number - 1]);
    }

    /** The outcome of that name; empty for a name that no hub wrote. */
    static Optional<Outcome> logged(String name) {
        for (Outcome outcome : values()) {
            if (outcome.logged.equals(name)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
