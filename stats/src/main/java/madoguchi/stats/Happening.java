package madoguchi.stats;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.InquiryKind;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Shown;

/** 出来事 – one thing that happened at a reception, as far as statistics look at it; says nothing about the person. */
public sealed interface Happening {

    /** When it was written down. */
    Instant at();

    /** 結果の種類. */
    enum Result {
        /** 有効. */
        ACTIVE,
        /** 無効. */
        INACTIVE,
        /** 該当なし. */
        NOT_FOUND,
        /** 複数該当. */
        AMBIGUOUS,
        /** 回答なし – nobody answered. */
        NOBODY
    }

    /**
     * 回答.
     *
     * @param kind by card or by number
     * @param byItself asked again by the desk itself: nobody stood at the counter for it
     * @param result what came
     * @param code the reader's or peer's code
     * @param circles a ● in name or address
     * @param differs in what it differs from the answer before: {@link Difficulty#NAME_OR_ADDRESS}, {@link Difficulty#SHARE}
     */
    record Answered(
            Instant at,
            InquiryKind kind,
            boolean byItself,
            Result result,
            Optional<String> code,
            boolean circles,
            Set<Difficulty> differs)
            implements Happening {
        /** Copies the set. */
        public Answered {
            differs = Set.copyOf(differs);
        }
    }

    /** 提示. */
    record Showed(Instant at, Shown shown) implements Happening {}

    /** 確認. */
    record Saw(Instant at, EvidenceKind evidence) implements Happening {}

    /** ほかの扱い – word of the table {@code leaving}. */
    record Decided(Instant at, String reason) implements Happening {}
}
