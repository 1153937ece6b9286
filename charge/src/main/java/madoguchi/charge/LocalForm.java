package madoguchi.charge;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 地方単独の助成の計算方法 – how a local scheme charges for one kind of care, in the shape of a claims computer's master ({@code pmh.md} §4.2). What is counted over days or the month is counted at this facility.
 *
 * @param helps false where the scheme does not help with this kind of care
 * @param ratio percent of the total cost; absent = what is left of the insurance share
 * @param visit 円 a visit at most
 * @param day 円 a day at most
 * @param days paying days a month at most
 * @param month 円 a month at most
 */
public record LocalForm(
        boolean helps,
        Optional<Integer> ratio,
        Optional<Long> visit,
        Optional<Long> day,
        Optional<Long> days,
        Optional<Long> month) {

    /** Reads a cell: {@code none}, {@code share}, or words like {@code visit=500 days=2}; throws {@link IllegalArgumentException} for any other word. */
    static LocalForm read(String cell) {
        if (cell.equals("share")) {
            return new LocalForm(
                    false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        Map<String, Long> words = new HashMap<>(cell.equals("none") ? Map.of("visit", 0L) : words(cell));
        LocalForm form = new LocalForm(
                true,
                Optional.ofNullable(words.remove("ratio")).map(Math::toIntExact),
                Optional.ofNullable(words.remove("visit")),
                Optional.ofNullable(words.remove("day")),
                Optional.ofNullable(words.remove("days")),
                Optional.ofNullable(words.remove("month")));
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("no word of a local form: " + cell);
        }
        return form;
    }

    private static Map<String, Long> words(String cell) {
        Map<String, Long> words = new HashMap<>();
        Arrays.stream(cell.split(" ", -1))
                .map(word -> word.split("=", 2))
                .forEach(word -> words.put(word[0], Long.valueOf(word[1])));
        return words;
    }

    /** What the patient pays of what is left, after these payments at this facility. */
    long patient(long leftYen, long totalYen, LocalDate on, List<Paid> here) {
        if (!helps) {
            return leftYen;
        }
        long today = here.stream()
                .filter(one -> one.day().equals(on))
                .mapToLong(Paid::yen)
                .sum();
        long yen = Math.min(
                leftYen, ratio.map(percent -> Yen.percent(totalYen, percent)).orElse(leftYen));
        yen = Math.min(yen, visit.orElse(yen));
        yen = Math.min(yen, day.map(most -> Math.max(0, most - today)).orElse(yen));
        yen = Math.min(yen, month.map(most -> Math.max(0, most - sum(here))).orElse(yen));
        return days.map(most -> otherDays(on, here) >= most).orElse(false) ? 0 : yen;
    }

    private static long sum(List<Paid> here) {
        return here.stream().mapToLong(Paid::yen).sum();
    }

    private static long otherDays(LocalDate on, List<Paid> here) {
        return here.stream()
                .filter(one -> one.yen() > 0 && !one.day().equals(on))
                .map(Paid::day)
                .distinct()
                .count();
    }
}
