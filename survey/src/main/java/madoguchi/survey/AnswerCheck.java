package madoguchi.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Text;
import madoguchi.core.Typed;

/** 回答の点検 – what an answer may be, the same for the web, files and paper. */
final class AnswerCheck {

    private static final int MOST = 99_999;

    private AnswerCheck() {}

    /** What is wrong with these ticked boxes; nothing when they are sound. */
    static List<Text> of(Question question, Set<String> codes) {
        List<Text> faults = new ArrayList<>();
        if (!codes.stream().allMatch(code -> question.option(code).isPresent())) {
            faults.add(new Text("この設問にない選択肢です。", "This question has no such option."));
        }
        if (question.kind() == QuestionKind.SINGLE && codes.size() > 1) {
            faults.add(new Text("1つだけ選んでください。", "Choose one only."));
        }
        Optional<Option> alone = question.options().stream()
                .filter(option -> option.alone() && codes.contains(option.code()))
                .findFirst();
        if (alone.isPresent() && codes.size() > 1) {
            faults.add(new Text(
                    "「" + alone.get().label().ja() + "」とほかの選択肢は一緒に選べません。どちらかを外してください。",
                    "\"" + alone.get().label().en() + "\" excludes the others. Take one away."));
        }
        return faults;
    }

    /** A typed number from 0 to 99,999, in full or half width; empty when it is none. */
    static Optional<Integer> number(String typed) {
        String digits = Typed.key(typed);
        return !digits.isEmpty() && digits.length() <= 5 && Typed.isDigits(digits)
                ? Optional.of(Integer.valueOf(digits)).filter(number -> number <= MOST)
                : Optional.empty();
    }
}
