package madoguchi.review;

/** 処理を頼んだ結果 – what became of asking for a month to be settled. */
public sealed interface RunOutcome {

    /** 完了 – it was settled. */
    record Finished(RunReport report) implements RunOutcome {}

    /** 待ちなし – no file of that month waits. */
    record NothingWaits() implements RunOutcome {}

    /** 処理中 – a run is under way, here or in another process: there is one at a time, and nothing was begun. */
    record UnderWay() implements RunOutcome {}
}
