package madoguchi.subsidy;

import madoguchi.core.Text;

/** 処理の状態. */
public enum TaskState {
    /** 受信中 – records are still coming, or the sender went away before the end: then nothing of it is stored. */
    RECEIVING("受信中", "receiving"),
    /** 読めない – no array up to its end, or an empty one; nothing was stored. */
    REFUSED("受け付けない", "refused"),
    /** 確認待ち – checked; stored once it is confirmed. */
    WAITING("確認待ち", "waits for confirmation"),
    /** 取りやめ – not confirmed; nothing was stored. */
    DISCARDED("取りやめ", "discarded"),
    /** 登録中. */
    STORING("登録中", "storing"),
    /** 登録済. */
    STORED("登録済", "stored"),
    /** 取消済 – what it said does not count any more. */
    UNDONE("取消済", "undone");

    private final Text label;

    TaskState(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** What it is called. */
    public Text label() {
        return label;
    }
}
