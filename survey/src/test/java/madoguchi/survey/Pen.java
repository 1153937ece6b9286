package madoguchi.survey;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * ペン – strokes as hands make them: no two alike, never straight, thicker and thinner as the hand presses, at times without ink. Seeded, so that a page can be made again.
 */
final class Pen {

    private final BufferedImage page;
    private final double dot;
    private final Random random;
    private final double width;
    private final int grey;

    /**
     * A pen in one hand.
     *
     * @param dot pixels a millimetre
     */
    Pen(BufferedImage page, double dot, Random random) {
        this.page = page;
        this.dot = dot;
        this.random = random;
        // A fine ball pen to a felt pen; black, blue, or a pencil.
        this.width = 0.3 + random.nextDouble() * 0.6;
        this.grey = 15 + random.nextInt(75);
    }

    private double about(double value, double spread) {
        return value + random.nextGaussian() * spread;
    }

    /** ✓ or レ, in the box more or less. */
    void tick(double x, double y) {
        double size = 0.75 + random.nextDouble() * 0.7;
        double atX = about(x, 0.3);
        double atY = about(y, 0.3);
        stroke(
                atX + about(-1.2, 0.25) * size, atY + about(-0.2, 0.3) * size,
                atX + about(-0.4, 0.2) * size, atY + about(1.1, 0.2) * size,
                atX + about(2.0, 0.5) * size, atY + about(-2.0, 0.5) * size);
    }

    /** ×. */
    void cross(double x, double y) {
        double size = 0.8 + random.nextDouble() * 0.5;
        double atX = about(x, 0.25);
        double atY = about(y, 0.25);
        stroke(
                atX - about(1.3, 0.2) * size,
                atY - about(1.3, 0.2) * size,
                atX + about(1.3, 0.2) * size,
                atY + about(1.3, 0.2) * size);
        stroke(
                atX + about(1.3, 0.2) * size,
                atY - about(1.3, 0.2) * size,
                atX - about(1.3, 0.2) * size,
                atY + about(1.3, 0.2) * size);
    }

    /** ■, scribbled in. */
    void blacken(double x, double y) {
        double[] points = new double[22];
        for (int i = 0; i < 11; i++) {
            points[2 * i] = x + (i % 2 == 0 ? -1.4 : 1.4) + random.nextGaussian() * 0.15;
            points[2 * i + 1] = y - 1.4 + i * 0.28 + random.nextGaussian() * 0.08;
        }
        stroke(points);
    }

    /** ○ around something, not closed. */
    void circle(double x, double y, double radiusX, double radiusY) {
        double[] points = new double[28];
        double begin = random.nextDouble() * 6.28;
        for (int i = 0; i < 14; i++) {
            double angle = begin + i * 0.47;
            points[2 * i] = x + Math.cos(angle) * radiusX * about(1, 0.05);
            points[2 * i + 1] = y + Math.sin(angle) * radiusY * about(1, 0.05);
        }
        stroke(points);
    }

    /** Two lines through a box and its words: 「取り消し」. */
    void strike(double x, double y, double length) {
        for (double off : new double[] {-0.45, 0.45}) {
            stroke(
                    x - about(2.8, 0.3),
                    y + about(off, 0.15),
                    x + length / 2,
                    y + about(off, 0.3),
                    x + length,
                    y + about(off, 0.3));
        }
    }

    /** Words nobody reads here: loops on a line. */
    void scrawl(double x, double y, double length) {
        int waves = (int) (length / 1.4);
        double[] points = new double[4 * waves];
        for (int i = 0; i < 2 * waves; i++) {
            points[2 * i] = about(x + i * 0.7, 0.25);
            points[2 * i + 1] = about(y + (i % 2 == 0 ? -1.1 : 0.9), 0.4);
        }
        stroke(points);
    }

    /** A smooth line through points (x and y by turns, millimetres), trembling, with the pressure of a hand. */
    private void stroke(double... points) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(points[0] * dot, points[1] * dot);
        for (int i = 2; i + 1 < points.length; i += 2) {
            double middleX = (points[i - 2] + points[i]) / 2 + random.nextGaussian() * 0.12;
            double middleY = (points[i - 1] + points[i + 1]) / 2 + random.nextGaussian() * 0.12;
            path.quadTo(middleX * dot, middleY * dot, points[i] * dot, points[i + 1] * dot);
        }
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(grey, grey, grey));
        double[] at = new double[6];
        double lastX = 0;
        double lastY = 0;
        double pressure = 1;
        for (PathIterator lines = path.getPathIterator(null, 0.4); !lines.isDone(); lines.next()) {
            boolean begins = lines.currentSegment(at) == PathIterator.SEG_MOVETO;
            pressure = Math.clamp(pressure + random.nextGaussian() * 0.1, 0.6, 1.25);
            // Now and then a ball pen gives nothing.
            if (!begins && random.nextInt(40) != 0) {
                graphics.setStroke(new BasicStroke(
                        (float) (width * pressure * dot), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                graphics.draw(new Line2D.Double(lastX, lastY, at[0], at[1]));
            }
            lastX = at[0];
            lastY = at[1];
        }
        graphics.dispose();
    }
}
