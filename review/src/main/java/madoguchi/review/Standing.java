package madoguchi.review;

import java.util.List;

/**
 * 処理の様子 – all that the pages tell about settling.
 *
 * @param state what this program is doing or did last
 * @param elsewhere whether another program (a command) is settling
 * @param months that wait
 */
public record Standing(RunState state, boolean elsewhere, List<WaitingMonth> months) {

    /** Copies the list. */
    public Standing {
        months = List.copyOf(months);
    }

    /** Whether a run is under way, here or elsewhere. */
    public boolean isUnderWay() {
        return elsewhere || state instanceof RunState.Running;
    }
}
