package madoguchi.leaflet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.Rule;

/** 電子証明書の期限のちらし – how long card and certificate last, and what can be done in each phase (R-CERT-01 to R-CERT-08). */
final class ExpiryLeaflet implements LeafletKind {

    @Override
    public String name() {
        return "expiry";
    }

    @Override
    public Text title() {
        return new Text("カードの期限が近い方へ（ちらし）", "When the card's certificate expires (leaflet)");
    }

    @Override
    public Text purpose() {
        return new Text(
                "更新のお知らせが出た患者さんや、期限の切れた患者さんに渡します。",
                "For patients who saw the renewal alert, or whose certificate has expired.");
    }

    @Override
    public Leaflet compose(Issue issue) {
        List<Rule> rests = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Lead(issue.say(
                "期限が切れても、保険はなくなりません", "期限が 切れても、保険は あります", "An expired certificate does not end your insurance")));
        blocks.add(new Block.Marked(List.of(
                phase(issue, rests, "alert", alert(issue, rests), Block.Mark.YES),
                phase(
                        issue,
                        rests,
                        "expired-in-grace",
                        new Words("切れてから しばらくの間", "切れてから すこしの間", "For some months after"),
                        Block.Mark.ASK),
                phase(issue, rests, "after-grace", new Words("そのあと", "そのあと", "After that"), Block.Mark.NO))));
        blocks.add(new Block.Heading(issue.say("いつまで使えますか", "いつまで 使えますか", "How long does it last?")));
        blocks.add(new Block.Points(List.of(
                said(issue, rests, issue.decide("certificate-term", "term", "card-adult")),
                said(issue, rests, issue.decide("certificate-term", "term", "certificate")),
                grace(issue, rests))));
        blocks.add(new Block.Heading(issue.say("更新するには", "新しくするには", "To renew it")));
        blocks.add(new Block.Para(issue.say(
                "お住まいの市区町村の窓口で更新できます。期限は、カードか、マイナポータルで確かめられます。",
                "住んでいる 市役所・区役所・役場で 新しくできます。期限は カードに 書いてあります。",
                "At the municipality where you live. The date stands on the card or in Mynaportal.")));
        blocks.add(Support.phone(
                issue,
                "patients-line",
                issue.say(
                        "マイナンバー総合フリーダイヤル（通話無料）", "マイナンバーカードの 電話（お金は かかりません）", "My Number helpline (free of charge)")));
        rests.addAll(Support.rows(issue, "patients-line"));
        return new Leaflet(
                Leaflet.Look.LEAFLET,
                issue.say("カードの電子証明書の期限", "カードの 期限の こと", "Your card's electronic certificate"),
                blocks,
                rests);
    }

    private static Words alert(Issue issue, List<Rule> rests) {
        Rule rule = issue.decide("certificate-term", "term", "alert");
        rests.add(rule);
        int months = rule.then().value("months");
        return new Words(
                "期限の" + months + "か月前から",
                "期限の " + months + "か月前から",
                "In the last " + months + " months before it expires");
    }

    private static Block.Item phase(Issue issue, List<Rule> rests, String phase, Words name, Block.Mark mark) {
        Rule rule = issue.decide("certificate-state", "token", "plastic", "phase", phase);
        return new Block.Item(mark, Optional.of(Picture.CARD), issue.say(name), said(issue, rests, rule));
    }

    private static String grace(Issue issue, List<Rule> rests) {
        Rule rule = issue.decide("certificate-term", "term", "grace");
        rests.add(rule);
        int months = rule.then().value("months");
        return issue.say(
                "期限が切れても、その月の末日から" + months + "か月間は、保険証として使えます（お薬などの情報は見られません）。",
                "期限が 切れても、その月の 終わりから " + months + "か月は 保険証として 使えます。",
                "After it expires it still works as an insurance card for " + months
                        + " months from the end of that month, without data of medicines and care.");
    }

    private static String said(Issue issue, List<Rule> rests, Rule rule) {
        rests.add(rule);
        return issue.toPatient(rule);
    }
}
