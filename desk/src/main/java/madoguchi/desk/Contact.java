package madoguchi.desk;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 患者への連絡 – that the patient was asked afterwards (R-UNK-05), and what came of it.
 *
 * @param on the day of it
 * @param outcome what came of it
 * @param again when to ask again; absent when no day was settled
 * @param operator who asked
 */
public record Contact(LocalDate on, Outcome outcome, Optional<LocalDate> again, String operator) {

    /** 連絡の結果. */
    public enum Outcome {
        /** The patient told the number: it is asked about next. */
        ANSWERED("番号を教えてもらった", "told the number"),
        /** Nobody answered. */
        NO_ANSWER("つながらなかった", "no answer"),
        /** The patient brings card or certificate. */
        WILL_BRING("後日持ってきてもらう", "will bring it");

        private final Text label;

        Outcome(String ja, String en) {
            this.label = new Text(ja, en);
        }

        /** Its name on the screen. */
        public Text label() {
            return label;
        }
    }
}
