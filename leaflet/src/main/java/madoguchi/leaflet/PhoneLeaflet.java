package madoguchi.leaflet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.Rule;

/** スマートフォンのマイナ保険証 – how a phone is used here, or what to do where it cannot be read (R-SP-01 to R-SP-09). */
final class PhoneLeaflet implements LeafletKind {

    private static final String READ_HERE = "read-here";
    private static final String NOT_HERE = "not-here";

    @Override
    public String name() {
        return "phone";
    }

    @Override
    public Text title() {
        return new Text("スマートフォンのマイナ保険証（掲示）", "My Number insurance card on the phone (poster)");
    }

    @Override
    public Text purpose() {
        return new Text(
                "読み取れる施設と、まだ読み取れない施設で、内容が違います。", "Says something else where phones can be read and where they cannot.");
    }

    @Override
    public Map<String, Text> variants() {
        Map<String, Text> variants = new LinkedHashMap<>();
        variants.put(READ_HERE, new Text("スマートフォンを読み取れる施設", "phones can be read here"));
        variants.put(NOT_HERE, new Text("読み取れない施設", "phones cannot be read here"));
        return variants;
    }

    @Override
    public Leaflet compose(Issue issue) {
        return issue.variant().equals(Optional.of(NOT_HERE)) ? notHere(issue) : here(issue);
    }

    private static Leaflet here(Issue issue) {
        Rule ask = AtTheDesk.shown(issue, "smartphone", "not-asked");
        Rule trouble = AtTheDesk.shown(issue, "smartphone-only-unreadable", "unreachable");
        boolean begun = AtTheDesk.mark(AtTheDesk.shown(issue, "smartphone", "active")) == Block.Mark.YES;
        List<Block> blocks = new ArrayList<>();
        if (begun) {
            blocks.add(new Block.Lead(
                    issue.say("スマートフォンで受付ができます", "スマートフォンで 受付が できます", "You can check in with your phone")));
            blocks.add(new Block.Steps(List.of(
                    issue.say("カードリーダーの画面で「スマートフォン」を選ぶ", "機械の 画面で「スマートフォン」を えらぶ", "Choose “smartphone” on the reader"),
                    issue.say(
                            "スマートフォンの種類を選び、本人確認をする（顔・指紋か、4桁の暗証番号）",
                            "スマートフォンの 種類を えらんで、顔・指・4つの 数字で 確認する",
                            "Choose the kind of phone and confirm yourself by face, finger or 4-digit PIN"),
                    issue.say("読み取り機にスマートフォンをかざす", "小さい 機械に スマートフォンを 近づける", "Hold the phone to the small reader"),
                    issue.say("画面で同意を選んで、終わり", "画面で「はい」か「いいえ」を えらぶ。おわり", "Answer the questions on the screen"))));
        } else {
            blocks.add(new Block.Lead(issue.say(
                    "スマートフォンでの受付は、まだ始まっていません", "スマートフォンは まだ 使えません", "Checking in by phone has not begun yet")));
        }
        blocks.add(new Block.Boxed(
                issue.say("読み取れなかったときは", "読めなかった ときは", "If it cannot be read"),
                List.of(new Block.Para(issue.toPatient(trouble)))));
        blocks.add(new Block.Para(carry(issue)));
        return new Leaflet(Leaflet.Look.POSTER, title(issue), blocks, List.of(ask, trouble));
    }

    private static Leaflet notHere(Issue issue) {
        Rule phoneOnly = AtTheDesk.shown(issue, "smartphone-only-unreadable", "not-asked");
        return new Leaflet(
                Leaflet.Look.POSTER,
                title(issue),
                List.of(
                        new Block.Lead(issue.say(
                                "ここでは、まだスマートフォンを読み取れません", "ここでは、スマートフォンは まだ 使えません", "Phones cannot be read here yet")),
                        new Block.Marked(List.of(
                                new Block.Item(
                                        Block.Mark.YES,
                                        Optional.of(Picture.CARD),
                                        issue.say("カードをお持ちの方", "カードが ある 人", "If you have the card"),
                                        issue.say(
                                                "カードをカードリーダーに置いてください。",
                                                "カードを 機械に 置いてください。",
                                                "Place the card on the reader.")),
                                new Block.Item(
                                        Block.Mark.ASK,
                                        Optional.of(Picture.PHONE),
                                        issue.say("スマートフォンだけの方", "スマートフォンだけの 人", "If you have only the phone"),
                                        issue.toPatient(phoneOnly)))),
                        new Block.Para(carry(issue))),
                List.of(phoneOnly));
    }

    private static String title(Issue issue) {
        return issue.say("スマートフォンのマイナ保険証", "スマートフォンの マイナ保険証", "My Number insurance card on your phone");
    }

    private static String carry(Issue issue) {
        return issue.say(
                "スマートフォンが使えない施設もあります。カードもお持ちください。",
                "スマートフォンを 使えない 病院も あります。カードも 持ってきてください。",
                "Not every facility can read phones. Please carry the card too.");
    }
}
