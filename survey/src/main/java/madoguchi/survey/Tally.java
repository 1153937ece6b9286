package madoguchi.survey;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 集計 – one question counted, with its own base.
 *
 * @param question which
 * @param asked whom it was put to: all valid answers, or those an earlier answer led here
 * @param answered n – those of them who answered
 * @param lines by option, in the order of the form; of an open question none
 * @param numbers how often each number was told, by option code (件数の記載)
 * @param beside answered although not asked; not in n
 */
public record Tally(
        Question question,
        long asked,
        long answered,
        List<Line> lines,
        Map<String, SortedMap<Integer, Long>> numbers,
        long beside) {

    /**
     * 選択肢の件数.
     *
     * @param option which
     * @param share its count, and n
     */
    public record Line(Option option, Share share) {}

    /** Copies its parts. */
    public Tally {
        lines = List.copyOf(lines);
        numbers = Map.copyOf(numbers);
    }

    /** 無回答 – asked and not answered. */
    public long noAnswer() {
        return asked - answered;
    }

    /** 件数 – of one option; 0 for a code there is none of. */
    public long count(String code) {
        return lines.stream()
                .filter(line -> line.option().code().equals(code))
                .mapToLong(line -> line.share().part())
                .findFirst()
                .orElse(0);
    }

    /** 「特になし」以外 – answered, and not by an option that stands alone: those who reported something. */
    public long some() {
        return answered
                - lines.stream()
                        .filter(line -> line.option().alone())
                        .mapToLong(line -> line.share().part())
                        .sum();
    }

    /** How often each number was told beside an option; empty when none was. */
    public SortedMap<Integer, Long> numbers(String code) {
        return numbers.getOrDefault(code, new TreeMap<>());
    }

    /** 件数の記載があった数. */
    public long told(String code) {
        return numbers(code).values().stream().mapToLong(Long::longValue).sum();
    }
}
