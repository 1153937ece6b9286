package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import madoguchi.core.Period;
import org.junit.jupiter.api.Test;

/** What a change of rules means for whom; expected changes from policy-timeline.md part 1. */
final class ChangesTest {

    private static final RuleBook BOOK = RuleBook.bundled();

    private static final String ASK_COLOUR = """
            documents: [{key: D1, title: {ja: 文書, en: document}, date: 2025-11-19}]
            table: colour
            title: {ja: 色, en: Colour}
            question: {ja: 何色か, en: Which colour}
            facets:
              - {name: visit, label: {ja: 受診, en: visit}, vocabulary: visit}
              - {name: size, label: {ja: 大きさ, en: size}, kinds: [{word: big, ja: 大, en: big}, {word: small, ja: 小, en: small}]}
            verdicts: [{word: red, ja: 赤, en: red}, {word: blue, ja: 青, en: blue}]
            rules:
            """;

    @Test
    void onTheSecondOfDecember2025AnOldCardIsNoLongerEnoughByItself() {
        List<Change.Decided> changes = verdicts("2025-12-01", "2025-12-02");

        assertThat(changes)
                .extracting(
                        change -> change.before().id() + " > " + change.after().id())
                .contains("R-OLD-02 > R-OLD-15.ask", "G-04 > R-OLD-13", "R-ACC-04 > R-OLD-13");
        Change.Decided employees = only(changes, "G-04", "R-OLD-13");
        assertThat(ChangeWords.of(employees).ja())
                .startsWith("2025-12-02 から\n  『職員の判断』→『受付できる』  (G-04 → R-OLD-13)\n")
                .contains("提示が『健康保険証（券面の有効期限切れ）』、照会の結果が『有効』、保険者が『社保（被用者保険）』か『その他・不明』 のとき")
                .contains("出典: 厚生労働省保険局「マイナ保険証を基本とする仕組みへの移行に向けた準備セミナー」資料（2025-11）「有効期限切れの健康保険証等に関する暫定的な取扱い」");
    }

    @Test
    void onTheFirstOfApril2026TheInterimMeasureEnds() {
        List<Change.Decided> changes = verdicts("2026-03-31", "2026-04-01");

        Change.Decided ended = only(changes, "R-OLD-13", "R-OLD-16");
        assertThat(ended.situations()).isEqualTo(2 * 3 * 4 * 3 * 2 * 9 + 3 * 4 * 3 * 9);
        assertThat(ended.boxes()).hasSize(2);
        assertThat(ChangeWords.of(ended).ja())
                .startsWith("2026-04-01 から\n  『受付できる』→『確認が要る』  (R-OLD-13 → R-OLD-16)\n")
                .contains("・提示が『資格情報のお知らせのみ』、照会の結果が『有効』、場面が『通常』 のとき")
                .contains("確認するもの: ")
                .endsWith("（読み）");
        assertThat(ChangeWords.of(ended).en())
                .startsWith("From 2026-04-01\n  \"accepted\"→\"needs evidence\"  (R-OLD-13 → R-OLD-16)\n")
                .contains("shown is \"eligibility notice alone\", outcome of the inquiry is \"active\"");
        assertThat(changes).noneMatch(change -> change.after().verdict().equals("full-charge"));
    }

    @Test
    void onTheTwentyFifthOfMay2026TheScreenOfTheRecipientCertificateBeginsToConfirmASubsidy() {
        List<Change.Decided> changes = verdicts("2026-05-24", "2026-05-25");

        assertThat(changes)
                .filteredOn(change -> change.after().basis().contains("R-SUB-04")
                        && change.after().verdict().equals("confirmed"))
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.before().verdict()).isNotEqualTo("confirmed"))
                .anySatisfy(change -> assertThat(ChangeWords.of(change).ja())
                        .startsWith("2026-05-25 から\n")
                        .contains("→『助成を確認できた』", "（2026-05-22）"));
        assertThat(changes).noneMatch(change -> change.before().verdict().equals("confirmed"));
    }

    @Test
    void nothingChangesBetweenTwoDaysWithinASegment() {
        assertThat(Changes.between(BOOK, LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-31")))
                .isEmpty();
    }

    @Test
    void everySituationThatIsDecidedOtherwiseStandsInExactlyOneChange() {
        for (Table table : BOOK.tables()) {
            List<LocalDate> starts = table.segments().stream().map(Period::from).toList();
            for (int i = 1; i < starts.size(); i++) {
                LocalDate to = starts.get(i);
                LocalDate from = to.minusDays(1);
                Map<Integer, String> expected = new TreeMap<>();
                for (int number = 0; number < table.situations(); number++) {
                    Rule before = table.decide(from, number);
                    Rule after = table.decide(to, number);
                    if (!before.equals(after)) {
                        expected.put(number, before.id() + " > " + after.id());
                    }
                }
                Map<Integer, String> found = new TreeMap<>();
                Changes.between(BOOK, from, to)
                        .map(Change.Decided.class::cast)
                        .filter(change -> change.table().equals(table.title()))
                        .forEach(change -> table.space()
                                .each(
                                        new Condition(change.boxes()),
                                        number -> assertThat(found.put(
                                                        number,
                                                        change.before().id() + " > "
                                                                + change.after().id()))
                                                .as("once only")
                                                .isNull()));
                assertThat(found).as(table.name() + " " + to).isEqualTo(expected);
            }
        }
    }

    @Test
    void aBookDoesNotDifferFromItself() {
        assertThat(Changes.between(BOOK, RuleBook.read(RuleBook.bundledFiles()).orElseThrow()))
                .isEmpty();
    }

    @Test
    void betweenTwoBooksARowThatEndsEarlierShowsOnTheDaysItLoses() {
        RuleBook before = book(row("T-1", "", "red", ""));
        RuleBook after = book(row("T-1", "through: 2026-05-24", "red", ""), row("T-2", "from: 2026-05-25", "blue", ""));

        Change.Decided change =
                (Change.Decided) Changes.between(before, after).toList().getFirst();
        assertThat(change.days()).isEqualTo(Period.startingOn(LocalDate.parse("2026-05-25")));
        assertThat(ChangeWords.of(change).ja()).startsWith("2026-05-25 から\n  『赤』→『青』  (T-1 → T-2)\n  ・どの状況でも（6 通り）");
        assertThat(Changes.between(before, after)).hasSize(1);
    }

    @Test
    void situationsAreGatheredIntoOneBoxWhereTheyFillOne() {
        RuleBook before = book(
                row("T-1", "", "red", "when: {visit: [first]}"),
                row("T-2", "", "red", "when: {visit: [returning, returning-without-record]}"));
        RuleBook after = book(
                row("T-1", "", "red", "when: {visit: [first]}"),
                row("T-3", "", "blue", "when: [{visit: [returning]}, {visit: [returning-without-record]}]"));

        Change.Decided change =
                (Change.Decided) Changes.between(before, after).toList().getFirst();
        assertThat(change.boxes()).hasSize(1);
        assertThat(ChangeWords.of(change).ja()).contains("・受診が『初診』以外 のとき（4 通り）");
        assertThat(ChangeWords.of(change).en()).contains("・visit is not \"first visit\" (4 situations)");
    }

    @Test
    void aNewTableALostTableAndATableThatAsksOtherwiseAreSaid() {
        RuleBook one = book(row("T-1", "", "red", ""));
        RuleBook other = RuleBook.read(List.of(new RuleSource(
                        "b.yaml", (ASK_COLOUR + row("T-1", "", "red", "")).replace("table: colour", "table: paint"))))
                .orElseThrow();
        RuleBook recast = RuleBook.read(List.of(new RuleSource(
                        "b.yaml",
                        (ASK_COLOUR + row("T-1", "", "red", ""))
                                .replace("name: size", "name: width")
                                .replace("size: big", "width: big"))))
                .orElseThrow();

        assertThat(said(Changes.between(one, other)))
                .containsExactly("表「色」がなくなります。 / The table Colour is gone.", "新しい表「色」が加わります。 / New table: Colour.");
        assertThat(said(Changes.between(one, recast)))
                .containsExactly("表「色」は問い方が変わります。新しい表を読んでください。 / The table Colour asks in another way. Read it anew.");
    }

    private static List<String> said(Stream<Change> changes) {
        return changes.map(change -> ChangeWords.of(change).toString()).toList();
    }

    private static List<Change.Decided> verdicts(String from, String to) {
        List<Change.Decided> changes = new ArrayList<>();
        Changes.between(BOOK, LocalDate.parse(from), LocalDate.parse(to))
                .map(Change.Decided.class::cast)
                .filter(change -> change.extent() == Change.Extent.VERDICT)
                .forEach(changes::add);
        return changes;
    }

    private static Change.Decided only(List<Change.Decided> changes, String before, String after) {
        List<Change.Decided> found = changes.stream()
                .filter(change -> change.before().id().equals(before)
                        && change.after().id().equals(after))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static RuleBook book(String... rows) {
        return RuleBook.read(List.of(new RuleSource("a.yaml", ASK_COLOUR + String.join("", rows))))
                .orElseThrow();
    }

    private static String row(String id, String days, String verdict, String when) {
        String visit = when.contains("returning") ? "returning" : "first";
        String day = days.startsWith("from") ? "2026-06-01" : "2026-01-01";
        return """
                  - id: %s
                    %s
                    sources: [{document: D1, heading: 一}]
                    certain: true
                    %s
                    then: {verdict: %s, next: {ja: する, en: Do.}}
                    example: {day: %s, visit: %s, size: big}
                """.formatted(id, days, when, verdict, day, visit);
    }
}
