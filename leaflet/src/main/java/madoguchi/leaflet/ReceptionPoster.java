package madoguchi.leaflet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.Rule;

/** 受付方法のポスター – what to show at the reception on that day, as the table {@code insurance} decides it (R-ACC, R-OLD, R-SP). */
final class ReceptionPoster implements LeafletKind {

    @Override
    public String name() {
        return "reception";
    }

    @Override
    public Text title() {
        return new Text("受付で見せるもの（掲示）", "What to show at the reception (poster)");
    }

    @Override
    public Text purpose() {
        return new Text("入口や受付に貼り、患者さんが読みます。", "For patients, at the entrance or the desk.");
    }

    @Override
    public Leaflet compose(Issue issue) {
        List<Rule> rests = new ArrayList<>();
        List<Block.Item> items = new ArrayList<>();
        for (Thing thing : Thing.values()) {
            Rule rule = AtTheDesk.shown(issue, thing.shown, thing.outcome);
            rests.add(rule);
            items.add(thing.item(issue, rule));
        }
        rests.addAll(Support.rows(issue, "patients-line"));
        return new Leaflet(
                Leaflet.Look.POSTER,
                issue.say("受付で見せてください", "受付で 見せてください", "Please show at the reception"),
                List.of(
                        new Block.Lead(issue.say(
                                "マイナ保険証 か 資格確認書 をお出しください",
                                "マイナンバーカード か 資格確認書を 出してください",
                                "Your My Number insurance card or your eligibility certificate")),
                        new Block.Marked(items),
                        new Block.Para(
                                issue.say(
                                        "機器の不具合などで読み取れないときも、カードをお出しいただければ、いつもの負担割合です。受付にお声がけください。",
                                        "機械が カードを 読めないときも、カードを 出してください。お金は いつもと 同じです。受付の 人に 聞いてください。",
                                        "If the reader fails, please show your card all the same: you pay your usual share. Ask at the desk.")),
                        Support.phone(
                                issue,
                                "patients-line",
                                issue.say(
                                        "マイナンバー総合フリーダイヤル（通話無料）",
                                        "マイナンバーカードの 電話（お金は かかりません）",
                                        "My Number helpline (free of charge)"))),
                rests);
    }

    /** 見せるもの. */
    private enum Thing {
        CARD(
                "card",
                "active",
                Picture.CARD,
                new Words("マイナ保険証（カード）", "マイナンバーカード（保険証として 登録したもの）", "My Number insurance card"),
                new Words(
                        "カードリーダーに置いてください。登録がまだの方は、その場で登録できます。",
                        "機械に 置いてください。登録していない人は、ここで 登録できます。",
                        "Place it on the reader. If it is not registered yet, you can register on the spot.")),
        PHONE(
                "smartphone",
                "active",
                Picture.PHONE,
                new Words("マイナ保険証（スマートフォン）", "マイナンバーカードを 入れた スマートフォン", "My Number insurance card on your phone"),
                new Words(
                        "読み取れる施設だけで使えます。カードもお持ちください。",
                        "使えない 病院も あります。カードも 持ってきてください。",
                        "Only where phones can be read. Please carry the card too.")),
        CERTIFICATE(
                "certificate",
                "not-asked",
                Picture.CERTIFICATE,
                new Words("資格確認書", "資格確認書", "Eligibility certificate"),
                new Words("有効期限の内のものをお出しください。", "期限が 切れていないものを 出してください。", "It must be within its validity.")),
        NOTICE(
                "notice",
                "not-asked",
                Picture.LETTER,
                new Words("資格情報のお知らせ だけ", "資格情報のお知らせ だけ", "The eligibility notice alone"),
                new Words(
                        "マイナンバーカードと一緒にお出しください。",
                        "マイナンバーカードと いっしょに 出してください。",
                        "Please show it together with your card.")),
        SCREEN(
                "portal-only",
                "not-asked",
                Picture.PHONE,
                new Words(
                        "マイナポータルの画面・PDF だけ（カードの方）",
                        "マイナポータルの 画面 だけ",
                        "The Mynaportal screen or PDF alone, without your card"),
                new Words(
                        "マイナンバーカードと一緒にお出しください。",
                        "マイナンバーカードと いっしょに 出してください。",
                        "Please show it together with your card.")),
        OLD_CARD(
                "insurance-card",
                "not-asked",
                Picture.CERTIFICATE,
                new Words("健康保険証（これまでの保険証）", "古い 保険証", "The former insurance card"),
                new Words("", "", ""));

        private final String shown;
        private final String outcome;
        private final Picture picture;
        private final Words name;
        private final Words text;

        Thing(String shown, String outcome, Picture picture, Words name, Words text) {
            this.shown = shown;
            this.outcome = outcome;
            this.picture = picture;
            this.name = name;
            this.text = text;
        }

        private Block.Item item(Issue issue, Rule rule) {
            Block.Mark mark = AtTheDesk.mark(rule);
            String said = issue.say(text);
            return new Block.Item(
                    mark, Optional.of(picture), issue.say(name), said.isEmpty() ? ofRule(issue, rule, mark) : said);
        }

        private static String ofRule(Issue issue, Rule rule, Block.Mark mark) {
            return mark == Block.Mark.YES
                    ? issue.say("券面の有効期限の内なら使えます。", "期限が 切れていなければ 使えます。", "Usable within the validity printed on it.")
                    : issue.toPatient(rule);
        }
    }
}
