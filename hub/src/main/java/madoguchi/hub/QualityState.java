package madoguchi.hub;

/** 点検の状態 – what a report on the registers is doing in this process. */
public sealed interface QualityState {

    /** 未実行 – none was asked for since the start, or the last one is finished and stored. */
    record Idle() implements QualityState {}

    /**
     * 実行中.
     *
     * @param read persons' ids gone through
     * @param most the last of them
     */
    record Running(long read, long most) implements QualityState {}

    /** 失敗 – nothing was stored. */
    record Failed() implements QualityState {}
}
