package madoguchi.policy;

import java.util.List;
import madoguchi.core.Text;

/** 結論 – what the rules say about the insurance at this moment. The sentences for clerk and patient stand in the {@link Rule}. */
public sealed interface Verdict {

    /**
     * 受付できる – the patient pays their own share (3割等).
     *
     * @param means how eligibility was verified
     */
    record Accepted(Means means) implements Verdict {}

    /**
     * 確認が要る – not finished: the desk asks for one of these.
     *
     * @param kinds at least one, in the order in which to try them
     */
    record NeedsEvidence(List<EvidenceKind> kinds) implements Verdict {

        /** Copies the list; refuses an empty one. */
        public NeedsEvidence {
            kinds = List.copyOf(kinds);
            if (kinds.isEmpty()) {
                throw new IllegalArgumentException("needs evidence, but of no kind");
            }
        }
    }

    /** 10割負担 – the patient pays all, and gets the excess back once eligibility is confirmed. Never follows from an inquiry's answer alone. */
    record FullCharge() implements Verdict {}

    /**
     * 職員の判断 – the sources leave it to a person; the rule's sentence says what to consider.
     *
     * @param kinds what can still be asked for meanwhile, perhaps nothing
     */
    record AskStaff(List<EvidenceKind> kinds) implements Verdict {

        /** Copies the list. */
        public AskStaff {
            kinds = List.copyOf(kinds);
        }
    }

    /** The verdict of a row of the table {@code insurance}; refuses a row of another table. */
    static Verdict of(Then then) {
        return switch (then.verdict().word()) {
            case TableHead.ACCEPTED -> new Accepted(then.means().orElseThrow());
            case TableHead.NEEDS_EVIDENCE -> new NeedsEvidence(then.evidence());
            case "full-charge" -> new FullCharge();
            case TableHead.ASK_STAFF -> new AskStaff(then.evidence());
            default ->
                throw new IllegalArgumentException(
                        "not a verdict on the insurance: " + then.verdict().word());
        };
    }

    /** 確認資料 – the buttons that follow. */
    default List<EvidenceKind> evidence() {
        return switch (this) {
            case Accepted v -> List.of();
            case NeedsEvidence(var kinds) -> kinds;
            case FullCharge v -> List.of();
            case AskStaff(var kinds) -> kinds;
        };
    }

    /** 結論の名 – the verdict in a word, for lists and headings. */
    default Text label() {
        return switch (this) {
            case Accepted v -> new Text("受付できる", "accepted");
            case NeedsEvidence v -> new Text("確認が要る", "needs evidence");
            case FullCharge v -> new Text("10割負担", "full charge");
            case AskStaff v -> new Text("職員の判断", "ask staff");
        };
    }
}
