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

        /* What fits beside the bar, in widths of a kanji; a letter of the Latin alphabet takes about half of one. */
        private static final double LINE = 17;
        private static final double HALF = 0.55;
        private static final int LATIN = 0x2000;

        /** The name on one line, or on two; what does not fit on two is cut, and the table has it whole. */
        public List<String> lines() {
            int end = fits(label, 0);
            if (end == label.length()) {
                return List.of(label);
            }
            int space = label.lastIndexOf(' ', end);
            int first = space > 0 ? space : end;
            String rest = label.substring(first).strip();
            int second = fits(rest, 1);
            return List.of(
                    label.substring(0, first), second == rest.length() ? rest : rest.substring(0, fits(rest, 1)) + "…");
        }

        /* How many characters fit on a line of which so much is taken; all of them where no mark of a cut is needed. */
        private static int fits(String text, int taken) {
            double width = 0;
            for (int i = 0; i < text.length(); i++) {
                width += text.charAt(i) < LATIN ? HALF : 1;
                if (width > LINE - taken) {
                    return i;
                }
            }
            return text.length();
        }

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
