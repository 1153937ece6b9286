package madoguchi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Answer;
import madoguchi.core.InquiryKind;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Shown;

/**
 * 受付の経過 – what happened at one reception and when, without the person: for statistics.
 *
 * @param visit the reception; opaque
 * @param receivedAt when it began
 * @param facts in the order in which they were written down; a step that was taken back is not among them
 */
public record VisitTrace(String visit, Instant receivedAt, List<Fact> facts) {

    /** 出来事. */
    public sealed interface Fact {
        /** When it was written down. */
        Instant at();
    }

    /** 違う項目 – in what an active answer differs from the one before about the same person. */
    public enum Item {
        /** 氏名・住所. */
        NAME_OR_ADDRESS,
        /** 負担割合. */
        SHARE
    }

    /**
     * 回答 – an answer came, or none.
     *
     * @param kind by card or by number
     * @param byItself the desk asked again by itself
     * @param outcome simple name of the {@link Answer}, such as {@code Inactive}
     * @param cause why nobody answered; absent where somebody did
     * @param code the reader's or peer's own code, where one came
     * @param circles the name or the address holds a ●
     * @param differs against the answer before about the same person, within the days that were read
     */
    public record Answered(
            Instant at,
            InquiryKind kind,
            boolean byItself,
            String outcome,
            Optional<Answer.Cause> cause,
            Optional<String> code,
            boolean circles,
            Set<Item> differs)
            implements Fact {
        /** Copies the set. */
        public Answered {
            differs = Set.copyOf(differs);
        }
    }

    /** 提示 – what lay on the counter. */
    public record Showed(Instant at, Shown shown) implements Fact {}

    /** 確認 – what a clerk saw. */
    public record Saw(Instant at, EvidenceKind evidence) implements Fact {}

    /** ほかの扱い – the word of the reason in the table {@code leaving}. */
    public record Decided(Instant at, String reason) implements Fact {}

    /** Copies the list. */
    public VisitTrace {
        facts = List.copyOf(facts);
    }
}
