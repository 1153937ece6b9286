package madoguchi.hub;

import java.util.List;
import madoguchi.core.Problem;

/**
 * 記録の一覧 – the verifications on the screen and what they were narrowed by.
 *
 * @param typed what was typed
 * @param verifications the entries, the newest first
 */
public record LedgerView(Typed typed, List<LoggedVerification> verifications) {

    /**
     * 絞込みの入力.
     *
     * @param facility as typed
     * @param asked as typed
     * @param problems what was not understood
     */
    public record Typed(String facility, String asked, List<Problem> problems) {

        /** Copies the list. */
        public Typed {
            problems = List.copyOf(problems);
        }

        static Typed nothing() {
            return new Typed("", "", List.of());
        }
    }

    /** Copies the list. */
    public LedgerView {
        verifications = List.copyOf(verifications);
    }
}
