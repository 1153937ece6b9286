package madoguchi.survey;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;

/** 調査票の登録 – every version there is: the bundled one and those that were registered. A registered version never changes. */
final class Questionnaires {

    private final SurveyStore store;
    private final Clock clock;

    Questionnaires(SurveyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Every version, the bundled one first of all. */
    NavigableMap<Integer, Questionnaire> all() {
        NavigableMap<Integer, Questionnaire> all = new TreeMap<>();
        Questionnaire bundled = Questionnaire.bundled();
        all.put(bundled.version(), bundled);
        for (String content : store.questionnaires()) {
            if (QuestionnaireFile.read(content) instanceof Parsed.Value<Questionnaire>(var value)) {
                all.put(value.version(), value);
            }
        }
        return all;
    }

    private Questionnaire version(int version) {
        return Optional.ofNullable(all().get(version))
                .orElseThrow(() -> new IllegalStateException("a round without its questionnaire"));
    }

    /** The one of a round. */
    Questionnaire of(Round round) {
        return version(round.version());
    }

    /** Takes a questionnaire; a version is taken once. */
    Parsed<Questionnaire> add(String yaml, String by) {
        Parsed<Questionnaire> read = QuestionnaireFile.read(yaml);
        if (!(read instanceof Parsed.Value<Questionnaire>(var questionnaire))) {
            return read;
        }
        List<Problem> problems = new ArrayList<>(FormLayout.of(questionnaire).problems());
        if (all().containsKey(questionnaire.version())) {
            problems.add(Problem.at(
                    "version",
                    "この版はもうあります。直したものは新しい版の番号で登録してください。",
                    "This version exists. Register a changed one under a new number."));
        }
        if (problems.isEmpty()) {
            store.addQuestionnaire(questionnaire.version(), clock.instant(), by, yaml);
            return read;
        }
        return new Parsed.Faults<>(problems);
    }
}
