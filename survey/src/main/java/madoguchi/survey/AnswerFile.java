package madoguchi.survey;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.core.CsvLine;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;

/**
 * 回答の取込ファイル – CSV, UTF-8 with or without byte order mark, one row for each form ({@code docs/survey.md}): {@code received} (day as {@code YYYY-MM-DD}), {@code respondent} (tells the facilities apart, may be empty), one column for each
 * question with option codes joined by {@code ;} or with words, and {@code q8.full.count}, {@code q8.other.text} beside options that have them. All faults are told at once, by line and column, without the cell's content.
 */
final class AnswerFile {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String RECEIVED = "received";
    private static final String RESPONDENT = "respondent";
    private static final int MOST_FAULTS = 200;

    private final Questionnaire questionnaire;
    private final List<Problem> problems = new ArrayList<>();

    private AnswerFile(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    /** The columns of a questionnaire's file, in order. */
    static List<String> columns(Questionnaire questionnaire) {
        return Stream.concat(
                        Stream.of(RECEIVED, RESPONDENT),
                        questionnaire.questions().stream()
                                .filter(question -> question.kind() != QuestionKind.FIXED)
                                .flatMap(AnswerFile::columns))
                .toList();
    }

    private static Stream<String> columns(Question question) {
        return Stream.concat(
                Stream.of(question.id()),
                question.options().stream()
                        .filter(option -> option.extra() != Option.Extra.NONE)
                        .map(option -> question.id() + "." + option.code()
                                + (option.extra() == Option.Extra.COUNT ? ".count" : ".text")));
    }

    /** The forms of a file; their ids count the rows from 1. A file with any fault is refused whole. */
    static Parsed<List<Response>> read(Questionnaire questionnaire, String csv) {
        return new AnswerFile(questionnaire).rows(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
    }

    private Parsed<List<Response>> rows(String csv) {
        List<Response> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : reader) {
                if (rows.isEmpty() && !headed(row.getHeader())) {
                    return new Parsed.Faults<>(problems);
                }
                rows.add(row(rows.size() + 1L, row));
            }
        } catch (CsvParseException | java.io.IOException | java.io.UncheckedIOException broken) {
            fault(rows.size() + 2L, "", "CSVとして読めません。引用符を確かめてください。", "This is not CSV. Check the quotes.");
        }
        if (rows.isEmpty() && problems.isEmpty()) {
            fault(1, "", "回答の行がありません。", "There is no row.");
        }
        return problems.isEmpty()
                ? Parsed.of(List.copyOf(rows))
                : new Parsed.Faults<>(problems.subList(0, Math.min(problems.size(), MOST_FAULTS)));
    }

    private boolean headed(List<String> header) {
        List<String> known = columns(questionnaire);
        known.stream()
                .filter(column -> !header.contains(column))
                .forEach(column -> fault(1, column, "列がありません。", "The column is missing."));
        if (header.size() > known.size()) {
            fault(1, "", "知らない列があります。使えるのは " + known + " です。", "There is an unknown column. Known are " + known + ".");
        }
        return problems.isEmpty();
    }

    private Response row(long number, NamedCsvRecord row) {
        Map<String, Given> given = new LinkedHashMap<>();
        for (Question question : questionnaire.questions()) {
            if (question.kind() != QuestionKind.FIXED) {
                given.put(question.id(), given(number + 1, question, row));
            }
        }
        return new Response(
                number,
                received(number + 1, cell(row, RECEIVED)),
                cell(row, RESPONDENT),
                Channel.IMPORT,
                new Answers(given));
    }

    private Instant received(long line, String cell) {
        try {
            return LocalDate.parse(cell).atStartOfDay(TOKYO).toInstant();
        } catch (DateTimeParseException wrong) {
            fault(line, RECEIVED, "日は 2025-08-23 の形で書いてください。", "Write the day as 2025-08-23.");
            return Instant.EPOCH;
        }
    }

    private Given given(long line, Question question, NamedCsvRecord row) {
        String cell = cell(row, question.id());
        return switch (question.kind()) {
            case OPEN -> Given.written(cell);
            case NUMBER -> new Given(Set.of(), number(line, question.id(), Given.ITSELF, cell), Map.of());
            case SINGLE, MULTIPLE -> boxes(line, question, cell, row);
            case FIXED -> Given.NOTHING;
        };
    }

    private Given boxes(long line, Question question, String cell, NamedCsvRecord row) {
        Set<String> codes = Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
        AnswerCheck.of(question, codes)
                .forEach(reason -> problems.add(new Problem(place(line, question.id()), reason)));
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (Option option : question.options()) {
            String beside = question.id() + "." + option.code();
            switch (option.extra()) {
                case COUNT ->
                    numbers.putAll(number(line, beside + ".count", option.code(), cell(row, beside + ".count")));
                case TEXT -> texts.put(option.code(), cell(row, beside + ".text"));
                case NONE -> {}
            }
        }
        return new Given(codes, numbers, texts);
    }

    private Map<String, Integer> number(long line, String column, String key, String cell) {
        if (cell.isEmpty()) {
            return Map.of();
        }
        Optional<Integer> number = AnswerCheck.number(cell);
        if (number.isEmpty()) {
            fault(line, column, "0～99,999の整数を書いてください。", "Write a whole number from 0 to 99,999.");
        }
        return number.map(value -> Map.of(key, value)).orElse(Map.of());
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private void fault(long line, String column, String ja, String en) {
        problems.add(Problem.at(place(line, column), ja, en));
    }

    private static String place(long line, String column) {
        return "line " + line + (column.isEmpty() ? "" : ", " + column);
    }

    /** The header, for an empty file to fill in. */
    static String header(Questionnaire questionnaire) {
        return String.join(",", columns(questionnaire)) + "\r\n";
    }

    /** Rows as such a file; what {@link #read} reads again. */
    static String write(Questionnaire questionnaire, List<Response> rows) {
        return header(questionnaire)
                + rows.stream().map(row -> line(questionnaire, row)).collect(Collectors.joining());
    }

    /** One form as a line of the file, with its end. */
    static String line(Questionnaire questionnaire, Response row) {
        return CsvLine.forPrograms(columns(questionnaire).stream()
                .map(column -> value(row, column))
                .toList());
    }

    private static String value(Response row, String column) {
        String[] parts = column.split("\\.", -1);
        if (column.equals(RECEIVED)) {
            return LocalDate.ofInstant(row.receivedAt(), TOKYO).toString();
        }
        if (column.equals(RESPONDENT)) {
            return row.respondent();
        }
        Given given = row.answers().to(parts[0]);
        if (parts.length == 3) {
            return parts[2].equals("count")
                    ? Optional.ofNullable(given.numbers().get(parts[1]))
                            .map(String::valueOf)
                            .orElse("")
                    : given.texts().getOrDefault(parts[1], "");
        }
        return given.options().isEmpty()
                ? given.texts()
                        .getOrDefault(
                                Given.ITSELF,
                                Optional.ofNullable(given.numbers().get(Given.ITSELF))
                                        .map(String::valueOf)
                                        .orElse(""))
                : given.options().stream().sorted().collect(Collectors.joining(";"));
    }
}
