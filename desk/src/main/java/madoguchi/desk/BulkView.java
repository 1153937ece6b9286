package madoguchi.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 一括照会の用紙 – the sheet for a new list.
 *
 * @param day 資格確認日 as typed
 * @param dayFault what is wrong with it
 * @param text the list as typed
 * @param lines what was understood of it; empty before the preview
 * @param visited the day whose receptions can be put in, as typed
 * @param note what happened; absent mostly
 * @param once makes the same sheet sent twice one list
 * @param earlier lists sent before, newest first
 * @param today the present day
 */
public record BulkView(
        String day,
        Optional<Text> dayFault,
        String text,
        List<BulkLineRead> lines,
        String visited,
        Optional<Text> note,
        String once,
        List<BulkList> earlier,
        LocalDate today) {

    /** Copies the lists. */
    public BulkView {
        lines = List.copyOf(lines);
        earlier = List.copyOf(earlier);
    }

    /** Lines that were understood. */
    public long good() {
        return lines.stream().filter(line -> line.entry().isPresent()).count();
    }

    /** Lines with faults. */
    public long faulty() {
        return lines.size() - good();
    }

    /** Whether the list can be sent. */
    public boolean canStart() {
        return good() > 0 && good() <= BulkText.MOST && dayFault.isEmpty();
    }

    /** Never prints the persons. */
    @Override
    public String toString() {
        return "BulkView[lines=" + lines.size() + "]";
    }
}
