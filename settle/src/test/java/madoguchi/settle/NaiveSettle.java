package madoguchi.settle;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageHistory;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LimitCertificate;
import madoguchi.core.LossReason;
import madoguchi.core.Timeline;
import madoguchi.core.Timeline.Stay;
import madoguchi.core.Typed;
import madoguchi.uke.Receipt;

/**
 * 素朴な判定 – the decision table of {@code claims-uke.md} §8.3 written a second time, apart from {@link Settle}: from the texts of the lines, day by day, with nothing shared but core values. Slow, and plain on purpose.
 */
final class NaiveSettle {

    /**
     * 判定.
     *
     * @param rule id
     * @param bills who is billed for which days; the days are empty where the receipt goes on whole
     */
    record Verdict(String rule, Map<String, List<Integer>> bills) {}

    private final YearMonth claimed;
    private final CoverageHistory history;
    private final List<List<String>> lines;
    private final String kind;

    NaiveSettle(YearMonth claimed, CoverageHistory history, Receipt receipt) {
        this.claimed = claimed;
        this.history = history;
        this.lines = receipt.lines().stream().map(line -> line.texts()).toList();
        this.kind = receipt.kind().name();
    }

    private List<List<String>> all(String... ids) {
        return lines.stream()
                .filter(line -> List.of(ids).contains(line.getFirst()))
                .toList();
    }

    private static String field(List<String> line, int number) {
        return line.size() < number ? "" : line.get(number - 1);
    }

    Verdict verdict() {
        if (all("HO").isEmpty()) {
            return new Verdict("S-PUBLIC", Map.of("", List.of()));
        }
        List<String> ho = all("HO").getFirst();
        String insurer = field(ho, 2).strip();
        boolean unknown =
                !claimed.isBefore(YearMonth.of(2023, 9)) && (insurer.equals("77777777") || insurer.equals("77777779"));
        if (unknown && !declared()) {
            return new Verdict("S-11-BACK", Map.of());
        }
        LocalDate birth = birth();
        String number = field(ho, 4);
        if (birth == null || !insurer.matches("[0-9]{6}|[0-9]{8}") || number.isBlank() || number.length() > 20) {
            return unknown ? whole("S-11-OPEN", "") : new Verdict("S-BROKEN", Map.of());
        }
        InsuredId asked = new InsuredId(
                new InsurerNumber(insurer),
                Optional.of(field(ho, 3)).filter(symbol -> !symbol.isBlank()),
                number,
                branch());
        List<Integer> days = days();
        return unknown ? unidentified(asked, birth, days) : ordinary(asked, birth, days);
    }

    private int column(int medical, int dental, int dispensing) {
        return kind.equals("DENTAL") ? dental : kind.equals("DISPENSING") ? dispensing : medical;
    }

    private boolean declared() {
        List<String> codes = all("CO", "TK").stream()
                .map(line -> field(line, column(4, 4, 2)))
                .toList();
        return codes.containsAll(List.of(
                "820000246",
                "830000501",
                "830000502",
                "830000503",
                "830000504",
                "830000505",
                "830000507",
                "830000508"));
    }

    private @org.jspecify.annotations.Nullable LocalDate birth() {
        String text = field(all("RE").getFirst(), 7);
        try {
            return LocalDate.of(
                    Integer.parseInt(text.substring(0, 4)),
                    Integer.parseInt(text.substring(4, 6)),
                    Integer.parseInt(text.substring(6)));
        } catch (DateTimeException | NumberFormatException noDay) {
            return null;
        }
    }

    private Optional<String> branch() {
        return all("SN").stream()
                .filter(sn -> field(sn, 2).equals("1"))
                .map(sn -> field(sn, 7))
                .filter(text -> text.length() == 2)
                .findFirst();
    }

    private LocalDate day(int day) {
        String month = field(all("RE").getFirst(), 4);
        return LocalDate.of(Integer.parseInt(month.substring(0, 4)), Integer.parseInt(month.substring(4)), day);
    }

    private List<Integer> days() {
        List<Integer> days = new ArrayList<>();
        for (List<String> jd : all("JD")) {
            for (int day = 1; field(jd, 2).equals("1") && day <= 31; day++) {
                if (!field(jd, 2 + day).isEmpty()) {
                    days.add(day);
                }
            }
        }
        return days.isEmpty() ? daysOfCharges() : days;
    }

    private List<Integer> daysOfCharges() {
        List<Integer> days = new ArrayList<>();
        for (int day = 1; day <= 31; day++) {
            for (List<String> charge : charges()) {
                if (times(charge, day) > 0 && !days.contains(day)) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    private List<List<String>> charges() {
        return kind.equals("DISPENSING") ? List.of() : all("SI", "IY", "TO", "SS");
    }

    private int times(List<String> charge, int day) {
        int first = charge.size() - 31;
        String times = field(charge, first + day);
        return times.isEmpty() ? 0 : Integer.parseInt(times);
    }

    private int points(List<String> charge) {
        String points = field(charge, charge.size() - 31 - (kind.equals("DENTAL") ? 1 : kindOffset(charge)));
        return points.isEmpty() ? -1 : Integer.parseInt(points);
    }

    private static int kindOffset(List<String> charge) {
        return charge.getFirst().equals("TO") ? 11 : 7;
    }

    private int count(List<String> charge) {
        return Integer.parseInt(
                field(charge, charge.size() - 31 - (kind.equals("DENTAL") ? 0 : kindOffset(charge) - 1)));
    }

    private static Verdict whole(String rule, String billed) {
        return new Verdict(rule, Map.of(billed, List.of()));
    }

    static String name(InsuredId id) {
        return id.insurer().digits() + "/" + Typed.numberKey(id.number());
    }

    private static boolean same(InsuredId registered, InsuredId asked) {
        return name(registered).equals(name(asked))
                && (asked.symbol().isEmpty()
                        || Typed.key(asked.symbol().get())
                                .equals(Typed.key(registered.symbol().orElse(""))));
    }

    private static boolean branchFits(InsuredId registered, InsuredId asked) {
        return registered.branch().isEmpty() || registered.branch().equals(asked.branch());
    }

    private Verdict ordinary(InsuredId asked, LocalDate birth, List<Integer> days) {
        List<Timeline> known = new ArrayList<>();
        List<Timeline> byBranch = new ArrayList<>();
        for (Timeline person : history.of(asked, birth)) {
            boolean fits = false;
            boolean branch = false;
            for (Stay stay : person.stays()) {
                fits |= same(stay.coverage().id(), asked);
                branch |= same(stay.coverage().id(), asked)
                        && branchFits(stay.coverage().id(), asked);
            }
            if (fits) {
                known.add(person);
            }
            if (branch) {
                byBranch.add(person);
            }
        }
        String own = name(asked);
        if (known.isEmpty()) {
            return whole("S-03", own);
        }
        if (known.size() > 1 && byBranch.size() != 1) {
            return whole("S-03-MANY", own);
        }
        if (days.isEmpty()) {
            return whole("S-03-DAYS", own);
        }
        return decided(asked, known.size() == 1 ? known.getFirst() : byBranch.getFirst(), days);
    }

    private Verdict decided(InsuredId asked, Timeline person, List<Integer> days) {
        Map<Integer, Stay> byDay = byDay(asked, person, days);
        boolean allOwn = days.stream()
                .allMatch(day ->
                        byDay.containsKey(day) && same(byDay.get(day).coverage().id(), asked));
        boolean noneOwn = days.stream()
                .noneMatch(day ->
                        byDay.containsKey(day) && same(byDay.get(day).coverage().id(), asked));
        String own = name(asked);
        if (allOwn) {
            boolean fill = !branchFits(
                            byDay.getOrDefault(days.getFirst(), person.stays().getFirst())
                                    .coverage()
                                    .id(),
                            asked)
                    && !claimed.isBefore(YearMonth.of(2022, 11));
            return whole(fill ? "S-02" : "S-01", own);
        }
        LocalDate first = day(days.getFirst());
        if (noneOwn) {
            for (Stay stay : person.stays()) {
                Coverage coverage = stay.coverage();
                if (same(coverage.id(), asked)
                        && coverage.lossReason().equals(Optional.of(LossReason.DEATH))
                        && !first.isBefore(
                                coverage.qualified().orElseThrow().end().orElseThrow())) {
                    return new Verdict("S-08", Map.of());
                }
            }
            for (Stay stay : person.stays()) {
                if (same(stay.coverage().id(), asked)
                        && stay.collected().isPresent()
                        && stay.collected().get().isBefore(first)) {
                    return new Verdict("S-07", Map.of());
                }
            }
        }
        if (byDay.isEmpty()) {
            return whole("S-06", own);
        }
        if (byDay.size() < days.size()) {
            return whole("S-06-PART", own);
        }
        Coverage old = person.stays().stream()
                .map(Stay::coverage)
                .filter(coverage -> same(coverage.id(), asked))
                .findFirst()
                .orElseThrow();
        Optional<String> excluded = excluded(asked, old, byDay);
        return excluded.map(rule -> whole(rule, own)).orElseGet(() -> moved(byDay, "S-04", "S-05"));
    }

    private Verdict moved(Map<Integer, Stay> byDay, String one, String more) {
        Map<Stay, List<Integer>> parts = parts(byDay);
        if (parts.size() == 1) {
            return whole(one, name(parts.keySet().iterator().next().coverage().id()));
        }
        Map<String, List<Integer>> bills = new LinkedHashMap<>();
        parts.forEach(
                (stay, days) -> bills.merge(name(stay.coverage().id()) + "@" + days.getFirst(), days, (a, b) -> a));
        return new Verdict(more, bills);
    }

    private static Map<Stay, List<Integer>> parts(Map<Integer, Stay> byDay) {
        Map<Stay, List<Integer>> parts = new LinkedHashMap<>();
        byDay.forEach((day, stay) ->
                parts.computeIfAbsent(stay, any -> new ArrayList<>()).add(day));
        return parts;
    }

    private Map<Integer, Stay> byDay(InsuredId asked, Timeline person, List<Integer> days) {
        Map<Integer, Stay> byDay = new TreeMap<>();
        for (int day : days) {
            List<Stay> valid = person.stays().stream()
                    .filter(stay -> stay.coverage().coversDay(day(day)))
                    .toList();
            Optional<Stay> own = valid.stream()
                    .filter(stay -> same(stay.coverage().id(), asked))
                    .findFirst();
            Comparator<Stay> age = Comparator.comparing(
                            (Stay stay) -> stay.coverage().issued().orElse(LocalDate.MIN))
                    .thenComparing(
                            stay -> stay.coverage().qualified().orElseThrow().from());
            own.or(() -> valid.stream().max(age)).ifPresent(stay -> byDay.put(day, stay));
        }
        return byDay;
    }

    private Verdict unidentified(InsuredId asked, LocalDate birth, List<Integer> days) {
        StringBuilder kana = new StringBuilder();
        StringBuilder insurer = new StringBuilder();
        StringBuilder address = new StringBuilder();
        for (List<String> comment : all("CO", "TK")) {
            String text = field(comment, column(5, 5, 3));
            switch (field(comment, column(4, 4, 2))) {
                case "830000501" -> kana.append(text);
                case "830000503" -> insurer.append(text);
                case "830000505" -> address.append(text);
                default -> {}
            }
        }
        List<Timeline> named = history.named(kana.toString(), birth);
        List<Timeline> fitting = named.size() == 1
                ? named
                : named.stream()
                        .filter(person -> person.stays().stream().anyMatch(stay -> {
                            String name = Typed.key(stay.coverage().insurerName());
                            String home =
                                    Typed.key(stay.coverage().holder().address().orElse(""));
                            String toldName = Typed.key(insurer.toString());
                            String toldHome = Typed.key(address.toString());
                            return (!home.isEmpty() && (home.contains(toldHome) || toldHome.contains(home)))
                                    || name.contains(toldName)
                                    || toldName.contains(name);
                        }))
                        .toList();
        if (fitting.size() != 1 || days.isEmpty()) {
            return whole("S-11-OPEN", "");
        }
        Map<Integer, Stay> byDay = byDay(asked, fitting.getFirst(), days);
        if (byDay.size() < days.size()) {
            return whole("S-11-OPEN", "");
        }
        Stay first = java.util.Objects.requireNonNull(byDay.get(days.getFirst()));
        boolean kept = parts(byDay).size() > 1
                && excluded(asked, first.coverage(), byDay).isPresent();
        return kept ? whole("S-11-OPEN", "") : moved(byDay, "S-11", "S-11-SPLIT");
    }

    private Optional<String> excluded(InsuredId asked, Coverage old, Map<Integer, Stay> byDay) {
        List<String> ho = all("HO").getFirst();
        boolean limited = all("MF").stream().anyMatch(mf -> List.of("01", "02").contains(field(mf, 2)))
                || !field(ho, column(12, 11, 10)).isEmpty();
        if (!all("KO").isEmpty()) {
            return Optional.of("X-PUBLIC");
        }
        String remarks = field(all("RE").getFirst(), column(12, 14, 9));
        for (int at = 0; at + 2 <= remarks.length(); at += 2) {
            if (List.of("02", "03", "16", "25", "10").contains(remarks.substring(at, at + 2))) {
                return Optional.of("X-REMARK");
            }
        }
        if (limited && claimed.isBefore(YearMonth.of(2023, 3))) {
            return Optional.of("X-LIMIT-ANY");
        }
        Map<Stay, List<Integer>> parts = parts(byDay);
        boolean limitClass = false;
        boolean share = false;
        for (Map.Entry<Stay, List<Integer>> part : parts.entrySet()) {
            Coverage found = part.getKey().coverage();
            if (!same(found.id(), asked)) {
                LocalDate on = day(part.getValue().getFirst());
                Optional<LimitCertificate> now =
                        found.limit().filter(limit -> limit.valid().contains(on));
                limitClass |= old.limit().isEmpty()
                        || now.isEmpty()
                        || old.limit().get().limitClass() != now.get().limitClass();
                share |= percent(old, on) < 0 || percent(old, on) != percent(found, on);
            }
        }
        if (limited && limitClass) {
            return Optional.of("X-LIMIT-CLASS");
        }
        if (share) {
            return Optional.of("X-SHARE");
        }
        return parts.size() == 1 ? Optional.empty() : unsplittable(ho, limited, byDay);
    }

    private Optional<String> unsplittable(List<String> ho, boolean limited, Map<Integer, Stay> byDay) {
        if (limited) {
            return Optional.of("X-SPLIT-LIMIT");
        }
        if (!field(ho, column(8, 7, 99)).isEmpty()) {
            return Optional.of("X-SPLIT-MEALS");
        }
        if (kind.equals("DISPENSING") || kind.equals("NURSING")) {
            return Optional.of("X-SPLIT-RECORDS");
        }
        List<List<String>> priced =
                charges().stream().filter(charge -> points(charge) >= 0).toList();
        long sum = 0;
        boolean counts = true;
        for (List<String> charge : charges()) {
            int times = 0;
            for (int day = 1; day <= 31; day++) {
                times += times(charge, day);
            }
            counts &= times == count(charge);
        }
        for (List<String> charge : priced) {
            int times = 0;
            for (int day = 1; day <= 31; day++) {
                times += times(charge, day);
                if (times(charge, day) > 0 && !byDay.containsKey(day)) {
                    return Optional.of("X-SPLIT-DAYS");
                }
            }
            if (times == 0) {
                return Optional.of("X-SPLIT-DAYS");
            }
            sum += (long) points(charge) * count(charge);
        }
        if (priced.isEmpty()) {
            return Optional.of("X-SPLIT-DAYS");
        }
        boolean adds = counts && field(ho, 6).equals(Long.toString(sum));
        return adds ? Optional.empty() : Optional.of("X-SPLIT-SUM");
    }

    private static int percent(Coverage coverage, LocalDate day) {
        if (coverage.id().insurer().digits().startsWith("39")) {
            return coverage.rate().map(rate -> rate.percent()).orElse(-1);
        }
        if (coverage.elderly().isPresent() && coverage.elderly().get().valid().contains(day)) {
            return coverage.elderly().get().rate().percent();
        }
        LocalDate birth = coverage.holder().birth();
        if (!birth.plusYears(70).isAfter(day)) {
            return -1;
        }
        int schoolYear = day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
        boolean school = birth.isBefore(LocalDate.of(schoolYear - 6, 4, 2));
        return school ? 30 : 20;
    }
}
