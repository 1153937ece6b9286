package madoguchi.paper;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * 紙 – a page as PDF: fonts embedded, text that can be copied and read aloud, 髙﨑𠮷 as they are.
 *
 * <p>The page says its own size: {@code @page { size: A4 }}. Its letters are {@value #FAMILY}, regular and bold, whatever family it names.
 */
public final class Paper {

    /** 書体 – the family a page's CSS names. */
    public static final String FAMILY = "Noto Sans JP";

    private static final String PRODUCER = "Madoguchi";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        // The library's own log may repeat the words of a page, and a page may be about a person.
        XRLog.setLoggingEnabled(false);
    }

    private Paper() {}

    /**
     * The PDF of a page.
     *
     * @param xhtml well-formed; pictures only as {@code data:} addresses, because nothing is fetched from anywhere
     * @return the bytes of the PDF
     * @throws IllegalArgumentException without the page's text when it is not well-formed: a page is our own template, never a person's input
     */
    public static byte[] pdf(String xhtml) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            builder()
                    .withHtmlContent(Letters.drawable(xhtml), null)
                    .toStream(bytes)
                    .run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (RuntimeException malformed) {
            throw malformed(malformed);
        }
        return bytes.toByteArray();
    }

    /**
     * The PDF of a page, with the same bytes whenever it is made: nothing in it tells of the moment of making.
     *
     * @param xhtml as for {@link #pdf(String)}
     * @param made the date of making that it names
     * @return the bytes of the PDF
     * @throws IllegalArgumentException as {@link #pdf(String)}
     */
    public static byte[] pdf(String xhtml, Instant made) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // The document is dated before it is saved, once: saving chooses the letters of the fonts and costs as much as
        // setting the page.
        try (PdfBoxRenderer renderer = builder()
                        .withHtmlContent(Letters.drawable(xhtml), null)
                        .toStream(OutputStream.nullOutputStream())
                        .buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen()) {
            GregorianCalendar date = GregorianCalendar.from(made.atZone(ZoneOffset.UTC));
            document.getDocumentInformation().setCreationDate(date);
            document.getDocumentInformation().setModificationDate(date);
            document.setDocumentId(made.toEpochMilli());
            document.save(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (RuntimeException malformed) {
            throw malformed(malformed);
        }
        return bytes.toByteArray();
    }

    /** Without its cause, whose message may quote the page. */
    private static IllegalArgumentException malformed(RuntimeException cause) {
        return new IllegalArgumentException(
                "the page cannot be set: " + cause.getClass().getSimpleName());
    }

    private static PdfRendererBuilder builder() {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withProducer(PRODUCER);
        builder.usePdfUaAccessibility(true);
        builder.useReplacementText(Letters.MISSING);
        builder.useExternalResourceAccessControl(
                (address, kind) -> address.startsWith("data:"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useFont(font("NotoSansJP-Regular.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(font("NotoSansJP-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true);
        return builder;
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> Objects.requireNonNull(Paper.class.getResourceAsStream(file), file);
    }
}
