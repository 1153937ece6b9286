package madoguchi.survey;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/*
 * Many people circle words instead of ticking boxes, and strike words out. To see that, the reader must know which ink was printed. The form is printed once more, empty, and every printed dot is widened by what a FAX may blur and a map may err: ink outside of that came from a
 * hand.
 */

/** 白紙の調査票 – what is printed on a form, so that everything else is known to be written. */
final class BlankForm {

    private static final int PER_MILLIMETRE = 8;
    private static final float DPI = PER_MILLIMETRE * 25.4f;
    private static final int BLUR = 5;
    private static final int THICKER = 1;
    private static final double STEP = 0.25;
    private static final double SAMPLE = 0.2;

    private final int width;
    private final int height;
    private final boolean[] ink;
    private final boolean[] thick;
    private final boolean[] around;

    /** What is dark is decided as it is for pictures that come in, so that an empty form as it was printed has no ink too much. */
    private BlankForm(BufferedImage page) {
        Picture picture = Picture.of(page, 1, 1);
        width = picture.width();
        height = picture.height();
        ink = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                ink[y * width + x] = picture.isDark(x, y);
            }
        }
        thick = widened(widened(ink, 1, THICKER), width, THICKER);
        around = widened(widened(ink, 1, BLUR), width, BLUR);
    }

    /** The form of a questionnaire as it is printed; what stands beside the code does not matter here. */
    static BlankForm of(Questionnaire questionnaire) {
        try (PDDocument document = Loader.loadPDF(FormPaper.pdf(questionnaire, List.of(), List.of("0-0000-0")))) {
            return new BlankForm(new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY));
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    /** Every dark dot spread along one direction: sideways with stride 1, downwards with the width as stride. */
    private static boolean[] widened(boolean[] dark, int stride, int reach) {
        boolean[] wide = new boolean[dark.length];
        for (int at = 0; at < dark.length; at++) {
            for (int off = -reach; off <= reach && !wide[at]; off++) {
                int from = at + off * stride;
                wide[at] = from >= 0 && from < dark.length && dark[from];
            }
        }
        return wide;
    }

    private boolean at(boolean[] dots, double x, double y) {
        int px = (int) (x * PER_MILLIMETRE);
        int py = (int) (y * PER_MILLIMETRE);
        return px < 0 || py < 0 || px >= width || py >= height || dots[py * width + px];
    }

    /** 印字の量 – printed ink within a rectangle of the form, in square millimetres. */
    double printed(double x, double y, double wide, double high) {
        return area(ink, x, y, wide, high);
    }

    /** The same, had a pen or a line made every letter thicker by an eighth of a millimetre all around: strokes that lie close run together. */
    double thickened(double x, double y, double wide, double high) {
        return area(thick, x, y, wide, high);
    }

    private double area(boolean[] dots, double x, double y, double wide, double high) {
        int dark = 0;
        for (int row = 0; row < Math.round(high / SAMPLE); row++) {
            for (int column = 0; column < Math.round(wide / SAMPLE); column++) {
                dark += at(dots, x + (column + 0.5) * SAMPLE, y + (row + 0.5) * SAMPLE) ? 1 : 0;
            }
        }
        return dark * SAMPLE * SAMPLE;
    }

    /**
     * 手書きの量 – ink within a rectangle of the form that was not printed, in square millimetres.
     *
     * @param shiftX how far the printed form lies to the right of where the map puts it, millimetres
     * @param shiftY how far below
     */
    double written(
            Picture picture, Place place, double x, double y, double wide, double high, double shiftX, double shiftY) {
        int written = 0;
        for (double atY = y; atY < y + high; atY += STEP) {
            for (double atX = x; atX < x + wide; atX += STEP) {
                written += !at(around, atX, atY) && picture.isDark(place, atX + shiftX, atY + shiftY) ? 1 : 0;
            }
        }
        return written * STEP * STEP;
    }
}
