package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import madoguchi.core.Answer;
import madoguchi.core.Arrival;
import madoguchi.core.InquiryKind;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import madoguchi.desk.Desk;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** One round of the survey, from its opening to its report: a clinic answers by web with what its own log knows, another on paper, and a person decides what the reader would not. */
class SurveyBrowserTest {

    private static final DemoLogin ADMIN = DemoLogin.ALL.get(1);
    private static final DemoLogin OPERATOR = DemoLogin.ALL.get(2);
    private static final int DPI = 200;
    private static final int ROUND = 71;
    private static final String PATH = "/survey/rounds/" + ROUND;

    private final DemoTown town = DemoTown.shared();

    @Test
    void aRoundIsAnsweredByWebAndOnPaperClosedAndReported() throws Exception {
        aCardThatCannotBeRead();
        try (Browser admin = new Browser(1280, 900)) {
            admin.signIn(town, ADMIN);
            admin.page.navigate(town.url("/survey/consent"));
            looksRight(admin, "survey-consent");
            admin.page
                    .locator("main button[value=true], form[action='/survey/consent'] button")
                    .first()
                    .press("Enter");
            assertThat(admin.page.locator("#consent")).containsText("同意しています");
        }
        try (Browser operator = new Browser(1280, 900)) {
            operator.signIn(town, OPERATOR);
            opened(operator);
            List<String> links =
                    text(operator, PATH + "/links.csv").lines().skip(1).toList();
            assertThat(links).hasSize(2);
            Page clinic = operator.stranger(640, 900);
            answeredByWeb(operator, clinic, town.url(links.getFirst().split(",", -1)[1]));
            scanned(operator);
            closed(operator, clinic);
            reported(operator);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(town.clock.instant(), Server.TOKYO);
    }

    /** So that the clinic's log has a trouble to tell of. */
    private void aCardThatCannotBeRead() {
        Answer unreadable = new Answer.Unreachable(
                Answer.Cause.TERMINAL, Optional.of("006"), new Text("読み取れませんでした。", "It could not be read."));
        town.server
                .bean(Desk.class)
                .arrivals()
                .arrived(new Arrival(
                        "survey-006", today(), InquiryKind.CARD, Reply.of(unreadable, town.clock.instant())));
    }

    private void opened(Browser operator) {
        Page page = operator.page;
        page.navigate(town.url("/survey"));
        looksRight(operator, "survey");
        page.locator("#number").fill(String.valueOf(ROUND));
        page.locator("#first").fill(today().toString());
        page.locator("#last").fill(today().plusDays(10).toString());
        page.locator("#facilities").fill("1319999913\n1219999913");
        page.locator("#open button").press("Enter");
        assertThat(page.locator("#state")).containsText("受付中");
        looksRight(operator, "survey-round-open");
    }

    private static void answeredByWeb(Browser operator, Page clinic, String link) {
        clinic.navigate(link);
        assertThat(clinic.locator("#q6 .figure").first()).containsText("記録");
        clinic.locator("button[value=draft]").press("Enter");
        assertThat(clinic.locator("#drafted")).isVisible();
        assertThat(clinic.locator("input[name=q6][value=expired-card]")).isChecked();
        assertThat(Browser.barriers(clinic)).isEmpty();
        Browser.picture(clinic, "survey-answer-640");
        clinic.locator("input[name=q1][value=a40]").check();
        clinic.locator("input[name=q9][value=heavy]").check();
        clinic.locator("button[value=send]").press("Enter");
        assertThat(clinic.locator("main")).containsText("回答を受け取りました");
        Browser.picture(clinic, "survey-answer-thanks");
        clinic.navigate(link);
        clinic.locator("button[lang=en]").press("Enter");
        assertThat(clinic.locator("main")).containsText("Answer what you can");
        assertThat(Browser.barriers(clinic)).isEmpty();
        Browser.picture(clinic, "survey-answer-640-en");
        clinic.locator("button[lang=ja]").press("Enter");
        assertThat(operator.barriers()).isEmpty();
    }

    private void scanned(Browser operator) throws IOException {
        BufferedImage form = rendered(bytes(operator, PATH + "/forms.pdf?from=2&to=2"));
        kept(form, "survey-form");
        // 問1: a tick at the second box, and a slip of the pen at the first.
        pen(form, 0.6, new double[][] {{47.6, 57.2, 48.3, 58.5}, {48.3, 58.5, 50.6, 55.4}});
        pen(form, 0.45, new double[][] {{18.5, 57.4, 19.5, 57.4}});
        Page page = operator.page;
        page.navigate(town.url(PATH));
        page.locator("#scanfile").setInputFiles(new FilePayload("fax.png", "image/png", png(form)));
        page.locator("#scan button").press("Enter");
        assertThat(page.locator("#done")).containsText("確かめるもの1");
        page.navigate(town.url(PATH + "/doubts"));
        looksRight(operator, "survey-doubts");
        for (Locator no : page.locator(".doubt input[value=no]").all()) {
            no.check();
        }
        page.locator(".doubt", new Page.LocatorOptions().setHasText("30代"))
                .locator("input[value=yes]")
                .check();
        page.locator("form[action$='/doubts'] button").press("Enter");
        assertThat(page.locator("#nodoubts")).isVisible();
    }

    private void closed(Browser operator, Page clinic) {
        operator.page.navigate(town.url(PATH));
        operator.page.locator("#closing button").press("Enter");
        assertThat(operator.page.locator("#state")).containsText("受付していない");
        looksRight(operator, "survey-round-closed");
        clinic.reload();
        assertThat(clinic.locator("main")).containsText("この調査の受付は終わりました");
        assertThat(Browser.barriers(clinic)).isEmpty();
    }

    private void reported(Browser operator) throws IOException {
        Page page = operator.page;
        page.navigate(town.url(PATH + "/report"));
        assertThat(page.locator("#rate")).containsText("有効回答数 2 件");
        looksRight(operator, "survey-report-own");
        page.navigate(town.url("/survey/rounds/7/report"));
        assertThat(page.locator("#history tbody tr")).hasCount(7);
        looksRight(operator, "survey-report");
        page.locator("button[lang=en]").press("Enter");
        assertThat(page.locator("#rate")).containsText("1045 valid answers");
        looksRight(operator, "survey-report-en");
        page.locator("button[lang=ja]").press("Enter");
        for (String path : List.of("/cross?rows=q9&columns=q3", "/open?question=q7")) {
            page.navigate(town.url("/survey/rounds/7" + path));
            looksRight(operator, "survey" + path.replaceAll("\\W+", "-"));
        }
        page.navigate(town.url("/survey/questionnaires"));
        looksRight(operator, "survey-questionnaires");
        assertThat(text(operator, PATH + "/report.csv")).contains("30代,1,50.0,2");
        try (PDDocument pdf = Loader.loadPDF(bytes(operator, "/survey/rounds/7/report.pdf"))) {
            PDFRenderer renderer = new PDFRenderer(pdf);
            for (int i = 0; i < pdf.getNumberOfPages(); i++) {
                kept(renderer.renderImageWithDPI(i, 80), "survey-report-pdf-" + (i + 1));
            }
        }
    }

    private static void looksRight(Browser browser, String name) {
        Browser.picture(browser.page, name);
        assertThat(browser.barriers()).as(name).isEmpty();
    }

    private byte[] bytes(Browser browser, String path) {
        return browser.page.request().get(town.url(path)).body();
    }

    private String text(Browser browser, String path) {
        return browser.page.request().get(town.url(path)).text();
    }

    private static BufferedImage rendered(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, DPI);
        }
    }

    /** Lines from x, y to x, y in millimetres. */
    private static void pen(BufferedImage form, double width, double[][] lines) {
        double dot = DPI / 25.4;
        Graphics2D pen = form.createGraphics();
        pen.setColor(java.awt.Color.DARK_GRAY);
        pen.setStroke(new BasicStroke((float) (width * dot), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (double[] line : lines) {
            pen.draw(new Line2D.Double(line[0] * dot, line[1] * dot, line[2] * dot, line[3] * dot));
        }
        pen.dispose();
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void kept(BufferedImage image, String name) throws IOException {
        File file = new File("target/pictures", name + ".png");
        file.getParentFile().mkdirs();
        ImageIO.write(image, "png", file);
    }
}
