package madoguchi.desk;

import java.util.List;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.Text;

/**
 * 助成のひとこと – what the reception page says of the patient's subsidies.
 *
 * @param mark ● confirmed, ◐ something to do, – nothing known
 * @param words how it stands
 * @param next one sentence for the next step; empty where there is none
 */
public record SubsidyLine(String mark, Text words, Text next) {

    static SubsidyLine of(Visit visit, List<SubsidyCard> cards) {
        List<SubsidyCard> known =
                cards.stream().filter(card -> card.certificate().isPresent()).toList();
        List<SubsidyCard> open =
                known.stream().filter(card -> !card.confirmed()).toList();
        if (known.isEmpty()) {
            return new SubsidyLine(
                    "–",
                    SubsidyBook.answer(visit) instanceof SubsidyAnswer.NotAsked
                            ? new Text("助成は照会していません。", "Subsidies were not asked for.")
                            : new Text(
                                    "助成の情報は届いていません（ないとは限りません）。",
                                    "No subsidy came (which does not mean that there is none)."),
                    Text.same(""));
        }
        String names =
                String.join("・", known.stream().map(card -> card.title().ja()).toList());
        return open.isEmpty()
                ? new SubsidyLine("●", new Text("確認済み: " + names, "confirmed: " + names), Text.same(""))
                : new SubsidyLine(
                        "◐",
                        new Text("確認が要ります: " + names, "needs a look: " + names),
                        open.getFirst().rule().then().next());
    }
}
