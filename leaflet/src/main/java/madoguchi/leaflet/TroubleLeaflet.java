package madoguchi.leaflet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Rule;

/** 読み取れないときのちらし – that nobody pays the full amount because a reader fails, and the ways that are tried one after the other (R-FB-01 to R-FB-06). */
final class TroubleLeaflet implements LeafletKind {

    @Override
    public String name() {
        return "trouble";
    }

    @Override
    public Text title() {
        return new Text("カードが読み取れないとき（ちらし）", "When a card cannot be read (leaflet)");
    }

    @Override
    public Text purpose() {
        return new Text("読み取れなかった患者さんに渡します。", "Given to patients whose card could not be read.");
    }

    @Override
    public Leaflet compose(Issue issue) {
        Rule first = AtTheDesk.shown(issue, "card-unreadable", "not-asked");
        Rule returning = AtTheDesk.at(issue, "card-unreadable", "not-asked", "returning", "neither");
        Rule newcomer = AtTheDesk.at(issue, "card-unreadable", "not-asked", "first", "neither");
        Rule phone = AtTheDesk.shown(issue, "smartphone-only-unreadable", "not-asked");
        List<Rule> rests = new ArrayList<>(List.of(first, returning, newcomer, phone));
        rests.addAll(Support.rows(issue, "patients-line"));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Lead(issue.say(
                "10割ではありません。いつもの負担割合です。",
                "お金は いつもと 同じです。ぜんぶは 払いません。",
                "You pay your usual share, not the full amount.")));
        blocks.add(
                new Block.Para(
                        issue.say(
                                "カードの読み取りがうまくいかなくても、保険がなくなったわけではありません。次のどれかで確かめます。",
                                "カードが 読めなくても、保険は あります。つぎの どれかで 調べます。",
                                "That the card cannot be read does not mean that you are not insured. We check in one of these ways.")));
        blocks.add(new Block.Marked(ways(issue, first, returning, newcomer)));
        blocks.add(new Block.Boxed(
                issue.say("スマートフォンだけの方", "スマートフォンだけの 人", "If you carry only a phone"),
                List.of(new Block.Para(issue.toPatient(phone)))));
        blocks.add(Support.phone(
                issue,
                "patients-line",
                issue.say(
                        "マイナンバー総合フリーダイヤル（通話無料）", "マイナンバーカードの 電話（お金は かかりません）", "My Number helpline (free of charge)")));
        return new Leaflet(
                Leaflet.Look.LEAFLET,
                issue.say("カードが読み取れないとき", "カードが 読めないとき", "When your card cannot be read"),
                blocks,
                rests);
    }

    private static List<Block.Item> ways(Issue issue, Rule first, Rule returning, Rule newcomer) {
        List<Block.Item> ways = new ArrayList<>();
        offers(first, EvidenceKind.PORTAL_SCREEN)
                .ifPresent(yes -> ways.add(way(
                        Picture.PHONE,
                        issue.say("① カード ＋ マイナポータルの画面", "① カード ＋ マイナポータルの 画面", "1  Card and Mynaportal screen"),
                        issue.say(
                                "資格情報の画面です。保存しておいたPDFでも構いません。",
                                "保険の 画面を 見せてください。保存した PDFでも いいです。",
                                "The eligibility screen, or the PDF you saved before."))));
        offers(first, EvidenceKind.NOTICE)
                .ifPresent(yes -> ways.add(way(
                        Picture.LETTER,
                        issue.say("② カード ＋ 資格情報のお知らせ", "② カード ＋ 資格情報のお知らせ", "2  Card and eligibility notice"),
                        issue.say(
                                "加入している保険から届いた紙です。", "入っている 保険から 来た 紙です。", "The paper that your insurer sent you."))));
        offers(returning, EvidenceKind.ORAL_CONFIRMATION)
                .ifPresent(yes -> ways.add(way(
                        Picture.CERTIFICATE,
                        issue.say("③ 前に来たことのある方", "③ 前に 来たことが ある 人", "3  If you have been here before"),
                        issue.say("保険が変わっていないか、お尋ねします。", "保険が 同じか 聞きます。", "We ask whether your insurance changed."))));
        offers(newcomer, EvidenceKind.DECLARATION)
                .ifPresent(yes -> ways.add(way(
                        Picture.LETTER,
                        issue.say("④ はじめての方", "④ はじめての 人", "4  If this is your first visit"),
                        issue.say(
                                "「被保険者資格申立書」に、分かる範囲で記入していただきます。",
                                "紙に 書いてください。わかることだけで いいです。",
                                "You fill in a declaration, as far as you know."))));
        return ways;
    }

    private static Optional<EvidenceKind> offers(Rule rule, EvidenceKind kind) {
        return rule.then().evidence().stream().filter(kind::equals).findFirst();
    }

    private static Block.Item way(Picture picture, String name, String text) {
        return new Block.Item(Block.Mark.NONE, Optional.of(picture), name, text);
    }
}
