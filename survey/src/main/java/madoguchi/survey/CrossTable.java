package madoguchi.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.core.Text;

/**
 * クロス集計 – one question by the answers to another, with small cells hidden. Totals are the figures of the simple tabulation, which are public.
 *
 * @param rows the question counted
 * @param columns the question it is broken down by
 * @param threshold counts from 1 to below it are hidden
 * @param heads the columns' names
 * @param bases by column, how many of that group answered the question of the rows; absent where hidden
 * @param base all of them
 * @param lines one for each option, then 無回答 for a single answer
 */
public record CrossTable(
        Question rows,
        Question columns,
        int threshold,
        List<Text> heads,
        List<OptionalLong> bases,
        long base,
        List<Line> lines) {

    private static final Text NO_ANSWER = new Text("無回答", "no answer");

    /**
     * 行.
     *
     * @param label the option
     * @param cells counts by column; absent where hidden
     * @param total of the whole line
     */
    public record Line(Text label, List<OptionalLong> cells, long total) {

        /** Copies the list. */
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** Copies the lists. */
    public CrossTable {
        heads = List.copyOf(heads);
        bases = List.copyOf(bases);
        lines = List.copyOf(lines);
    }

    /** Whether anything is hidden. */
    public boolean hides() {
        return lines.stream().flatMap(line -> line.cells().stream()).anyMatch(OptionalLong::isEmpty)
                || bases.stream().anyMatch(OptionalLong::isEmpty);
    }

    /**
     * 集計.
     *
     * @param rows a question with boxes
     * @param columns another one
     * @param threshold 1 hides nothing
     */
    public static CrossTable of(List<Response> valid, Question rows, Question columns, int threshold) {
        List<List<Answers>> groups = groups(valid, columns);
        List<List<Answers>> kinds = groups(valid, rows);
        long[][] cells = new long[kinds.size()][groups.size()];
        for (int row = 0; row < kinds.size(); row++) {
            for (int column = 0; column < groups.size(); column++) {
                java.util.Set<Answers> group = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
                group.addAll(groups.get(column));
                cells[row][column] =
                        kinds.get(row).stream().filter(group::contains).count();
            }
        }
        boolean byRow = columns.kind() == QuestionKind.SINGLE;
        boolean byColumn = rows.kind() == QuestionKind.SINGLE;
        long[] bases = groups.stream().mapToLong(group -> answered(group, rows)).toArray();
        HiddenCells hidden = HiddenCells.of(cells, bases, byRow, byColumn, threshold);
        List<Text> labels = labels(rows);
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < cells.length; row++) {
            List<OptionalLong> line = new ArrayList<>();
            for (int column = 0; column < cells[row].length; column++) {
                line.add(hidden.hidesCell(row, column) ? OptionalLong.empty() : OptionalLong.of(cells[row][column]));
            }
            lines.add(new Line(labels.get(row), line, kinds.get(row).size()));
        }
        return new CrossTable(
                rows,
                columns,
                threshold,
                labels(columns),
                IntStream.range(0, bases.length)
                        .mapToObj(column ->
                                hidden.hidesBase(column) ? OptionalLong.empty() : OptionalLong.of(bases[column]))
                        .toList(),
                answered(valid.stream().map(Response::answers).toList(), rows),
                lines);
    }

    private static long answered(List<Answers> group, Question question) {
        return group.stream()
                .filter(answers -> !answers.to(question).options().isEmpty())
                .count();
    }

    private static List<Text> labels(Question question) {
        return Stream.concat(question.options().stream().map(Option::label), Stream.of(NO_ANSWER))
                .toList();
    }

    /** By option who ticked it, then who ticked nothing. */
    private static List<List<Answers>> groups(List<Response> valid, Question question) {
        List<Answers> all = valid.stream().map(Response::answers).toList();
        return Stream.concat(
                        question.options().stream()
                                .map(option -> all.stream()
                                        .filter(answers ->
                                                answers.to(question).options().contains(option.code()))
                                        .toList()),
                        Stream.of(all.stream()
                                .filter(answers ->
                                        answers.to(question).options().isEmpty())
                                .toList()))
                .toList();
    }
}
