package madoguchi.policy;

import java.util.List;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.Text;

/** 照会の結果 – the kind of {@link Answer}, without what it carries. */
public enum Outcome implements Listed {
    /** 有効. */
    ACTIVE("有効", "active"),
    /** 有効（特別療養費） – eligible, but the insurer pays afterwards (資格区分 05). */
    ACTIVE_SPECIAL_EXPENSES("有効（特別療養費）", "active, special medical expenses"),
    /** 有効（未登録）. */
    ACTIVE_UNREGISTERED("有効（未登録）", "active, no ticket registered"),
    /** 無効. */
    INACTIVE("無効", "inactive"),
    /** 無効（新しい資格あり）. */
    INACTIVE_NEW_EXISTS("無効（新しい資格あり）", "inactive, a newer coverage exists"),
    /** 該当資格なし. */
    NOT_FOUND("該当資格なし", "not found"),
    /** 複数該当. */
    AMBIGUOUS("複数該当", "more than one person fits"),
    /** 回答なし – nothing is known about the person. */
    UNREACHABLE("回答なし（障害など）", "no answer (trouble)"),
    /** 未照会. */
    NOT_ASKED("未照会", "not asked yet");

    private final Text label;

    Outcome(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }

    /** The kind of the answer. */
    public static Outcome of(Answer answer) {
        return switch (answer) {
            case Answer.Active(var coverages) -> active(coverages);
            case Answer.ActiveUnregistered a -> ACTIVE_UNREGISTERED;
            case Answer.Inactive a -> INACTIVE;
            case Answer.InactiveNewExists a -> INACTIVE_NEW_EXISTS;
            case Answer.NotFound a -> NOT_FOUND;
            case Answer.Ambiguous a -> AMBIGUOUS;
            case Answer.Unreachable a -> UNREACHABLE;
            case Answer.NotAsked a -> NOT_ASKED;
        };
    }

    /** 今の資格 – whether such an answer itself tells the coverage in force. */
    public boolean tellsCoverage() {
        return switch (this) {
            case ACTIVE, ACTIVE_SPECIAL_EXPENSES, ACTIVE_UNREGISTERED -> true;
            case INACTIVE, INACTIVE_NEW_EXISTS, NOT_FOUND, AMBIGUOUS, UNREACHABLE, NOT_ASKED -> false;
        };
    }

    private static Outcome active(List<Coverage> coverages) {
        for (Coverage coverage : coverages) {
            if (coverage.kind() == CoverageClass.SPECIAL_MEDICAL_EXPENSES) {
                return ACTIVE_SPECIAL_EXPENSES;
            }
        }
        return ACTIVE;
    }
}
