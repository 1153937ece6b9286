package madoguchi.leaflet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import madoguchi.core.Text;
import madoguchi.policy.Kind;
import madoguchi.policy.Rule;
import madoguchi.policy.Table;

/**
 * カードリーダーの点検表 – what to try first and whom to call, for one maker's reader (R-SUP-02, R-FB-08, R-FB-09).
 *
 * <p>The makers' own sheets (KB0011370) are not copied here: what is printed is what the table {@code reader-fault} says of every reader, the four codes whose meaning is known, and where the maker's
 * sheet is found. It says on its face that the other codes are not known.
 */
final class CheckSheet implements StaffSheet {

    private static final Map<String, String> MAKERS = makers();

    /* Set apart, so that the short words of the third column do not stand letter below letter on small paper. */
    private static final List<Integer> WIDTHS = List.of(4, 21, 15, 60);

    private static Map<String, String> makers() {
        Map<String, String> makers = new LinkedHashMap<>();
        makers.put("caora", "富士通Japan Caora");
        makers.put("panasonic", "パナソニック コネクト");
        makers.put("exc-9000", "アトラス情報サービス EXC-9000");
        makers.put("sma-pa", "アルメックス Sma-paマイナタッチ");
        makers.put("hi-cara", "キヤノンマーケティングジャパン Hi-CARA");
        return makers;
    }

    @Override
    public String name() {
        return "check-sheet";
    }

    @Override
    public Text title() {
        return new Text("カードリーダーの点検表（職員用）", "Check sheet for the card reader (staff)");
    }

    @Override
    public Text purpose() {
        return new Text("読取機のそばに置きます。最初に試すことと、連絡先です。", "Kept beside the reader: what to try first and whom to call.");
    }

    @Override
    public Map<String, Text> variants() {
        Map<String, Text> variants = new LinkedHashMap<>();
        variants.put("any", new Text("どの機種でも", "any reader"));
        MAKERS.forEach((word, name) -> variants.put(word, Text.same(name)));
        return variants;
    }

    @Override
    public Leaflet compose(Issue issue) {
        String maker =
                issue.variant().map(word -> MAKERS.getOrDefault(word, "")).orElse("");
        Table table = issue.table("reader-fault");
        List<Rule> rests = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Kind fault : table.facets().getFirst().kinds()) {
            Rule rule = table.decide(issue.day(), fault);
            rests.add(rule);
            rows.add(List.of(
                    "□",
                    issue.say(fault.label()),
                    issue.say(rule.then().verdict().label()),
                    issue.say(rule.then().next())
                            + (rule.certain()
                                    ? ""
                                    : issue.say("（公式の一次資料では未確認）", " (not confirmed by an official source)"))));
        }
        Rule sheets = issue.decide("support", "contact", "reader-fault", "day-kind", "weekday");
        rests.add(sheets);
        rests.addAll(Support.rows(issue, "facility-centre"));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Lead(issue.say(
                "機器の不具合は「資格がない」という意味ではありません。10割を請求しません。",
                "A fault of the device never means “not covered”. Do not charge the full amount.")));
        blocks.add(new Block.Grid(
                List.of(
                        "✓",
                        issue.say("起きていること", "What happens"),
                        issue.say("まず", "First"),
                        issue.say("すること", "What to do")),
                WIDTHS,
                rows));
        blocks.add(
                new Block.Note(
                        issue.say(
                                "エラーコードで公に意味が分かっているのは 001・002・006・011 だけです。ほかの番号の意味と、メーカーごとの違いは、公表された資料では分かっていません。",
                                "Only the codes 001, 002, 006 and 011 are publicly known. The meaning of any other, and differences between makers, are not known officially.")));
        blocks.add(new Block.Boxed(
                maker.isEmpty()
                        ? issue.say("メーカー別の簡単チェックシート", "The makers' own check sheets")
                        : maker + issue.say(" の簡単チェックシート", ": the maker's own check sheet"),
                List.of(new Block.Para(issue.say(sheets.then().next())))));
        blocks.add(Support.phone(
                issue,
                "facility-centre",
                issue.say("オンライン資格確認等センター（通話無料）", "Online eligibility centre (free of charge)")));
        blocks.add(new Block.Blanks(List.of(
                issue.say("端末・読取機の業者と電話", "Vendor and telephone"),
                issue.say("日時・エラーコード・したこと", "When, code, what was done"))));
        return new Leaflet(
                Leaflet.Look.STAFF,
                issue.say("顔認証付きカードリーダーの点検表", "Check sheet for the card reader")
                        + (maker.isEmpty() ? "" : issue.say("　" + maker, " – " + maker)),
                blocks,
                rests);
    }
}
