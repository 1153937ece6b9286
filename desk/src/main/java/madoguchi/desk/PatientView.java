package madoguchi.desk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import madoguchi.policy.Spoken;

/**
 * 患者さんに見せる画面 – words for the patient alone: nothing of the reception but an opaque id to go back to.
 *
 * @param visit the reception
 * @param words what to tell
 * @param asks what they can show, each; empty where the words say it all
 * @param rule the rule they stand in; absent for general words
 * @param speech in which language
 * @param today 発行日
 */
public record PatientView(
        String visit, Spoken words, List<Spoken> asks, Optional<String> rule, Speech speech, LocalDate today) {

    /** Copies the list. */
    public PatientView {
        asks = List.copyOf(asks);
    }

    /** One of two wordings, in the language turned to the patient. */
    public String say(String ja, String en) {
        return speech == Speech.EN ? en : ja;
    }

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

    /* Of a single thing the sentence has spoken already. */
    private static List<Spoken> asks(Step step) {
        List<Spoken> asks = step.buttons().stream()
                .filter(Button::isAskedFor)
                .flatMap(button -> button.patient().stream())
                .toList();
        return asks.size() < 2 ? List.of() : asks;
    }

    static PatientView of(Visit visit, Step step, Speech speech, LocalDate today) {
        return new PatientView(
                visit.id(),
                step.patient().orElse(PLEASE_WAIT),
                asks(step),
                step.patient().flatMap(words -> step.why()).map(Why::rule),
                speech,
                today);
    }
}
