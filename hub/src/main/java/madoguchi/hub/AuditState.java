package madoguchi.hub;

/** 監査の状態 – what a verification of the log is doing in this process. */
public sealed interface AuditState {

    /** 未実行 – none was asked for since the start. */
    record Idle() implements AuditState {}

    /**
     * 実行中.
     *
     * @param read entries read so far
     * @param most entries there were at the start
     */
    record Running(long read, long most) implements AuditState {}

    /** 終了. */
    record Done(AuditReport report) implements AuditState {}

    /** 失敗 – it could not be read to the end. */
    record Failed() implements AuditState {}
}
