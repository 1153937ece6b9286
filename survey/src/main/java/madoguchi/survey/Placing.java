package madoguchi.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/*
 * From the 2-D code the four corner marks are looked for, the nearest first, each where the points found so far put it. A mark is the place where a square of 6 mm is dark and the ring around it is light. All four give the projective map.
 * Where a margin was cut off, marks are missing. Then the frames of the boxes stand in for them: from what is known, the nearest box is looked for within 1.5 mm of where its nearest known points put it, and becomes a known point itself. So the map
 * grows over the page box by box and follows paper that was stretched or bent on its way, which no single extrapolation from one corner would. Boxes stand 5.6 mm apart: none is taken for its neighbour.
 */

/** 位置決め – how millimetres on a form lie in a picture. */
final class Placing {

    private static final double MARK_SEEN = 0.55;
    private static final double REACH = 1.5;
    private static final double STEP = 0.1;
    private static final int NEAREST = 8;

    /** At least so many boxes out of ten are found by growing, else the page is for a person. */
    private static final int ENOUGH = 8;

    private final CodeFinder.Found found;
    private final FormLayout layout;

    private Placing(CodeFinder.Found found, FormLayout layout) {
        this.found = found;
        this.layout = layout;
    }

    /** The map of a page; empty when too much of it is missing. */
    static Optional<Place> of(CodeFinder.Found found, FormLayout layout) {
        return new Placing(found, layout).place();
    }

    private Optional<Place> place() {
        List<Place.Pair> marks = new ArrayList<>();
        for (double[] mark : FormLayout.MARKS) {
            mark(found.picture(), Place.affine(with(marks)), mark).ifPresent(marks::add);
        }
        return marks.size() == FormLayout.MARKS.length ? Optional.of(Place.projective(marks)) : grown(with(marks));
    }

    private List<Place.Pair> with(List<Place.Pair> marks) {
        List<Place.Pair> known = new ArrayList<>(found.pairs());
        known.addAll(marks);
        return known;
    }

    private Optional<Place> grown(List<Place.Pair> known) {
        List<FormLayout.Box> left = new ArrayList<>(layout.boxes());
        int seen = 0;
        while (!left.isEmpty()) {
            FormLayout.Box next = left.stream()
                    .min(Comparator.comparingDouble(box -> distance(known, box)))
                    .orElseThrow();
            left.remove(next);
            Optional<Place.Pair> pair = pair(Place.affine(nearest(known, next)), next);
            pair.ifPresent(known::add);
            seen += pair.isPresent() ? 1 : 0;
        }
        return seen * 10 < layout.boxes().size() * ENOUGH ? Optional.empty() : Optional.of(Place.projective(known));
    }

    private Optional<Place.Pair> pair(Place place, FormLayout.Box box) {
        return BoxFrame.near(found.picture(), place, box, REACH, STEP)
                .map(frame -> new Place.Pair(
                        box.x(), box.y(), place.px(frame.x(), frame.y()), place.py(frame.x(), frame.y())));
    }

    private static double distance(List<Place.Pair> known, FormLayout.Box box) {
        return known.stream()
                .mapToDouble(pair -> Math.hypot(pair.x() - box.x(), pair.y() - box.y()))
                .min()
                .orElse(0);
    }

    /** The code's own points always, so that there are never three on one line. */
    private List<Place.Pair> nearest(List<Place.Pair> known, FormLayout.Box box) {
        List<Place.Pair> near = new ArrayList<>(found.pairs());
        known.stream()
                .filter(pair -> !found.pairs().contains(pair))
                .sorted(Comparator.comparingDouble(pair -> Math.hypot(pair.x() - box.x(), pair.y() - box.y())))
                .limit(NEAREST)
                .forEach(near::add);
        return near;
    }

    /** The mark near a place, first roughly, then to a tenth of a millimetre. */
    private static Optional<Place.Pair> mark(Picture picture, Place place, double[] mark) {
        double[] best = {mark[0], mark[1], -1};
        search(picture, place, mark[0], mark[1], 12, 0.75, best);
        search(picture, place, best[0], best[1], 0.9, 0.15, best);
        return best[2] < MARK_SEEN
                ? Optional.empty()
                : Optional.of(new Place.Pair(mark[0], mark[1], place.px(best[0], best[1]), place.py(best[0], best[1])));
    }

    private static void search(
            Picture picture, Place place, double x, double y, double reach, double step, double[] best) {
        for (double dy = -reach; dy <= reach; dy += step) {
            for (double dx = -reach; dx <= reach; dx += step) {
                double seen = seen(picture, place, x + dx, y + dy);
                if (seen > best[2]) {
                    best[0] = x + dx;
                    best[1] = y + dy;
                    best[2] = seen;
                }
            }
        }
    }

    /** How much darker the square is than the ring around it: 1 for a perfect mark. */
    private static double seen(Picture picture, Place place, double x, double y) {
        int inside = 0;
        int around = 0;
        for (int row = -5; row <= 5; row++) {
            for (int column = -5; column <= 5; column++) {
                double at = 0.72;
                boolean ring = Math.max(Math.abs(row), Math.abs(column)) == 5;
                if (picture.isDark(place, x + column * at, y + row * at)) {
                    if (ring) {
                        around++;
                    } else {
                        inside++;
                    }
                }
            }
        }
        return inside / 81.0 - around / 40.0;
    }
}
