package madoguchi.review;

import java.time.YearMonth;
import madoguchi.core.Text;

/** 処理の状態 – how the run stands that was begun from the pages last. */
public sealed interface RunState {

    /** Nothing was begun since the program started. */
    record Idle() implements RunState {}

    /** How many receipts of how many. */
    record Running(YearMonth month, long done, long of) implements RunState {}

    /** It ended. */
    record Ended(YearMonth month, RunOutcome outcome) implements RunState {}

    /** It stopped; nothing was sent. */
    record Failed(YearMonth month, Text reason) implements RunState {}
}
