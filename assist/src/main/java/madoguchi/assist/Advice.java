package madoguchi.assist;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Text;

/**
 * 案内の答え – what the assistant says to one question.
 *
 * @param day the day whose rules count
 * @param found whether it is an answer; otherwise what follows is only the nearest
 * @param codes the codes named in the question, each explained or said to be unknown
 * @param answers best first
 * @param contact whom to call
 * @param print the print to take along: a kind of leaflet
 */
public record Advice(
        LocalDate day,
        boolean found,
        List<CodeAdvice> codes,
        List<Answer> answers,
        Optional<Contact> contact,
        Optional<String> print) {

    /** Copies the lists. */
    public Advice {
        codes = List.copyOf(codes);
        answers = List.copyOf(answers);
    }

    /**
     * 答え – one entry, as it stands on the day.
     *
     * @param entry what was found
     * @param standing whether it holds on the day
     * @param days the days on which it holds, in words; empty where it is not bound to days
     * @param rules for a term or a published question: the rules in force that it leads to
     */
    public record Answer(Entry entry, Standing standing, Text days, List<Entry> rules) {
        /** Copies the list. */
        public Answer {
            rules = List.copyOf(rules);
        }
    }

    /** その日に効くか. */
    public enum Standing {
        /** 適用中. */
        IN_FORCE("●", "ok", new Text("適用中", "in force")),
        /** 終わった規則. */
        PAST("✕", "none", new Text("終わりました", "ended")),
        /** これからの規則. */
        FUTURE("○", "ask", new Text("これから", "not yet in force"));

        private final String mark;
        private final String css;
        private final Text label;

        Standing(String mark, String css, Text label) {
            this.mark = mark;
            this.css = css;
            this.label = label;
        }

        /** Its shape. */
        public String mark() {
            return mark;
        }

        /** Its style class. */
        public String css() {
            return css;
        }

        /** In words. */
        public Text label() {
            return label;
        }
    }

    /**
     * エラーコードの答え.
     *
     * @param code as asked
     * @param meaning its meaning and source; absent where none is known officially
     * @param remedy the row that says what to do now
     * @param makers the makers with check sheets of their own: what a code means on their readers in particular is not published
     */
    public record CodeAdvice(String code, Optional<Entry> meaning, Optional<Entry> remedy, List<Text> makers) {
        /** Copies the list. */
        public CodeAdvice {
            makers = List.copyOf(makers);
        }
    }

    /** 次にすること – the sentence to act on: of the code's remedy, else of the first rule that holds. */
    public Optional<Entry> next() {
        return next(codes, answers);
    }

    static Optional<Entry> next(List<CodeAdvice> codes, List<Answer> answers) {
        return codes.stream()
                .flatMap(code -> code.remedy().stream())
                .findFirst()
                .or(() -> answers.stream()
                        .filter(answer -> answer.standing() == Standing.IN_FORCE)
                        .flatMap(answer -> answer.entry().sort() == Entry.Sort.RULE
                                ? Stream.of(answer.entry())
                                : answer.rules().stream())
                        .findFirst());
    }
}
