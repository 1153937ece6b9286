package madoguchi.desk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import madoguchi.policy.Spoken;

/**
 * 患者さんに見せる画面 – words for the patient alone: nothing of the reception but an opaque id to go back to.
 *
 * @param visit the reception
 * @param words what to tell
 * @param rule the rule they stand in; absent for general words
 * @param speech in which language
 * @param today 発行日
 */
public record PatientView(String visit, Spoken words, Optional<String> rule, Speech speech, LocalDate today) {

    private static final Spoken PLEASE_WAIT =
            new Spoken("確認しています。少しお待ちください。", "いま 調べています。少し 待ってください。", "We are checking. Please wait a moment.");

    /** 話し方 – the language turned to the patient. */
    public enum Speech {
        /** 日本語. */
        JA("ja", "ja", "日本語"),
        /** やさしい日本語. */
        EASY("easy", "ja", "やさしい日本語"),
        /** English. */
        EN("en", "en", "English");

        private final String word;
        private final String tag;
        private final String label;

        Speech(String word, String tag, String label) {
            this.word = word;
            this.tag = tag;
            this.label = label;
        }

        /** The word in addresses. */
        public String word() {
            return word;
        }

        /** The HTML language tag. */
        public String tag() {
            return tag;
        }

        /** Its name in itself. */
        public String label() {
            return label;
        }

        /** What is said in it. */
        public String of(Spoken words) {
            return switch (this) {
                case JA -> words.ja();
                case EASY -> words.easy();
                case EN -> words.en();
            };
        }

        static Speech read(String word) {
            return Arrays.stream(values())
                    .filter(speech -> speech.word.equals(word))
                    .findFirst()
                    .orElse(JA);
        }
    }

    static PatientView of(Visit visit, Step step, Speech speech, LocalDate today) {
        return new PatientView(
                visit.id(),
                step.patient().orElse(PLEASE_WAIT),
                step.patient().flatMap(words -> step.why()).map(Why::rule),
                speech,
                today);
    }
}
