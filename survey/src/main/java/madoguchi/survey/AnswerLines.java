package madoguchi.survey;

import java.time.Instant;
import java.util.List;
import madoguchi.core.Parsed;

/** 回答の行 – an answer as it is stored: a line of the answer file. */
final class AnswerLines {

    private AnswerLines() {}

    /** The name of an addressee in answer files: the running number with four digits. */
    static String respondent(int number) {
        return "%04d".formatted(number);
    }

    static String line(Questionnaire questionnaire, Instant at, String respondent, Answers answers) {
        return AnswerFile.line(questionnaire, new Response(0, at, respondent, Channel.WEB, answers));
    }

    /** Stored lines as responses; what was stored is sound. */
    static List<Response> read(Questionnaire questionnaire, String lines) {
        return switch (AnswerFile.read(questionnaire, AnswerFile.header(questionnaire) + lines)) {
            case Parsed.Value<List<Response>>(var value) -> value;
            case Parsed.Faults<List<Response>>(var faults) ->
                throw new IllegalStateException("a stored answer is broken: " + faults.size());
        };
    }
}
