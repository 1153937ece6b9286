package madoguchi.leaflet;

import madoguchi.core.Text;
import madoguchi.policy.Spoken;

/**
 * 文言 – one sentence in the three voices of a print.
 *
 * @param ja Japanese
 * @param easy やさしい日本語
 * @param en English
 */
public record Words(String ja, String easy, String en) {

    /** A sentence that has no plain form of its own: staff read it. */
    public static Words of(Text text) {
        return new Words(text.ja(), text.ja(), text.en());
    }

    /** What a rule says to the patient. */
    public static Words of(Spoken spoken) {
        return new Words(spoken.ja(), spoken.easy(), spoken.en());
    }

    /** A sentence for staff, in two languages. */
    public static Words staff(String ja, String en) {
        return new Words(ja, ja, en);
    }

    /** The sentence in one voice. */
    public String in(Voice voice) {
        return switch (voice) {
            case JA -> ja;
            case EASY -> easy;
            case EN -> en;
        };
    }
}
