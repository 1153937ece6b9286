package madoguchi.leaflet;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import madoguchi.leaflet.pages.StaticTemplates;
import madoguchi.paper.Paper;
import madoguchi.web.Html;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** 紙面 – sets a print on paper. Where one page is promised, with the largest letters that leave one page. */
final class LeafletPaper {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    /** Sizes of letters in tenths of a point, from the largest to the smallest that is still read. */
    private static final List<Integer> POSTER =
            List.of(240, 222, 206, 192, 178, 166, 154, 142, 130, 120, 110, 100, 92, 84, 76);

    private static final List<Integer> HAND =
            List.of(190, 178, 166, 156, 146, 136, 126, 116, 108, 100, 94, 88, 82, 76, 70);
    private static final List<Integer> STAFF = List.of(125, 116, 110, 104, 98, 92, 86, 80, 74, 68, 62);

    private final String rules;

    /** Paper that names this version of the rules at its foot. */
    LeafletPaper(String rules) {
        this.rules = rules;
    }

    /** The PDF: the same bytes for the same print. */
    byte[] pdf(LeafletKind kind, Issue issue) {
        Leaflet leaflet = kind.compose(issue);
        List<Integer> letters = letters(leaflet.look());
        return kind.onePage()
                ? onOnePage(leaflet, issue, letters)
                : pdf(leaflet, issue, letters.get(letters.size() / 2));
    }

    /* The larger the letters, the more pages: halve until the largest that fits is found. If none does, the smallest is used, and there are two pages. */
    private byte[] onOnePage(Leaflet leaflet, Issue issue, List<Integer> letters) {
        Optional<byte[]> best = Optional.empty();
        int low = 0;
        int high = letters.size() - 1;
        while (low <= high) {
            int middle = (low + high) / 2;
            byte[] tried = pdf(leaflet, issue, letters.get(middle));
            if (pages(tried) == 1) {
                best = Optional.of(tried);
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return best.orElseGet(() -> pdf(leaflet, issue, letters.getLast()));
    }

    /** The PDF with the smallest letters: one page, or the promise of one cannot be kept. */
    byte[] tightest(LeafletKind kind, Issue issue) {
        Leaflet leaflet = kind.compose(issue);
        return pdf(leaflet, issue, letters(leaflet.look()).getLast());
    }

    private static List<Integer> letters(Leaflet.Look look) {
        return switch (look) {
            case POSTER -> POSTER;
            case LEAFLET, SLIP -> HAND;
            case STAFF -> STAFF;
        };
    }

    private byte[] pdf(Leaflet leaflet, Issue issue, int tenths) {
        String page = Html.render(
                TEMPLATES.print(leaflet, new Foot(leaflet, issue, rules), issue, tenths / 10 + "." + tenths % 10));
        return Paper.pdf(page, issue.issued().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** How many pages a PDF has. */
    static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    /** One page of a PDF as PNG, for a preview; {@code page} counts from 0. */
    static byte[] png(byte[] pdf, int page, int dotsPerInch) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page, dotsPerInch);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(picture, "png", bytes)) {
                throw new IllegalStateException("every Java writes PNG");
            }
            return bytes.toByteArray();
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }
}
