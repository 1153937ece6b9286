package madoguchi.survey;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Text;

/**
 * 設問 – one question.
 *
 * @param id its name in files and logs: {@code q1} …
 * @param kind how it is answered
 * @param text what is asked
 * @param note how answers are read, shown in reports
 * @param options the boxes, in order; empty unless kind is single or multiple
 * @param lines how many lines an open answer gets on paper
 * @param after who is asked; everybody when empty
 */
public record Question(
        String id,
        QuestionKind kind,
        Text text,
        Optional<Text> note,
        List<Option> options,
        int lines,
        Optional<After> after) {

    /**
     * 前問の回答 – asks only those who ticked one of these options of an earlier question.
     *
     * @param question its id
     * @param options codes
     */
    public record After(String question, Set<String> options) {

        /** Copies the set. */
        public After {
            options = Set.copyOf(options);
        }
    }

    /** Copies the list. */
    public Question {
        options = List.copyOf(options);
    }

    /** 問番号 – {@code 問１} as 「問1」, from the id. */
    public String number() {
        return id.substring(1);
    }

    /** 選択肢 – the one of that code, if there is one. */
    public Optional<Option> option(String code) {
        return options.stream().filter(option -> option.code().equals(code)).findFirst();
    }

    /** 選択肢があるか. */
    public boolean hasBoxes() {
        return kind == QuestionKind.SINGLE || kind == QuestionKind.MULTIPLE;
    }
}
