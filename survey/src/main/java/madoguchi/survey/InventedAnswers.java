package madoguchi.survey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/*
 * Each count of published-7.csv becomes so many ticked boxes, put on rows by a fixed shuffle, question by question; so the marginals are the published ones and every relation between questions is chance.
 * Where the source publishes too little the rest is ours: the last ten counts of full charges, and who told nothing to question 8. Question 1 cannot be met whole, because its published parts sum to
 * 1,047: the ages are kept and "no answer" is what remains, 19.
 */

/** 模擬の回答 – SIMULATION: 1,057 invented forms whose counts are those published for the seventh round. No such facility exists; relations between questions mean nothing. */
public final class InventedAnswers {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int VALID = 1045;
    private static final int RECEIVED = 1057;
    private static final List<Integer> UNPUBLISHED = List.of(4, 4, 5, 5, 6, 7, 8, 12, 15, 20);

    private final Random random = new Random(7);
    private final List<Map<String, Set<String>>> ticked = IntStream.range(0, VALID)
            .<Map<String, Set<String>>>mapToObj(_ -> new HashMap<>())
            .toList();
    private final Map<Integer, Integer> charges = new HashMap<>();
    private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();

    private InventedAnswers() {
        Resources.rows("published-7.csv")
                .forEach(row -> counts.computeIfAbsent(row.getField("question"), _ -> new LinkedHashMap<>())
                        .put(row.getField("option"), Integer.valueOf(row.getField("count"))));
    }

    /** The forms as a file of {@code docs/survey.md}, the same every time. */
    public static String csv() {
        return AnswerFile.write(Questionnaire.bundled(), new InventedAnswers().forms());
    }

    private List<Response> forms() {
        for (String question : List.of("q1", "q3", "q4", "q5", "q9")) {
            single(question);
        }
        troubles();
        spread("q8", everybody());
        charges();
        spread("q10", where("q9", Set.of("heavy", "burden")));
        return rows();
    }

    private List<Integer> everybody() {
        return IntStream.range(0, VALID).boxed().toList();
    }

    private List<Integer> where(String question, Set<String> codes) {
        return everybody().stream()
                .filter(row -> ticked.get(row).getOrDefault(question, Set.of()).stream()
                        .anyMatch(codes::contains))
                .toList();
    }

    private List<Option> options(String question) {
        return Questionnaire.bundled().question(question).orElseThrow().options();
    }

    private int count(String question, String option) {
        return counts.getOrDefault(question, Map.of()).getOrDefault(option, 0);
    }

    private List<Integer> shuffled(List<Integer> rows) {
        List<Integer> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private void tick(int row, String question, String option) {
        ticked.get(row).computeIfAbsent(question, _ -> new HashSet<>()).add(option);
    }

    private void single(String question) {
        List<Integer> rows = shuffled(everybody());
        int next = 0;
        for (Option option : options(question)) {
            for (int i = count(question, option.code()); i > 0; i--) {
                tick(rows.get(next++), question, option.code());
            }
        }
    }

    private void spread(String question, List<Integer> among) {
        for (Option option : options(question)) {
            shuffled(among).stream()
                    .limit(count(question, option.code()))
                    .forEach(row -> tick(row, question, option.code()));
        }
    }

    /** Everybody who reported something reported at least one trouble: the commonest one, or else the next. */
    private void troubles() {
        List<Integer> rows = shuffled(everybody());
        int some = count("q6", "some");
        List<Integer> troubled = rows.subList(0, some);
        rows.subList(some, count("q6", "n")).forEach(row -> tick(row, "q6", "none"));
        int circles = count("q6", "black-circle");
        troubled.subList(0, circles).forEach(row -> tick(row, "q6", "black-circle"));
        troubled.subList(circles, some).forEach(row -> tick(row, "q6", "notice-only"));
        shuffled(troubled.subList(0, circles)).stream()
                .limit(count("q6", "notice-only") - (some - circles))
                .forEach(row -> tick(row, "q6", "notice-only"));
        for (Option option : options("q6")) {
            if (!Set.of("black-circle", "notice-only", "none").contains(option.code())) {
                shuffled(troubled).stream()
                        .limit(count("q6", option.code()))
                        .forEach(row -> tick(row, "q6", option.code()));
            }
        }
    }

    private void charges() {
        List<Integer> told = new ArrayList<>(UNPUBLISHED);
        for (int cases : List.of(1, 2, 3, 10)) {
            told.addAll(Collections.nCopies(count("q8", "full." + cases), cases));
        }
        List<Integer> charged = shuffled(where("q8", Set.of("full")));
        for (int i = 0; i < told.size(); i++) {
            charges.put(charged.get(i), told.get(i));
        }
    }

    private List<Response> rows() {
        SurveyRound round = SurveyRound.published().getLast();
        Map<String, List<String>> comments = new HashMap<>();
        Resources.rows("sample-comments.csv")
                .forEach(row -> comments.computeIfAbsent(row.getField("question"), _ -> new ArrayList<>())
                        .add(row.getField("text")));
        List<Response> rows = new ArrayList<>();
        for (int row = 0; row < VALID; row++) {
            Map<String, Given> given = new HashMap<>();
            int number = row;
            ticked.get(row)
                    .forEach((question, codes) -> given.put(
                            question,
                            new Given(
                                    codes,
                                    question.equals("q8") && charges.containsKey(number)
                                            ? Map.of("full", charges.getOrDefault(number, 0))
                                            : Map.of(),
                                    Map.of())));
            comments.forEach((question, texts) -> {
                if (number % 100 == 7 && number / 100 < texts.size()) {
                    given.put(question, Given.written(texts.get(number / 100)));
                }
            });
            rows.add(new Response(
                    rows.size() + 1L, day(round, row), "%04d".formatted(row + 1), Channel.IMPORT, new Answers(given)));
        }
        // Facilities that answered twice: an earlier form, with question 4 answered alone.
        for (int again = 0; again < RECEIVED - VALID; again++) {
            rows.add(new Response(
                    rows.size() + 1L,
                    round.first().atStartOfDay(TOKYO).toInstant(),
                    "%04d".formatted(VALID - again),
                    Channel.IMPORT,
                    new Answers(Map.of("q4", Given.ticked("same")))));
        }
        return List.copyOf(rows);
    }

    /** Spread over the period; the last rows come last. */
    private static Instant day(SurveyRound round, int row) {
        LocalDate day = round.first().plusDays(row * round.length() / VALID);
        return day.atStartOfDay(TOKYO).toInstant();
    }
}
