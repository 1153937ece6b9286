package madoguchi.claims;

import java.time.LocalDate;
import java.util.List;
import madoguchi.core.Answer;

/**
 * 受診日の回答 – what peers said about one visit day; the later answer counts where two speak of the same coverage.
 *
 * @param day the visit day
 * @param answers of peers only, older first; empty where nobody answered
 */
record DayAnswer(LocalDate day, List<Answer> answers) {

    DayAnswer {
        answers = answers.stream().filter(Answer::isFromPeer).toList();
    }

    boolean isSilent() {
        return answers.isEmpty();
    }

    boolean isAmbiguous() {
        return answers.stream().anyMatch(Answer.Ambiguous.class::isInstance);
    }
}
