package madoguchi.survey;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/*
 * Dark or light is decided by the neighbourhood, not by the page: a pixel is dark when it is a fifth darker than the mean of the square around it (an eighth of the page wide), taken from sums over all pixels above and to the left, so that shadow across a
 * photograph does no harm. A dark pixel with fewer than two dark neighbours is dust of the line or of the glass, and is dropped.
 */

/** 画像 – a page as grey values, and which of them are ink. */
final class Picture {

    /** Longest side worked with: beyond it nothing is gained. */
    private static final int MOST = 3600;

    private static final int DARKER = 80;

    private final int width;
    private final int height;
    private final byte[] grey;
    private final boolean[] dark;

    private Picture(int width, int height, byte[] grey) {
        this.width = width;
        this.height = height;
        this.grey = grey;
        this.dark = despeckled(width, height, dark(width, height, grey));
    }

    /**
     * A picture.
     *
     * @param stretchX times each pixel is repeated sideways
     * @param stretchY times downwards: 2 makes a FAX of standard resolution (200×100 per inch) square again
     */
    static Picture of(BufferedImage image, int stretchX, int stretchY) {
        double scale = Math.min(1, (double) MOST / Math.max(image.getWidth() * stretchX, image.getHeight() * stretchY));
        int width = (int) Math.max(1, image.getWidth() * stretchX * scale);
        int height = (int) Math.max(1, image.getHeight() * stretchY * scale);
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                scale < 1
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        byte[] grey = new byte[width * height];
        drawn.getRaster().getDataElements(0, 0, width, height, grey);
        return new Picture(width, height, grey);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte[] grey() {
        return grey;
    }

    /** The ink as grey values, each pixel as most of the five by five around it are, for a decoder that dust and holes confuse. */
    byte[] smooth() {
        int[] sums = new int[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            int row = 0;
            for (int x = 0; x < width; x++) {
                row += dark[y * width + x] ? 1 : 0;
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
        byte[] smooth = new byte[dark.length];
        java.util.Arrays.fill(smooth, (byte) 255);
        for (int y = 2; y < height - 2; y++) {
            for (int x = 2; x < width - 2; x++) {
                int top = (y - 2) * (width + 1);
                int bottom = (y + 3) * (width + 1);
                int count = sums[bottom + x + 3] - sums[top + x + 3] - sums[bottom + x - 2] + sums[top + x - 2];
                smooth[y * width + x] = (byte) (count > 12 ? 0 : 255);
            }
        }
        return smooth;
    }

    /** Whether there is ink; none beyond the edge. */
    boolean isDark(double px, double py) {
        int x = (int) Math.floor(px);
        int y = (int) Math.floor(py);
        return x >= 0 && y >= 0 && x < width && y < height && dark[y * width + x];
    }

    /** Whether there is ink at a place of the form, in millimetres. */
    boolean isDark(Place place, double x, double y) {
        return isDark(place.px(x, y), place.py(x, y));
    }

    /** Ink within a rectangle of the form, in square millimetres. */
    double ink(Place place, double x, double y, double wide, double high) {
        double step = 0.2;
        int dark = 0;
        for (int row = 0; row < Math.round(high / step); row++) {
            for (int column = 0; column < Math.round(wide / step); column++) {
                dark += isDark(place, x + (column + 0.5) * step, y + (row + 0.5) * step) ? 1 : 0;
            }
        }
        return dark * step * step;
    }

    /** A part of the form, upright, {@code 8} pixels a millimetre, as PNG. */
    byte[] part(Place place, double x, double y, double wide, double high) {
        int perMillimetre = 8;
        BufferedImage part = new BufferedImage(
                (int) (wide * perMillimetre), (int) (high * perMillimetre), BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < part.getHeight(); row++) {
            for (int column = 0; column < part.getWidth(); column++) {
                double atX = x + (column + 0.5) / perMillimetre;
                double atY = y + (row + 0.5) / perMillimetre;
                int level = level(place.px(atX, atY), place.py(atX, atY));
                part.setRGB(column, row, level << 16 | level << 8 | level);
            }
        }
        return png(part);
    }

    /** A page made small enough to be kept and looked at: at most 800 pixels wide, PNG. */
    static byte[] small(BufferedImage image) {
        int width = Math.min(800, image.getWidth());
        int height = Math.max(1, image.getHeight() * width / image.getWidth());
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return png(small);
    }

    /** The bytes of a PNG. */
    static byte[] png(BufferedImage image) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private int level(double px, double py) {
        int x = (int) Math.floor(px);
        int y = (int) Math.floor(py);
        return x >= 0 && y >= 0 && x < width && y < height ? grey[y * width + x] & 255 : 255;
    }

    private static boolean[] dark(int width, int height, byte[] grey) {
        long[] sums = new long[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            long row = 0;
            for (int x = 0; x < width; x++) {
                row += grey[y * width + x] & 255;
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
        int half = Math.max(8, Math.min(width, height) / 16);
        boolean[] dark = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            int top = Math.max(0, y - half);
            int bottom = Math.min(height, y + half + 1);
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - half);
                int right = Math.min(width, x + half + 1);
                long sum = sums[bottom * (width + 1) + right]
                        - sums[top * (width + 1) + right]
                        - sums[bottom * (width + 1) + left]
                        + sums[top * (width + 1) + left];
                long pixels = (long) (bottom - top) * (right - left);
                dark[y * width + x] = (grey[y * width + x] & 255) * pixels * 100 < sum * DARKER;
            }
        }
        return dark;
    }

    private static boolean[] despeckled(int width, int height, boolean[] dark) {
        boolean[] kept = new boolean[dark.length];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                kept[at] = dark[at] && neighbours(width, dark, at) >= 2;
            }
        }
        return kept;
    }

    private static int neighbours(int width, boolean[] dark, int at) {
        int count = 0;
        for (int row = at - width; row <= at + width; row += width) {
            for (int one = row - 1; one <= row + 1; one++) {
                count += one != at && dark[one] ? 1 : 0;
            }
        }
        return count;
    }
}
