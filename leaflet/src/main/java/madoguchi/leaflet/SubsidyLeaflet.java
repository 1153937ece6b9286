package madoguchi.leaflet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.Rule;

/** 医療費助成の受給者証 – what proves a subsidy when the card cannot be read, before and after the change of 25 May 2026 (R-SUB-01 to R-SUB-08); and what the screen itself says (R-SP-13). */
final class SubsidyLeaflet implements LeafletKind {

    @Override
    public String name() {
        return "subsidy";
    }

    @Override
    public Text title() {
        return new Text("医療費助成の受給者証（ちらし）", "Recipient certificates of medical subsidies (leaflet)");
    }

    @Override
    public Text purpose() {
        return new Text("医療費助成を受けている患者さんに渡します。", "For patients who receive a medical-expense subsidy.");
    }

    @Override
    public Leaflet compose(Issue issue) {
        Rule read = subsidy(issue, "participating", "found", "not-yet");
        Rule card = subsidy(issue, "participating", "card-unreadable", "not-yet");
        Rule screen = subsidy(issue, "participating", "card-unreadable", "live-screen");
        Rule phone = subsidy(issue, "participating", "phone-unreadable", "not-yet");
        Rule saved = subsidy(issue, "participating", "card-unreadable", "pdf");
        Rule elsewhere = subsidy(issue, "not-participating", "card-unreadable", "not-yet");
        Rule wording = issue.decide("wording", "screen", "recipient-certificate");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Lead(
                screen.verdict().equals("confirmed")
                        ? issue.say(
                                "紙の受給者証か、マイナポータルの画面で確かめられます",
                                "紙の 受給者証か、マイナポータルの 画面を 見せてください",
                                "Your paper certificate, or its screen in Mynaportal")
                        : issue.say(
                                "紙の受給者証をお持ちください。画面は代わりになりません。",
                                "紙の 受給者証を 持ってきてください。画面は 使えません。",
                                "Please bring the paper certificate. The screen does not replace it.")));
        blocks.add(new Block.Marked(List.of(
                item(
                        Block.Mark.YES,
                        Picture.CARD,
                        issue.say("カードが読み取れるとき", "カードが 読めるとき", "When the card can be read"),
                        issue.say(
                                "オンラインで確かめられる自治体・制度なら、カードだけで確かめられます。読取機で「利用する」を選んでください。",
                                "カードだけで わかる 市や 町が あります。機械で「利用する」を えらんでください。",
                                "Where the municipality takes part, the card alone is enough. Choose “use” on the reader.")),
                item(
                        Block.Mark.YES,
                        Picture.LETTER,
                        issue.say("紙の受給者証", "紙の 受給者証", "Paper certificate"),
                        issue.say("いつでも使えます。", "いつでも 使えます。", "Good at any time.")),
                item(
                        mark(screen),
                        Picture.PHONE,
                        issue.say(
                                "マイナポータルの「医療受給者証」の画面",
                                "マイナポータルの「医療受給者証」の 画面",
                                "The Mynaportal screen of the certificate"),
                        screen.verdict().equals("confirmed") ? issue.toPatient(card) : issue.toPatient(screen)),
                item(
                        mark(saved),
                        Picture.PHONE,
                        issue.say("保存した画面・PDF", "保存した 画面・PDF", "A saved screen or PDF"),
                        issue.toPatient(saved)))));
        blocks.add(new Block.Boxed(
                issue.say(
                        "オンラインにまだ参加していない自治体・制度の助成",
                        "まだ カードで わからない 市や 町の 助成",
                        "Municipalities that do not take part yet"),
                List.of(new Block.Para(issue.toPatient(elsewhere)))));
        // The ministry's own wording is no plain Japanese.
        if (issue.voice() != Voice.EASY) {
            blocks.add(new Block.Note(issue.say("マイナポータルの画面の文言：", "What the screen itself says: ")
                    + issue.say(wording.then().next())));
        }
        return new Leaflet(
                Leaflet.Look.LEAFLET,
                issue.say("医療費助成を受けている方へ", "医療費の 助成を もらっている 人へ", "If you receive a medical-expense subsidy"),
                blocks,
                List.of(read, card, screen, phone, saved, elsewhere, wording));
    }

    private static Rule subsidy(Issue issue, String participation, String read, String recipient) {
        return issue.decide(
                "subsidy",
                "participation",
                participation,
                "facility",
                "pmh-connected",
                "read",
                read,
                "recipient",
                recipient);
    }

    private static Block.Mark mark(Rule rule) {
        return rule.verdict().equals("confirmed") ? Block.Mark.YES : Block.Mark.NO;
    }

    private static Block.Item item(Block.Mark mark, Picture picture, String name, String text) {
        return new Block.Item(mark, Optional.of(picture), name, text);
    }
}
