package madoguchi.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * A tick on the words of an option, or a line through them, lies on printed ink. So ink is weighed: in windows of 3.5 mm along the words, what is dark in the picture against what is dark on the empty form. How much a line, a lens or a printer thickens letters is the same all over
 * a page, but a dense 漢字 gains less by it than a thin one, whose strokes do not run together. So what is seen is taken as a share of the letters as printed and a share of the same letters thickened; the two shares are fitted to the page's own windows by least squares, then once
 * more without the windows that stick out most. What a window has beyond that was written, if it is more than a pen's stroke and more than windows of this page differ anyway.
 */

/** 語の上の手書き – where among the printed words of a page more ink lies than was printed. */
final class WordInk {

    private static final double WINDOW = 3.5;
    private static final double HALF_HEIGHT = 1.8;

    /** A stroke across a window, square millimetres. */
    private static final double STROKE = 1.75;

    /** So many times the usual difference of a page is no chance any more. */
    private static final double UNUSUAL = 6;

    /** Where letters are dense, what a line makes of them differs more: this share of the ink that was to be seen is no chance any more. */
    private static final double DENSE = 0.45;

    /** The stroke of a thin pen, square millimetres, and the share of dense letters it must exceed. */
    private static final double THIN_STROKE = 1.1;

    private static final double THIN_DENSE = 0.28;

    /** What a thin line adds to a window, and in how many windows in a row it does so. */
    private static final double THIN_LINE = 0.85;

    private static final int RUN = 3;

    /** So many windows of ten are taken for unwritten. */
    private static final int UNWRITTEN = 8;

    private final Map<FormLayout.Box, List<Window>> windows = new HashMap<>();
    private final Shares shares;
    private final double limit;

    /**
     * 窓.
     *
     * @param from how far right of the middle of its box it begins, millimetres
     * @param printed ink of the empty form, square millimetres
     * @param thick the same ink thickened
     * @param seen ink of the picture
     */
    private record Window(double from, double printed, double thick, double seen) {}

    /** How much of the letters as printed, and of the letters thickened, a window of this page shows. */
    private record Shares(double printed, double thick) {

        double usual(Window window) {
            return printed * window.printed() + thick * window.thick();
        }

        double more(Window window) {
            return window.seen() - usual(window);
        }

        /** By least squares. */
        static Shares fitted(List<Window> windows) {
            double pp = 1e-6;
            double pt = 0;
            double tt = 1e-6;
            double ps = 0;
            double ts = 0;
            for (Window window : windows) {
                pp += window.printed() * window.printed();
                pt += window.printed() * window.thick();
                tt += window.thick() * window.thick();
                ps += window.printed() * window.seen();
                ts += window.thick() * window.seen();
            }
            double whole = pp * tt - pt * pt;
            return Math.abs(whole) < 1e-9
                    ? new Shares(1, 0)
                    : new Shares((ps * tt - ts * pt) / whole, (ts * pp - ps * pt) / whole);
        }
    }

    /** Weighs the words beside every box whose frame was found. */
    WordInk(Picture picture, Place place, FormLayout layout, BlankForm blank, Map<FormLayout.Box, BoxFrame> frames) {
        frames.forEach((box, frame) -> {
            FormLayout.Line line = layout.words(box);
            List<Window> along = new ArrayList<>();
            for (double x = line.x(); x < line.x() + line.length() - WINDOW / 3; x += WINDOW / 2) {
                along.add(window(picture, place, blank, box, frame, x));
            }
            windows.put(box, along);
        });
        List<Window> all = windows.values().stream().flatMap(List::stream).toList();
        Shares first = Shares.fitted(all);
        List<Window> calm = all.stream()
                .sorted(Comparator.comparingDouble(window -> Math.abs(first.more(window))))
                .limit(Math.max(1, all.size() * UNWRITTEN / 10))
                .toList();
        shares = Shares.fitted(calm);
        double[] off = all.stream()
                .mapToDouble(window -> Math.abs(shares.more(window)))
                .sorted()
                .toArray();
        limit = Math.max(STROKE, off.length == 0 ? 0 : UNUSUAL * off[off.length / 2]);
    }

    private static Window window(
            Picture picture, Place place, BlankForm blank, FormLayout.Box box, BoxFrame frame, double x) {
        double y = box.y() - HALF_HEIGHT;
        return new Window(
                x - box.x(),
                blank.printed(x, y, WINDOW, 2 * HALF_HEIGHT),
                blank.thickened(x, y, WINDOW, 2 * HALF_HEIGHT),
                picture.ink(place, x + frame.x() - box.x(), y + frame.y() - box.y(), WINDOW, 2 * HALF_HEIGHT));
    }

    /** Whether something was written on the words of a box, from so many millimetres right of its middle on. */
    boolean isWritten(FormLayout.Box box, double from) {
        return windows.getOrDefault(box, List.of()).stream()
                .anyMatch(window ->
                        window.from() >= from && shares.more(window) > Math.max(limit, DENSE * shares.usual(window)));
    }

    /** Whether something may have been written on the words of a box: looked at where a question with one answer would else have none, so that a thin pen is not passed over. */
    boolean isPerhapsWritten(FormLayout.Box box) {
        return windows.getOrDefault(box, List.of()).stream()
                .anyMatch(window -> shares.more(window) > Math.max(THIN_STROKE, THIN_DENSE * shares.usual(window)));
    }

    /** Whether a line seems to run along the words of a box, from so many millimetres right of its middle on: little ink too much, but in three windows in a row. */
    boolean isStruck(FormLayout.Box box, double from) {
        List<Window> along = windows.getOrDefault(box, List.of()).stream()
                .filter(window -> window.from() >= from)
                .toList();
        for (int i = 0; i + RUN <= along.size(); i++) {
            List<Window> run = along.subList(i, i + RUN);
            double more = run.stream().mapToDouble(shares::more).sum();
            double usual = run.stream().mapToDouble(shares::usual).sum();
            if (more > Math.max(RUN * THIN_LINE, THIN_DENSE * usual)) {
                return true;
            }
        }
        return false;
    }
}
