package madoguchi.survey;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 調査票 – the questions of a round, in a version. A changed question is a new version; answers are always read by the version they were given to.
 *
 * @param version 1 or more
 * @param title what the survey is called
 * @param intro what stands above the questions
 * @param questions in order; ids are unique
 */
public record Questionnaire(int version, Text title, Text intro, List<Question> questions) {

    /** Copies the list. */
    public Questionnaire {
        questions = List.copyOf(questions);
    }

    /** 設問 – the one of that id, if there is one. */
    public Optional<Question> question(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    /** 第7版 – the questions of the seventh round (seed 003), which come with this release. Throws {@link IllegalStateException} with all faults when the release itself is broken. */
    public static Questionnaire bundled() {
        return QuestionnaireFile.bundled();
    }
}
