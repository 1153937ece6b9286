package madoguchi.claims;

/**
 * 規則ごとの一件 – one receipt of a result letter as statistics may see it: without symbol and number.
 *
 * @param reception 受付番号 of the claim file
 * @param ordinal which receipt of the file, from 1
 * @param chart カルテ番号等; may be empty
 * @param serviceMonth 診療年月, {@code YYYY-MM}; empty when unreadable
 * @param claimed 保険者番号 as claimed; empty where none
 * @param found 保険者番号 found; empty where none
 * @param done whether a clerk is done with it
 */
public record RuledLine(
        String reception, long ordinal, String chart, String serviceMonth, String claimed, String found, boolean done) {

    static RuledLine of(ResultLine line, boolean done) {
        return new RuledLine(
                line.reception(),
                line.ordinal(),
                line.chart(),
                line.serviceMonth(),
                line.claimed().getFirst(),
                line.found().getFirst(),
                done);
    }

    /** The place only: a chart number leads to a patient. */
    @Override
    public String toString() {
        return "RuledLine[" + reception + "/" + ordinal + "]";
    }
}
