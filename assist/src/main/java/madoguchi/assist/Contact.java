package madoguchi.assist;

import java.util.Optional;
import madoguchi.core.Text;

/**
 * 問い合わせ先 – whom to call, and whether they answer now.
 *
 * @param matter what for
 * @param number as it is dialled; absent where none is stated
 * @param says the sentence of the rules about today's hours
 * @param standing whether they answer now
 * @param source where hours and number stand
 * @param ruleId the row
 */
public record Contact(Text matter, Optional<String> number, Text says, Standing standing, Text source, String ruleId) {

    /** いま受け付けているか. */
    public enum Standing {
        /** 受付中. */
        OPEN("●", new Text("いま受付中", "open now")),
        /** 時間外. */
        CLOSED("✕", new Text("いまは時間外", "closed now")),
        /** 時間は分からない. */
        NOT_STATED("◐", new Text("受付時間は公表されていません", "hours are not stated"));

        private final String mark;
        private final Text label;

        Standing(String mark, Text label) {
            this.mark = mark;
            this.label = label;
        }

        /** Its shape, so that colour is never alone. */
        public String mark() {
            return mark;
        }

        /** In words. */
        public Text label() {
            return label;
        }
    }
}
