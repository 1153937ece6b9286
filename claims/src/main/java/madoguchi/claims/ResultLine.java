package madoguchi.claims;

import java.util.List;
import java.util.Optional;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Text;
import madoguchi.settle.Outcome;
import madoguchi.settle.SettleRule;
import madoguchi.settle.SettleRules;

/**
 * 資格確認結果の一行 – what the agency says became of one receipt, or of one part of a split one.
 *
 * @param reception 受付番号 of the claim file
 * @param claimMonth 請求年月, {@code YYYY-MM}
 * @param receipt レセプト番号
 * @param ordinal which receipt of the file, from 1
 * @param chart カルテ番号等
 * @param serviceMonth 診療年月, {@code YYYY-MM}; empty when unreadable
 * @param outcome what became of it
 * @param rule id of the rule
 * @param part from 1
 * @param claimed insurer, symbol, number, branch as claimed; empty texts where there is none
 * @param found likewise, where another one was found
 * @param lost 資格喪失日, {@code YYYY-MM-DD}; empty when not known
 * @param sentence the agency's reason
 */
public record ResultLine(
        String reception,
        String claimMonth,
        String receipt,
        long ordinal,
        String chart,
        String serviceMonth,
        Outcome outcome,
        String rule,
        int part,
        List<String> claimed,
        List<String> found,
        String lost,
        String sentence) {

    /** Copies the lists. */
    public ResultLine {
        claimed = List.copyOf(claimed);
        found = List.copyOf(found);
    }

    /** なぜ – the rule's own sentence; the agency's where the rule is not known here. */
    public Text why() {
        return SettleRules.all().stream()
                .filter(known -> known.id().equals(rule))
                .map(SettleRule::reason)
                .findFirst()
                .orElse(Text.same(sentence));
    }

    /** 何をするか – what the facility does with it. */
    public Text todo() {
        return switch (outcome) {
            case TRANSFERRED, BRANCH_FILLED ->
                new Text(
                        "請求は済んでいます。患者登録の番号を新しいものに直してください。",
                        "It is billed. Correct the number in the patient's record.");
            case SPLIT ->
                new Text(
                        "請求は済んでいます。変わった日を患者登録に書いてください。",
                        "It is billed. Note the day of the change in the patient's record.");
            case BILLED_AS_CLAIMED ->
                new Text(
                        "記載の保険者に請求されました。新しい資格を患者に尋ねてください。",
                        "The insurer on the claim is billed. Ask the patient for the new coverage.");
            case NOT_SPLIT ->
                new Text(
                        "分割されず、記載の保険者に請求されました。後で返戻になったら、資格ごとに二枚のレセプトを作って請求します。変わった日を患者に確かめてください。",
                        "It was not split; the insurer on the claim is billed. Should it come back, make two receipts, one for each coverage. Ask the patient for the day of the change.");
            case NOT_CONFIRMED, PASSED_ON ->
                new Text("後で返戻になることがあります。患者に番号を尋ねてください。", "It may come back later. Ask the patient for the number.");
            case RETURNED_COLLECTED, RETURNED_DEATH, RETURNED_INCOMPLETE, UNREADABLE ->
                new Text(
                        "返戻です。受付の記録を直し、レセコンで作り直して、次の請求のファイルで点検してください。",
                        "Returned. Correct the reception, make the receipt anew, and check it with the next claim.");
            case UNCHANGED, PUBLIC_ONLY -> new Text("することはありません。", "Nothing to do.");
        };
    }

    /** The number as claimed; empty when it is not one. */
    Optional<InsuredId> claimedId() {
        return InsurerNumber.hasShape(claimed.get(0))
                        && !claimed.get(2).isBlank()
                        && claimed.get(2).length() <= 20
                ? Optional.of(new InsuredId(
                        new InsurerNumber(claimed.get(0)),
                        Optional.of(claimed.get(1)).filter(text -> !text.isBlank() && text.length() <= 20),
                        claimed.get(2),
                        Optional.empty()))
                : Optional.empty();
    }

    /** The outcome and place only. */
    @Override
    public String toString() {
        return "ResultLine[" + ordinal + " " + outcome + "]";
    }
}
