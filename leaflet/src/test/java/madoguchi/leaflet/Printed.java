package madoguchi.leaflet;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A printing house on 21 November 2026 in Tokyo, and what can be asked of a print. With {@code -Dmadoguchi.pictures=true} pictures are left in {@code target/pictures} to be looked at. */
final class Printed {

    static final Policy POLICY = new Policy(RuleBook.bundled());
    static final Leaflets HOUSE = new Leaflets(
            LeafletKinds.standard(),
            Printed::policy,
            rules -> "ab12cd34",
            "みなと架空診療所",
            Clock.fixed(Instant.parse("2026-11-20T16:00:00Z"), ZoneOffset.UTC));

    private static final int DOTS = 70;

    private Printed() {}

    private static Policy policy() {
        return POLICY;
    }

    static byte[] pdf(String kind, String... typed) {
        return HOUSE.pdf(HOUSE.kind(kind).orElseThrow(), order(typed)).orElseThrow();
    }

    /** What a print says, before it is set on paper: its blocks, as they are written in code. */
    static String said(String kind, String... typed) {
        Map<String, String> order = order(typed);
        LeafletKind made = HOUSE.kind(kind).orElseThrow();
        Leaflet leaflet = made.compose(HOUSE.issue(made, order).orElseThrow());
        return leaflet.title() + leaflet.blocks() + leaflet.ruleIds();
    }

    /** Title and blocks alone: what a patient reads. */
    static String blocks(String kind, String... typed) {
        LeafletKind made = HOUSE.kind(kind).orElseThrow();
        Leaflet leaflet = made.compose(HOUSE.issue(made, order(typed)).orElseThrow());
        return leaflet.title() + leaflet.blocks();
    }

    /** The forms of a kind; one empty word where it has but one. */
    static List<String> variants(LeafletKind kind) {
        return kind.variants().isEmpty()
                ? List.of("")
                : List.copyOf(kind.variants().keySet());
    }

    private static Map<String, String> order(String... typed) {
        Map<String, String> order = new HashMap<>();
        for (int i = 0; i + 1 < typed.length; i += 2) {
            order.put(typed[i], typed[i + 1]);
        }
        return order;
    }

    /** The text on paper without white space, as somebody would copy it. */
    static String text(String kind, String... typed) {
        byte[] pdf = pdf(kind, typed);
        picture(kind + "-" + String.join("-", typed), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("[\\s\u3000]", "");
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    static void picture(String name, byte[] pdf) {
        if (!Boolean.getBoolean("madoguchi.pictures")) {
            return;
        }
        File folder = new File("target/pictures");
        try {
            Files.createDirectories(folder.toPath());
            for (int page = 0; page < LeafletPaper.pages(pdf); page++) {
                Files.write(
                        new File(folder, name + "-" + (page + 1) + ".png").toPath(), LeafletPaper.png(pdf, page, DOTS));
            }
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }
}
