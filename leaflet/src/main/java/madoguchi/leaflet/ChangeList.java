package madoguchi.leaflet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import madoguchi.core.Text;
import madoguchi.policy.Change;
import madoguchi.policy.Changes;
import madoguchi.policy.Rule;
import madoguchi.policy.Table;

/** 変わること – what is different on the day from what was on {@code since}, day by day, in sentences a receptionist understands. Rows that change their basis alone are left out: nobody at the desk does anything else. */
final class ChangeList implements StaffSheet {

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public Text title() {
        return new Text("変わること（職員用）", "What changes (staff)");
    }

    @Override
    public Text purpose() {
        return new Text(
                "朝礼で読み、休憩室に貼ります。二つの日の間で、扱いの変わる所です。",
                "Read at the morning meeting: what is done otherwise between two days.");
    }

    @Override
    public List<PaperSize> sizes() {
        return List.of(PaperSize.A4);
    }

    @Override
    public boolean onePage() {
        return false;
    }

    @Override
    public boolean comparesDays() {
        return true;
    }

    @Override
    public Leaflet compose(Issue issue) {
        List<Rule> rests = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        for (LocalDate day : turningDays(issue)) {
            blocks.addAll(of(issue, day, rests));
        }
        if (blocks.isEmpty()) {
            blocks.add(
                    new Block.Lead(issue.say("この間に、扱いの変わることはありません。", "Nothing is done otherwise between these days.")));
        }
        return new Leaflet(Leaflet.Look.STAFF, title(issue), blocks, rests);
    }

    private static String title(Issue issue) {
        return issue.since().plusDays(1).equals(issue.day())
                ? issue.say(
                        Foot.day(issue.day(), Voice.JA) + "から変わること",
                        "What changes on " + Foot.day(issue.day(), Voice.EN))
                : issue.say(
                        Foot.day(issue.since().plusDays(1), Voice.JA) + "〜" + Foot.day(issue.day(), Voice.JA)
                                + "に変わること",
                        "What changes from " + Foot.day(issue.since().plusDays(1), Voice.EN) + " to "
                                + Foot.day(issue.day(), Voice.EN));
    }

    /** The days after {@code since}, up to and with the day, on which some table begins another stretch. */
    static Set<LocalDate> turningDays(Issue issue) {
        return issue.rules().tables().stream()
                .flatMap(table -> table.segments().stream())
                .map(period -> period.from())
                .filter(first -> first.isAfter(issue.since()) && !first.isAfter(issue.day()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Block> of(Issue issue, LocalDate day, List<Rule> rests) {
        List<Block> blocks = new ArrayList<>();
        for (Table table : issue.rules().tables()) {
            List<Block> turns = turns(issue, table, day, rests);
            if (!turns.isEmpty()) {
                blocks.add(new Block.Heading(
                        Foot.day(day, issue.voice()) + issue.say("から：", ": ") + issue.say(table.title())));
                blocks.addAll(turns);
            }
        }
        return blocks;
    }

    private static List<Block> turns(Issue issue, Table table, LocalDate day, List<Rule> rests) {
        Map<String, List<Change.Decided>> bySentence = new LinkedHashMap<>();
        Changes.between(table, day.minusDays(1), day)
                .filter(change -> change.extent() != Change.Extent.BASIS)
                .forEach(change -> bySentence
                        .computeIfAbsent(sentence(issue, change.after()), same -> new ArrayList<>())
                        .add(change));
        List<Block> turns = new ArrayList<>();
        bySentence.forEach((after, changes) -> {
            changes.forEach(change -> rests.add(change.after()));
            turns.add(new Block.Turn(
                    Situations.of(issue, changes),
                    changes.stream()
                            .map(change -> sentence(issue, change.before()))
                            .distinct()
                            .toList(),
                    after,
                    sources(issue, changes)));
        });
        return turns;
    }

    private static String sentence(Issue issue, Rule rule) {
        return "【" + issue.say(rule.then().verdict().label()) + "】"
                + issue.say(rule.then().next());
    }

    private static String sources(Issue issue, List<Change.Decided> changes) {
        String ids =
                changes.stream().map(change -> change.after().id()).distinct().collect(Collectors.joining(" "));
        String documents = changes.stream()
                .flatMap(change -> change.after().sources().stream())
                .map(citation -> issue.say(citation.document().title()) + "「" + citation.heading() + "」")
                .distinct()
                .limit(2)
                .collect(Collectors.joining(issue.say("、", ", ")));
        boolean reading = changes.stream().anyMatch(change -> !change.after().certain());
        return ids + "　" + documents + (reading ? issue.say("（読み）", " (reading)") : "");
    }
}
