package madoguchi.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.core.Answer;
import madoguchi.core.BulkChange;
import madoguchi.core.BulkDifference;
import madoguchi.core.BulkResult;
import madoguchi.core.Coverage;
import madoguchi.core.Reply;
import madoguchi.core.Text;

/**
 * 結果の1行 – one patient of a finished list, with what to do.
 *
 * @param group where it stands in the table
 * @param own 患者番号
 * @param who the name the hub knows, or the list's
 * @param entry the patient as the list had it; absent for a result that fits nobody on the list
 * @param state the outcome as word and shape
 * @param detail what the outcome is called beside the word
 * @param change since the last time
 * @param differences what of it, where the hub tells
 * @param coverage insurer and number as the hub shows them; absent without a coverage
 * @param todo what to do now
 */
public record BulkRow(
        Group group,
        String own,
        String who,
        Optional<BulkEntry> entry,
        State state,
        Text detail,
        BulkChange change,
        List<BulkDifference> differences,
        Optional<Coverage> coverage,
        Text todo) {

    /** Copies the list. */
    public BulkRow {
        differences = List.copyOf(differences);
    }

    /** 並び – what needs a hand first. */
    public enum Group {
        /** 変わった人. */
        CHANGED(new Text("前回と変わった人", "Changed since the last time")),
        /** 有効でない人. */
        NOT_ACTIVE(new Text("有効と確かめられなかった人", "Not confirmed as valid")),
        /** そのほか. */
        REST(new Text("有効で、前回から変わっていない人・初めての人", "Valid, and unchanged or asked for the first time"));

        private final Text label;

        Group(Text label) {
            this.label = label;
        }

        /** The heading. */
        public Text label() {
            return label;
        }
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "BulkRow[" + group + "]";
    }

    /** The rows of a finished list: changed first, then those not active, then the rest, each in the order of the list. A patient without a result is not passed over. */
    static List<BulkRow> of(List<BulkEntry> entries, List<BulkResult> results) {
        Map<String, BulkResult> byIdentifier = new HashMap<>();
        results.forEach(result -> result.identifier().ifPresent(id -> byIdentifier.putIfAbsent(id, result)));
        List<BulkRow> rows = new ArrayList<>();
        for (BulkEntry entry : entries) {
            String identifier = entry.question().identifier().orElse("");
            rows.add(Optional.ofNullable(byIdentifier.remove(identifier))
                    .map(result -> of(entry, result))
                    .orElseGet(() -> without(entry)));
        }
        rows.sort(Comparator.comparing(BulkRow::group));
        return List.copyOf(rows);
    }

    private static BulkRow of(BulkEntry entry, BulkResult result) {
        Answer answer = result.reply().answer();
        return new BulkRow(
                group(result),
                entry.own(),
                who(entry, answer),
                Optional.of(entry),
                state(answer),
                State.detail(answer),
                result.change(),
                result.differences().orElse(List.of()),
                answer.coverages().stream().findFirst(),
                todo(result));
    }

    private static BulkRow without(BulkEntry entry) {
        return new BulkRow(
                Group.NOT_ACTIVE,
                entry.own(),
                entry.name(),
                Optional.of(entry),
                State.NOT_ASKED,
                new Text("結果がない", "no result"),
                BulkChange.UNKNOWN,
                List.of(),
                Optional.empty(),
                new Text("この人の結果は届いていません。番号照会（F2）で1人ずつ確かめます。", "No result came. Ask for this patient alone (F2)."));
    }

    /** {@code 変更あり（負担割合、氏名・住所など）}. */
    public Text changed() {
        Text word = change.label();
        return differences.isEmpty()
                ? word
                : new Text(
                        word.ja() + "（"
                                + differences.stream()
                                        .map(one -> one.label().ja())
                                        .collect(Collectors.joining("、"))
                                + "）",
                        word.en() + " ("
                                + differences.stream()
                                        .map(one -> one.label().en())
                                        .collect(Collectors.joining("; "))
                                + ")");
    }

    private static Group group(BulkResult result) {
        if (result.change() == BulkChange.CHANGED) {
            return Group.CHANGED;
        }
        return result.reply().answer() instanceof Answer.Active ? Group.REST : Group.NOT_ACTIVE;
    }

    private static State state(Answer answer) {
        return answer.isFromPeer() ? State.of(answer) : State.CHECK;
    }

    private static String who(BulkEntry entry, Answer answer) {
        return answer.coverages().stream()
                .findFirst()
                .map(coverage -> coverage.holder().name().reading())
                .orElse(entry.name());
    }

    private static Text todo(BulkResult result) {
        Reply reply = result.reply();
        return switch (reply.answer()) {
            case Answer.Active a -> active(result);
            case Answer.ActiveUnregistered a ->
                new Text(
                        "医療扶助は有効ですが、医療券が登録されていません。福祉事務所に確かめます。",
                        "Medical assistance is valid, but no ticket is registered. Ask the welfare office.");
            case Answer.Inactive a ->
                new Text(
                        "この番号は無効です。電話で今の保険を尋ね、当日はマイナンバーカードか資格確認書を持ってきてもらいます。",
                        "This number is not valid. Ask by telephone about the present insurance; the card or certificate is needed on the day.");
            case Answer.InactiveNewExists a ->
                new Text(
                        "新しい資格があります。電話で尋ね、当日はマイナンバーカードか新しい資格確認書を持ってきてもらいます。",
                        "A newer coverage exists. Ask by telephone; the card or the new certificate is needed on the day.");
            case Answer.NotFound a ->
                new Text(
                        "該当がありません。保険者番号・番号・生年月日をカルテと見比べ、合っていれば当日に確かめます。",
                        "Nothing found. Compare insurer, number and birth date with the chart; if right, verify on the day.");
            case Answer.Ambiguous a ->
                new Text("複数の人が当てはまります。枝番を入れて照会し直します。", "Several persons fit. Ask again with the branch number.");
            case Answer.Unreachable(var cause, var code, var words) ->
                new Text("照会できませんでした。" + words.ja(), "Could not be asked. " + words.en());
            case Answer.NotAsked a -> new Text("照会していません。", "Not asked.");
        };
    }

    private static Text active(BulkResult result) {
        return switch (result.change()) {
            case CHANGED ->
                new Text(
                        "登録の内容が変わっています。カルテの番号・負担割合・住所を直します。",
                        "What is registered has changed. Correct number, share and address in the chart.");
            case SAME -> new Text("そのままで結構です。当日の確認だけ行います。", "Nothing to do; verify on the day.");
            case FIRST -> new Text("カルテと見比べます。", "Compare with the chart.");
            case UNKNOWN ->
                result.limitMayHaveChanged()
                        ? new Text(
                                "カルテと見比べます。限度額の情報は、変わったか判定できないとのことです。",
                                "Compare with the chart. Whether the limit changed could not be told.")
                        : new Text("カルテと見比べます。限度額の情報は変わっていません。", "Compare with the chart. The limit has not changed.");
        };
    }
}
