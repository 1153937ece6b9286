package madoguchi.survey;

import java.util.Optional;

/**
 * 枠 – where the frame of a box was found, in millimetres of the form.
 *
 * @param x its middle
 * @param y its middle
 */
record BoxFrame(double x, double y) {

    /** So much of the frame is dark where there is one. */
    private static final double FRAME = 0.55;

    /** Where several places fit alike, the one nearest to where it was drawn. */
    private static final double NEARER = 0.02;

    private static final double INSIDE = FormLayout.BOX / 2 - 0.65;

    /** How far beyond its frame ink belongs to a box, and not to the next row. */
    private static final double AROUND = 1.1;

    /** To the right its words begin. */
    private static final double BEFORE_WORDS = 0.8;

    private static final int RIGHT = 3;

    /** Between frame and {@link #AROUND}: the frame itself is no ink. */
    private static final double CLEAR = 0.35;

    /** A side with a pen's width of ink on it. */
    private static final double TOUCHED = 0.06;

    /**
     * The frame of a box near its place; empty when there is none.
     *
     * @param reach how far it is looked for, millimetres
     * @param step between two places that are tried, millimetres
     */
    static Optional<BoxFrame> near(Picture picture, Place place, FormLayout.Box box, double reach, double step) {
        double best = 0;
        BoxFrame found = new BoxFrame(box.x(), box.y());
        double seen = 0;
        for (double dy = -reach; dy <= reach + 0.01; dy += step) {
            for (double dx = -reach; dx <= reach + 0.01; dx += step) {
                double dark = dark(picture, place, box.x() + dx, box.y() + dy);
                double fit = dark - NEARER * (Math.abs(dx) + Math.abs(dy));
                if (fit > best) {
                    best = fit;
                    seen = dark;
                    found = new BoxFrame(box.x() + dx, box.y() + dy);
                }
            }
        }
        return seen < FRAME ? Optional.empty() : Optional.of(found);
    }

    private static double dark(Picture picture, Place place, double x, double y) {
        double half = FormLayout.BOX / 2 - 0.15;
        int dark = 0;
        for (int i = -6; i <= 6; i++) {
            double along = i * half / 6;
            dark += picture.isDark(place, x + along, y - half) ? 1 : 0;
            dark += picture.isDark(place, x + along, y + half) ? 1 : 0;
            dark += picture.isDark(place, x - half, y + along) ? 1 : 0;
            dark += picture.isDark(place, x + half, y + along) ? 1 : 0;
        }
        return dark / 52.0;
    }

    /** 記入の量 – the share of ink within the frame, from 0 to 1. */
    double inside(Picture picture, Place place) {
        int dark = 0;
        for (int row = -8; row <= 8; row++) {
            for (int column = -8; column <= 8; column++) {
                dark += picture.isDark(place, x + column * INSIDE / 8, y + row * INSIDE / 8) ? 1 : 0;
            }
        }
        return dark / 289.0;
    }

    /** はみ出し – on how many of its four sides ink lies just outside the frame: a tick leaves on one or two, a circle around the box or a line through it on more. */
    int sides(Picture picture, Place place) {
        int sides = 0;
        for (int side = 0; side < 4; side++) {
            sides += outside(picture, place, side) >= TOUCHED ? 1 : 0;
        }
        return sides;
    }

    private double outside(Picture picture, Place place, int side) {
        double edge = FormLayout.BOX / 2;
        int dark = 0;
        int all = 0;
        for (double out = edge + CLEAR; out <= edge + (side == RIGHT ? BEFORE_WORDS : AROUND); out += 0.15) {
            for (double along = -edge; along <= edge; along += 0.15) {
                double dx = side < 2 ? along : side == 2 ? -out : out;
                double dy = side >= 2 ? along : side == 0 ? -out : out;
                dark += picture.isDark(place, x + dx, y + dy) ? 1 : 0;
                all++;
            }
        }
        return (double) dark / all;
    }
}
