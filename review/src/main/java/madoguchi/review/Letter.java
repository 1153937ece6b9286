package madoguchi.review;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import madoguchi.core.Text;
import madoguchi.core.Wareki;
import madoguchi.settle.Outcome;
import madoguchi.settle.SettleRule;
import madoguchi.settle.SettleRules;
import madoguchi.uke.Body;

/**
 * 資格確認結果連絡書 – what a facility is told about one claim file.
 *
 * @param reception 受付番号
 * @param claimMonth 請求年月
 * @param facility 医療機関コード
 * @param body 審査支払機関 it was sent to
 * @param origin whose claim or correction it answers
 * @param issued 発行日
 * @param outcomes how many receipts came out how, the unchanged ones too
 * @param rows the first {@value #MOST} lines
 * @param told how many lines there are
 */
public record Letter(
        String reception,
        YearMonth claimMonth,
        String facility,
        Body body,
        Origin origin,
        LocalDate issued,
        Map<Outcome, Long> outcomes,
        List<LetterRow> rows,
        long told) {

    /** How many lines stand on paper; the CSV has all. */
    public static final int MOST = 100;

    /** Copies map and list. */
    public Letter {
        outcomes = Map.copyOf(outcomes);
        rows = List.copyOf(rows);
    }

    /** 発行日 in 和暦. */
    public String issuedOn() {
        return Wareki.format(issued);
    }

    /** 原審査, or for receipts that an insurer sent back 再審査. */
    public String which() {
        return origin == Origin.FACILITY ? "原審査" : "再審査";
    }

    /** The month in words. */
    public String month() {
        return claimMonth.getYear() + "年" + claimMonth.getMonthValue() + "月";
    }

    /** How many receipts came out so. */
    public long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** The rules that decided the lines shown, in the order of the book. */
    public List<SettleRule> rules() {
        List<String> used =
                rows.stream().map(row -> row.cell("rule")).distinct().toList();
        return SettleRules.all().stream()
                .filter(rule -> used.contains(rule.id()) && rule.holds(claimMonth))
                .toList();
    }

    /** 記号・番号・枝番 as claimed or found. */
    public static String id(LetterRow row, String which) {
        return List.of("symbol", "number", "branch").stream()
                .map(part -> row.cell(which + "_" + part))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("・"));
    }

    /** なぜ – the sentence of a rule; empty for one that this edition does not know. */
    public static Text reason(String rule) {
        return SettleRules.all().stream()
                .filter(known -> known.id().equals(rule))
                .map(SettleRule::reason)
                .findFirst()
                .orElse(Text.same(""));
    }

    /** The word for an outcome. */
    public static Text label(Outcome outcome) {
        return switch (outcome) {
            case UNCHANGED -> new Text("変更なし", "unchanged");
            case BRANCH_FILLED -> new Text("枝番特定", "branch number found");
            case NOT_CONFIRMED -> new Text("確認不能", "cannot be confirmed");
            case TRANSFERRED -> new Text("振替", "transferred");
            case SPLIT -> new Text("分割", "split");
            case BILLED_AS_CLAIMED -> new Text("資格喪失（レセプト記載の保険者への請求）", "lost: billed to the insurer on the claim");
            case NOT_SPLIT ->
                new Text(
                        "自動では分割できない（レセプト記載の保険者への請求）",
                        "cannot be split automatically: billed to the insurer on the claim");
            case RETURNED_COLLECTED -> new Text("資格喪失（証回収後）・返戻", "lost, certificate collected: returned");
            case RETURNED_DEATH -> new Text("資格喪失（死亡）・返戻", "lost by death: returned");
            case PASSED_ON -> new Text("不詳・保険者間の調整へ", "unidentified: passed on to the adjustment");
            case RETURNED_INCOMPLETE -> new Text("不詳・記載事項不備による返戻", "unidentified, items missing: returned");
            case PUBLIC_ONLY -> new Text("公費単独（対象外）", "public payers alone");
            case UNREADABLE -> new Text("読めないため返戻", "unreadable: returned");
        };
    }
}
