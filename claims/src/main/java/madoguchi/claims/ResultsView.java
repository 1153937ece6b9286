package madoguchi.claims;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.settle.Outcome;

/**
 * 審査支払機関の結果の画面.
 *
 * @param items open ones first
 * @param reasons how often which rule, by month
 * @param problems why a file sent was not taken; then nothing of it is kept
 * @param note what was taken
 */
public record ResultsView(List<Item> items, List<ReturnReason> reasons, List<Problem> problems, Optional<Text> note) {

    /** 結果の名. */
    public static Text outcome(ReturnReason reason) {
        return switch (Outcome.valueOf(reason.outcome())) {
            case UNCHANGED -> new Text("変更なし", "unchanged");
            case BRANCH_FILLED -> new Text("枝番特定", "branch filled");
            case NOT_CONFIRMED -> new Text("確認不能", "cannot be confirmed");
            case TRANSFERRED -> new Text("振替", "transferred");
            case SPLIT -> new Text("分割", "split");
            case BILLED_AS_CLAIMED -> new Text("資格喪失（記載の保険者へ請求）", "lost, billed as claimed");
            case NOT_SPLIT -> new Text("自動では分割できない（記載の保険者へ請求）", "cannot be split automatically, billed as claimed");
            case RETURNED_COLLECTED -> new Text("返戻（証回収後）", "returned: certificate collected");
            case RETURNED_DEATH -> new Text("返戻（死亡）", "returned: death");
            case PASSED_ON -> new Text("不詳（保険者間の調整へ）", "unidentified, passed on");
            case RETURNED_INCOMPLETE -> new Text("返戻（記載事項不備）", "returned: items missing");
            case PUBLIC_ONLY -> new Text("公費単独", "public payers only");
            case UNREADABLE -> new Text("返戻（読めない）", "returned: unreadable");
        };
    }

    /**
     * 一件.
     *
     * @param seq its place in the log
     * @param line what the agency says
     * @param done whether a clerk is done with it
     * @param visits the receptions it is about
     * @param canReclaim whether a file of its claim month is still kept
     */
    public record Item(long seq, ResultLine line, boolean done, List<String> visits, boolean canReclaim) {}
}
