package madoguchi.survey;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import madoguchi.core.Parsed;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** 読取ファイル – the pages of a scan: PNG, JPEG, TIFF of several pages (FAX too) or PDF. Limits keep a small file from becoming a huge picture. */
final class Scans {

    private static final int MOST_PAGES = 200;
    private static final long MOST_PIXELS = 60_000_000;
    private static final float MOST_POINTS = 2_000;
    private static final int DPI = 200;

    private Scans() {}

    /** 読む人 – is given one page after the other, so that only one is in memory. */
    interface Taker {
        /**
         * Takes a page.
         *
         * @param page counts from 1
         */
        void page(int page, BufferedImage image);
    }

    /** Hands on every page and tells how many there were; a fault when the file is none of these, broken or too large. Pages before a broken one have been handed on. */
    static Parsed<Integer> read(byte[] file, Taker taker) {
        try {
            return isPdf(file) ? pdf(file, taker) : pictures(file, taker);
        } catch (IOException | RuntimeException broken) {
            // A decoder says anything of a broken file; its message may repeat the file.
            return broken();
        }
    }

    private static Parsed<Integer> broken() {
        return Parsed.fault(
                "file",
                "画像として読めません。PNG・JPEG・TIFF・PDFで、壊れていないものを選んでください。",
                "This cannot be read as a picture. Choose a sound PNG, JPEG, TIFF or PDF.");
    }

    private static Parsed<Integer> tooLarge() {
        return Parsed.fault(
                "file",
                "大きすぎます（" + MOST_PAGES + "ページ、1ページ6千万画素まで）。分けてください。",
                "Too large (" + MOST_PAGES + " pages, 60 million pixels a page). Split it.");
    }

    private static boolean isPdf(byte[] file) {
        return file.length > 4 && file[0] == '%' && file[1] == 'P' && file[2] == 'D' && file[3] == 'F';
    }

    private static Parsed<Integer> pdf(byte[] file, Taker taker) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            int pages = document.getNumberOfPages();
            for (int i = 0; i < pages; i++) {
                PDRectangle size = document.getPage(i).getCropBox();
                if (pages > MOST_PAGES || Math.max(size.getWidth(), size.getHeight()) > MOST_POINTS) {
                    return tooLarge();
                }
            }
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0; i < pages; i++) {
                taker.page(i + 1, renderer.renderImageWithDPI(i, DPI, ImageType.GRAY));
            }
            return Parsed.of(pages);
        }
    }

    private static Parsed<Integer> pictures(byte[] file, Taker taker) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return broken();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                int pages = reader.getNumImages(true);
                for (int i = 0; i < pages; i++) {
                    if (pages > MOST_PAGES || (long) reader.getWidth(i) * reader.getHeight(i) > MOST_PIXELS) {
                        return tooLarge();
                    }
                }
                for (int i = 0; i < pages; i++) {
                    taker.page(i + 1, reader.read(i));
                }
                return Parsed.of(pages);
            } finally {
                reader.dispose();
            }
        }
    }

    /** All pages at once, for small files. */
    static Optional<List<BufferedImage>> all(byte[] file) {
        List<BufferedImage> pages = new ArrayList<>();
        return read(file, (page, image) -> pages.add(image)) instanceof Parsed.Value<Integer>
                ? Optional.of(pages)
                : Optional.empty();
    }
}
