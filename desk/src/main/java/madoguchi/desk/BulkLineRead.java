package madoguchi.desk;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Problem;

/**
 * 名簿の1行 – a line as it was typed, with what was understood of it and everything that is wrong.
 *
 * @param number of the line, from 1
 * @param typed the line
 * @param entry what was understood; absent when something is wrong
 * @param problems what is wrong; {@code place} is the column
 */
public record BulkLineRead(int number, String typed, Optional<BulkEntry> entry, List<Problem> problems) {

    /** Copies the list. */
    public BulkLineRead {
        problems = List.copyOf(problems);
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "BulkLineRead[" + number + "]";
    }
}
