package madoguchi.leaflet;

import java.util.ArrayList;
import java.util.List;
import madoguchi.core.Text;
import madoguchi.policy.Rule;

/** 次回の持ち物 – the slip that reminds a patient what to bring next time (R-OLD-17): nothing of the person is printed, staff tick and write. */
final class NextTimeSlip implements LeafletKind {

    @Override
    public String name() {
        return "next-time";
    }

    @Override
    public Text title() {
        return new Text("次回の持ち物（渡す紙）", "What to bring next time (slip)");
    }

    @Override
    public Text purpose() {
        return new Text(
                "期限の切れた証やお知らせだけで来た患者さんに、印を付けて渡します。",
                "Ticked and given to patients who came with an expired card or the notice alone.");
    }

    @Override
    public List<PaperSize> sizes() {
        return List.of(PaperSize.A5, PaperSize.A4);
    }

    @Override
    public Leaflet compose(Issue issue) {
        Rule old = AtTheDesk.shown(issue, "expired-insurance-card", "active");
        Rule notice = AtTheDesk.shown(issue, "notice", "active");
        Rule paper = issue.decide("evidence-check", "evidence", "recipient-certificate");
        List<Rule> rests = new ArrayList<>(List.of(old, notice, paper));
        rests.addAll(Support.rows(issue, "patients-line"));
        return new Leaflet(
                Leaflet.Look.SLIP,
                issue.say("次に来るとき お持ちください", "つぎに 持ってくるもの", "Please bring next time"),
                List.of(
                        new Block.Ticks(List.of(
                                issue.say(
                                        "マイナ保険証（保険証として登録したマイナンバーカード）",
                                        "マイナンバーカード（保険証として 登録したもの）",
                                        "My Number insurance card"),
                                issue.say("資格確認書", "資格確認書（保険から 来た カード）", "Eligibility certificate"),
                                issue.say(
                                        "資格情報のお知らせ（マイナンバーカードと一緒に）",
                                        "資格情報のお知らせ（マイナンバーカードと いっしょに）",
                                        "Eligibility notice, together with the card"),
                                issue.say("医療費助成の受給者証", "医療費の 受給者証", "Recipient certificate of a medical subsidy"),
                                issue.say("その他（　　　　　　　　　　　　）", "ほか（　　　　　　　　　　　　）", "Other: ______________________"))),
                        new Block.Blanks(List.of(
                                issue.say("次回の日", "つぎの 日", "Next visit"), issue.say("担当", "受付の 人", "Written by"))),
                        new Block.Para(
                                issue.say(
                                        "次回からはマイナ保険証か資格確認書をお持ちください。お持ちでないと、確認にお時間がかかります。",
                                        "つぎは、マイナンバーカードか 資格確認書を 持ってきてください。ないと、時間が かかります。",
                                        "Next time, please bring your My Number insurance card or an eligibility certificate. Without them the check takes longer.")),
                        Support.phone(
                                issue,
                                "patients-line",
                                issue.say(
                                        "カードのことは（通話無料）",
                                        "カードのことを 聞く 電話（お金は かかりません）",
                                        "Questions about the card (free)"))),
                rests);
    }
}
