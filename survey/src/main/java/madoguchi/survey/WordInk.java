package madoguchi.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * A tick on the words of an option, or a line through them, lies on printed ink. So ink is weighed: in windows of 3.5 mm along the words, what is dark in the picture against what is dark on the empty form. How much a line, a lens or a pen of the printer thickens letters is the
 * same all over a page: it is the middle one of all windows' ratios. What a window has beyond that was written, if it is more than a pen's stroke and more than windows of this page differ anyway.
 */

/** 語の上の手書き – where among the printed words of a page more ink lies than was printed. */
final class WordInk {

    private static final double WINDOW = 3.5;
    private static final double HALF_HEIGHT = 1.8;

    /** A stroke across a window, square millimetres. */
    private static final double STROKE = 1.15;

    /** So many times the usual difference of a page is no chance any more. */
    private static final double UNUSUAL = 4.5;

    /** With less print than this a window says nothing about how a page was thickened. */
    private static final double TELLING = 0.8;

    private final Map<FormLayout.Box, List<Window>> windows = new HashMap<>();
    private final double ratio;
    private final double limit;

    /**
     * 窓.
     *
     * @param from how far right of the middle of its box it begins, millimetres
     * @param printed ink of the empty form, square millimetres
     * @param seen ink of the picture
     */
    private record Window(double from, double printed, double seen) {}

    /** Weighs the words beside every box whose frame was found. */
    WordInk(
            Picture picture,
            Place place,
            FormLayout layout,
            BlankForm blank,
            Map<FormLayout.Box, BoxFrame> frames) {
        frames.forEach((box, frame) -> {
            FormLayout.Line line = layout.words(box);
            List<Window> along = new ArrayList<>();
            for (double x = line.x(); x < line.x() + line.length() - WINDOW / 3; x += WINDOW / 2) {
                along.add(window(picture, place, blank, box, frame, x));
            }
            windows.put(box, along);
        });
        ratio = middle(windows.values().stream()
                .flatMap(List::stream)
                .filter(window -> window.printed() > TELLING)
                .mapToDouble(window -> window.seen() / window.printed())
                .toArray());
        double usual = middle(windows.values().stream()
                .flatMap(List::stream)
                .mapToDouble(window -> Math.abs(more(window)))
                .toArray());
        limit = Math.max(STROKE, UNUSUAL * usual);
    }

    private static Window window(
            Picture picture, Place place, BlankForm blank, FormLayout.Box box, BoxFrame frame, double x) {
        double y = box.y() - HALF_HEIGHT;
        return new Window(
                x - box.x(),
                blank.printed(x, y, WINDOW, 2 * HALF_HEIGHT),
                picture.ink(place, x + frame.x() - box.x(), y + frame.y() - box.y(), WINDOW, 2 * HALF_HEIGHT));
    }

    private double more(Window window) {
        return window.seen() - ratio * window.printed();
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 1 : values[values.length / 2];
    }

    /** Whether something was written on the words of a box, from so many millimetres right of its middle on. */
    boolean isWritten(FormLayout.Box box, double from) {
        return windows.getOrDefault(box, List.of()).stream()
                .anyMatch(window -> window.from() >= from && more(window) > limit);
    }
}
