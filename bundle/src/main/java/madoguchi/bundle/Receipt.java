package madoguchi.bundle;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.policy.RuleBook;

/** 受領 – what became of a bundle: fit for use as a whole, or refused as a whole. */
public sealed interface Receipt {

    /**
     * 使える.
     *
     * @param bundle the bundle
     * @param book its rules, proven
     */
    record Good(RuleBundle bundle, RuleBook book) implements Receipt {}

    /**
     * 使わない.
     *
     * @param why the reason
     * @param head what the bundle says about itself; absent where its signature was not found good
     * @param problems everything found, with places; may be empty where the reason says all
     */
    record Refused(Refusal why, Optional<Head> head, List<Problem> problems) implements Receipt {

        /** Copies the list. */
        public Refused {
            problems = List.copyOf(problems);
        }

        static Refused because(Refusal why) {
            return new Refused(why, Optional.empty(), List.of());
        }
    }

    /** 結果の文 – one sentence. */
    default Text sentence() {
        return switch (this) {
            case Good(var bundle, var book) ->
                new Text(
                        "第 " + bundle.head().serial() + " 号の規則を受け取りました。",
                        "Rules no. " + bundle.head().serial() + " were taken.");
            case Refused refused -> refused.why().sentence();
        };
    }
}
