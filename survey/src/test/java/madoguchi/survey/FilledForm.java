package madoguchi.survey;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import madoguchi.core.Parsed;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** 記入された調査票 – a form as it is really printed, ticked with a pen, then turned, slanted, sent by FAX or photographed. */
final class FilledForm {

    static final Questionnaire QUESTIONS = Questionnaire.bundled();
    static final FormLayout LAYOUT = ((Parsed.Value<FormLayout>) FormLayout.of(QUESTIONS)).value();
    static final AddresseeTokens TOKENS = new AddresseeTokens(new byte[32]);
    static final String TOKEN = TOKENS.token(new AddresseeTokens.Addressee(7, 123));

    private static final int DPI = 200;
    private static final double DOT = DPI / 25.4;
    private static final BufferedImage BLANK = rendered();

    private final BufferedImage image;
    private final Random random;

    private FilledForm(BufferedImage image, Random random) {
        this.image = image;
        this.random = random;
    }

    private static BufferedImage rendered() {
        return rendered(FormPaper.pdf(QUESTIONS, List.of("締切 9月16日"), List.of(TOKEN)));
    }

    /** The first page of a PDF, not yet filled in. */
    static FilledForm of(byte[] pdf) {
        return copy(rendered(pdf), 11);
    }

    private static BufferedImage rendered(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, DPI);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static FilledForm blank(long seed) {
        return copy(BLANK, seed);
    }

    private static FilledForm copy(BufferedImage page, long seed) {
        BufferedImage copy = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        copy.createGraphics().drawImage(page, 0, 0, null);
        return new FilledForm(copy, new Random(seed));
    }

    BufferedImage image() {
        return image;
    }

    private static FormLayout.Box box(String name) {
        return LAYOUT.boxes().stream()
                .filter(box -> (box.question() + "." + box.option()).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Graphics2D pen(double millimetres, int grey) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke((float) (millimetres * DOT), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(new Color(grey, grey, grey));
        return pen;
    }

    private double wobble() {
        return (random.nextDouble() - 0.5) * 0.7;
    }

    /** ✓, with a ball pen, somewhat beside the middle. */
    FilledForm tick(String name) {
        FormLayout.Box box = box(name);
        Path2D.Double path = new Path2D.Double();
        path.moveTo((box.x() - 1.3 + wobble()) * DOT, (box.y() - 0.1 + wobble()) * DOT);
        path.lineTo((box.x() - 0.3 + wobble()) * DOT, (box.y() + 1.2 + wobble()) * DOT);
        path.lineTo((box.x() + 2.2 + wobble()) * DOT, (box.y() - 2.2 + wobble()) * DOT);
        pen(0.5 + random.nextDouble() * 0.3, 30).draw(path);
        return this;
    }

    /** ■. */
    FilledForm fill(String name) {
        FormLayout.Box box = box(name);
        pen(0.5, 20).fillRect((int) ((box.x() - 1.6) * DOT), (int) ((box.y() - 1.6) * DOT), (int) (3.2 * DOT), (int)
                (3.2 * DOT));
        return this;
    }

    /** A slip of the pen that could be anything. */
    FilledForm speck(String name) {
        FormLayout.Box box = box(name);
        pen(0.45, 20)
                .drawLine((int) ((box.x() - 0.5) * DOT), (int) (box.y() * DOT), (int) ((box.x() + 0.5) * DOT), (int)
                        (box.y() * DOT));
        return this;
    }

    FilledForm write(String question, String option, String words) {
        FormLayout.Region region = LAYOUT.regions().stream()
                .filter(one -> one.question().equals(question) && one.option().equals(option))
                .findFirst()
                .orElseThrow();
        Graphics2D pen = pen(0.4, 20);
        pen.setFont(new Font(Font.SERIF, Font.ITALIC, (int) (3.4 * DOT)));
        pen.drawString(words, (int) ((region.x() + 2) * DOT), (int) ((region.y() + 4) * DOT));
        return this;
    }

    /** A hand with a pen over this page. */
    Pen hand(Random whose) {
        return new Pen(image, DOT, whose);
    }

    /** Dust on the glass of a scanner. */
    FilledForm speckled(double share) {
        FilledForm dusty = drawn(new AffineTransform(), image.getWidth(), image.getHeight());
        for (int i = 0; i < image.getWidth() * image.getHeight() * share; i++) {
            dusty.image
                    .getRaster()
                    .setSample(
                            random.nextInt(image.getWidth()),
                            random.nextInt(image.getHeight()),
                            0,
                            random.nextInt(255));
        }
        return dusty;
    }

    /** Coffee, toner, fingers: blots that are darker than paper and lighter than ink, and a few dark lines of a dirty drum. */
    FilledForm smudged() {
        FilledForm dirty = drawn(new AffineTransform(), image.getWidth(), image.getHeight());
        Graphics2D graphics = dirty.image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < 7; i++) {
            graphics.setColor(new Color(60, 60, 60, 30 + random.nextInt(60)));
            int wide = (int) ((4 + random.nextDouble() * 22) * DOT);
            graphics.fillOval(random.nextInt(image.getWidth()), random.nextInt(image.getHeight()), wide, (int)
                    (wide * (0.3 + random.nextDouble())));
        }
        graphics.setColor(new Color(40, 40, 40, 130));
        graphics.setStroke(new BasicStroke((float) (0.15 * DOT)));
        int x = random.nextInt(image.getWidth());
        graphics.drawLine(x, 0, x, image.getHeight());
        graphics.dispose();
        return dirty;
    }

    /** A page that lost a margin: 0 upper, 1 lower, 2 left, 3 right edge. */
    FilledForm cut(int side, double millimetres) {
        int lost = (int) (millimetres * DOT);
        int width = image.getWidth() - (side >= 2 ? lost : 0);
        int height = image.getHeight() - (side < 2 ? lost : 0);
        return drawn(AffineTransform.getTranslateInstance(side == 2 ? -lost : 0, side == 0 ? -lost : 0), width, height);
    }

    private FilledForm drawn(AffineTransform transform, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, transform, null);
        return new FilledForm(drawn, random);
    }

    FilledForm turned(double degrees) {
        double sine = Math.abs(Math.sin(Math.toRadians(degrees)));
        double cosine = Math.abs(Math.cos(Math.toRadians(degrees)));
        int width = (int) (image.getWidth() * cosine + image.getHeight() * sine);
        int height = (int) (image.getWidth() * sine + image.getHeight() * cosine);
        AffineTransform transform = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        transform.rotate(Math.toRadians(degrees));
        transform.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        return drawn(transform, width, height);
    }

    /** Paper pulled in askew, and longer than it was. */
    FilledForm slanted(double shear, double longer) {
        AffineTransform transform = new AffineTransform(1, 0, shear, longer, 12, 0);
        return drawn(transform, image.getWidth() + 60, (int) (image.getHeight() * longer) + 20);
    }

    /** FAX: 204 dots an inch sideways, so many downwards, black or white, with dust on the line. */
    FilledForm faxed(int linesPerInch, double dust) {
        int width = (int) (image.getWidth() * 204.0 / DPI);
        int height = image.getHeight() * linesPerInch / DPI;
        BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        BufferedImage fax = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            grey.getRaster().getSamples(0, y, width, 1, 0, line);
            for (int x = 0; x < width; x++) {
                boolean dark = (line[x] < 150) != (random.nextDouble() < dust);
                line[x] = dark ? 0 : 1;
            }
            fax.getRaster().setSamples(0, y, width, 1, 0, line);
        }
        return new FilledForm(fax, random);
    }

    /** A photograph: seen askew, a shadow across it, a little out of focus, grainy. */
    FilledForm photographed() {
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Place place = Place.projective(List.of(
                new Place.Pair(40, 30, 0, 0),
                new Place.Pair(width - 20.0, 60, width, 0),
                new Place.Pair(10, height - 20.0, 0, height),
                new Place.Pair(width - 60.0, height - 50.0, width, height)));
        int[] seen = new int[width];
        int[] page = image.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int px = (int) Math.round(place.px(x, y));
                int py = (int) Math.round(place.py(x, y));
                int level = px >= 0 && py >= 0 && px < width && py < height ? page[py * width + px] : 90;
                double light = 0.55 + 0.4 * x / width;
                seen[x] = (int) Math.max(0, Math.min(255, level * light + random.nextGaussian() * 6));
            }
            photo.getRaster().setSamples(0, y, width, 1, 0, seen);
        }
        float ninth = 1 / 9f;
        float[] blur = new float[9];
        java.util.Arrays.fill(blur, ninth);
        return new FilledForm(new ConvolveOp(new Kernel(3, 3, blur)).filter(photo, null), random);
    }
}
