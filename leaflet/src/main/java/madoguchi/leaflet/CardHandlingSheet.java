package madoguchi.leaflet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.Kind;
import madoguchi.policy.Rule;
import madoguchi.policy.Table;

/** カードの扱いの心得 – what staff may do with a patient's card, with and without consent, as the table {@code card-handling} decides (R-CARD-01 to R-CARD-06). */
final class CardHandlingSheet implements StaffSheet {

    @Override
    public String name() {
        return "card-handling";
    }

    @Override
    public Text title() {
        return new Text("カードの扱いの心得（職員用）", "Handling patients' cards (staff)");
    }

    @Override
    public Text purpose() {
        return new Text("受付の内側に貼ります。してよいことと、いけないことです。", "Behind the desk: what is allowed and what is not.");
    }

    @Override
    public Leaflet compose(Issue issue) {
        Table table = issue.table("card-handling");
        List<Rule> rests = new ArrayList<>();
        List<Block.Item> items = new ArrayList<>();
        for (Kind act : table.facets().getFirst().kinds()) {
            Rule given = issue.decide("card-handling", "act", act.word(), "consent", "given");
            Rule without = issue.decide("card-handling", "act", act.word(), "consent", "not-given");
            rests.add(given);
            rests.add(without);
            items.add(item(issue, act, given, without));
        }
        return new Leaflet(
                Leaflet.Look.STAFF,
                issue.say("マイナンバーカードの扱い", "Handling My Number cards"),
                List.of(
                        new Block.Lead(issue.say(
                                "表は、了解があり、請求に必要な範囲なら。裏は、けっして写さない。",
                                "The front: with consent, as far as the claim needs. The back: never copied.")),
                        new Block.Marked(items)),
                rests);
    }

    private static Block.Item item(Issue issue, Kind act, Rule given, Rule without) {
        boolean same = given.equals(without);
        Block.Mark mark =
                switch (given.verdict()) {
                    case "permitted" -> same ? Block.Mark.YES : Block.Mark.ASK;
                    case "only-by-patient" -> Block.Mark.ASK;
                    default -> Block.Mark.NO;
                };
        String text = issue.say(given.then().next())
                + (same
                        ? ""
                        : issue.say("　了解がなければ：", " Without consent: ")
                                + issue.say(without.then().next()));
        return new Block.Item(mark, Optional.empty(), issue.say(act.label()), text);
    }
}
