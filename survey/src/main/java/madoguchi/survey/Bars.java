package madoguchi.survey;

import java.util.List;

/**
 * 棒グラフ – what a chart shows; the same figures stand in a table beside it.
 *
 * @param title what it is about, for whoever cannot see it
 * @param rows from top to bottom
 */
public record Bars(String title, List<Row> rows) {

    /**
     * 棒.
     *
     * @param label name
     * @param share how long, of 100 %
     * @param words what stands behind it
     */
    public record Row(String label, Share share, String words) {

        /** Its length in thousandths. */
        public long length() {
            return share.tenths().orElse(0L);
        }
    }

    /** Copies the list. */
    public Bars {
        rows = List.copyOf(rows);
    }
}
