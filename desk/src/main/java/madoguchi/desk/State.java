package madoguchi.desk;

import madoguchi.core.Answer;
import madoguchi.core.Text;

/** 受付の状態 – word and shape together, never colour alone, never "無保険". */
public enum State {
    /** 有効. */
    ACTIVE("●", "ok", "有効", "valid"),
    /** 無効 – by this number; says nothing about other coverage. */
    INACTIVE("▲", "no", "無効", "not valid"),
    /** 要確認 – answered, but a person has to look. */
    CHECK("◐", "ask", "要確認", "to check"),
    /** 未照会. */
    NOT_ASKED("○", "none", "未照会", "not asked"),
    /** 障害 – nobody answered; nothing is known about the person. */
    DOWN("✕", "down", "障害", "no answer"),
    /** 照会中. */
    ASKING("…", "none", "照会中", "asking");

    private final String mark;
    private final String css;
    private final Text word;

    State(String mark, String css, String ja, String en) {
        this.mark = mark;
        this.css = css;
        this.word = new Text(ja, en);
    }

    public String mark() {
        return mark;
    }

    public String css() {
        return css;
    }

    public Text word() {
        return word;
    }

    /** The state an answer puts a reception into. */
    static State of(Answer answer) {
        return switch (answer) {
            case Answer.Active a -> ACTIVE;
            case Answer.ActiveUnregistered a -> CHECK;
            case Answer.Inactive a -> INACTIVE;
            case Answer.InactiveNewExists a -> INACTIVE;
            case Answer.NotFound a -> CHECK;
            case Answer.Ambiguous a -> CHECK;
            case Answer.Unreachable a -> DOWN;
            case Answer.NotAsked a -> NOT_ASKED;
        };
    }

    /** What the outcome is called beside the word; empty where the word says it all. */
    public static Text detail(Answer answer) {
        return switch (answer) {
            case Answer.Active a -> Text.same("");
            case Answer.ActiveUnregistered a -> new Text("医療券 未登録", "no ticket registered yet");
            case Answer.Inactive a -> Text.same("");
            case Answer.InactiveNewExists a -> new Text("新しい資格あり", "newer coverage exists");
            case Answer.NotFound a -> new Text("該当資格なし", "no such coverage");
            case Answer.Ambiguous a -> new Text("複数該当", "several match");
            case Answer.Unreachable(var cause, var code, var detail) -> cause(cause);
            case Answer.NotAsked a -> Text.same("");
        };
    }

    /** The hop that failed. */
    public static Text cause(Answer.Cause cause) {
        return switch (cause) {
            case TERMINAL -> new Text("資格確認端末", "terminal");
            case NETWORK -> new Text("回線", "line");
            case HUB -> new Text("資格確認システム", "verification system");
            case TIMEOUT -> new Text("時間切れ", "timeout");
            case OVERLOAD -> new Text("混雑", "overload");
            case REFUSED -> new Text("要求エラー", "refused");
            case UNREADABLE -> new Text("読めない回答", "unreadable answer");
        };
    }
}
