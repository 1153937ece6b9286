package madoguchi.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a reader of the paper gets: the letters, the size, nothing from elsewhere. */
class PaperTest {

    @Test
    void namesThatOtherProgramsLoseArePrintedAndCanBeCopied() throws IOException {
        assertThat(textOf("<p>髙﨑　𠮷子、德栁　曻、邉、鷗、剝、㐂、槗</p>")).contains("髙﨑　𠮷子、德栁　曻、邉、鷗、剝、㐂、槗");
    }

    @Test
    void everydayCharactersAreCopiedAsThemselvesAndNotAsTheRadicalsTheyShareAShapeWith() throws IOException {
        String everyday =
                "一二人入八刀力十土士夕大女子寸小山工己干心戸手文斗方日月木水火父牛玄玉生用田白皮目石示立竹米羊老耳肉自至舌舟色虫血行衣西見角言谷豆赤走足身車辛里金長門雨青非面音風食首馬骨高魚鳥麦黄黒鼓鼻龍";
        assertThat(textOf("<p>" + everyday + "</p>").replaceAll("\\s", "")).isEqualTo(everyday);
    }

    @Test
    void aRadicalThatCameIntoANameIsDrawnAsTheLetterItLooksLike() throws IOException {
        assertThat(textOf("<p>花\u2F26</p>")).contains("花子");
    }

    @Test
    void aVariationSelectorIsNotDrawnAndCostsNoLetter() throws IOException {
        assertThat(textOf("<p>辻\uDB40\uDD00 葛\uDB40\uDD00城</p>")).contains("辻 葛城");
    }

    @Test
    void aLetterTheFontLacksIsMarkedAsMissing() throws IOException {
        assertThat(textOf("<p>名\uE000字、𪚥</p>")).contains("名〓字、〓");
    }

    @Test
    void aControlCharacterDoesNotSpoilThePage() throws IOException {
        assertThat(textOf("<p>見本\u0001花子\uFFFF</p>")).contains("見本花子");
    }

    @Test
    void thePageSaysItsOwnSize() throws IOException {
        assertThat(sizeOf("A4 portrait")).isEqualTo("595 x 842");
        assertThat(sizeOf("A5 landscape")).isEqualTo("595 x 420");
    }

    @Test
    void allFontsAreEmbeddedAndOnlyTheLettersUsed() throws IOException {
        byte[] pdf = Paper.pdf(page("A4", "<p>見本<b>花子</b></p>"));
        assertThat(pdf).hasSizeLessThan(100_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            int fonts = 0;
            for (COSName name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).contains("NotoSansJP");
                fonts++;
            }
            assertThat(fonts).isEqualTo(2);
        }
    }

    @Test
    void aLongSentenceWithoutSpacesIsBrokenIntoLines() throws IOException {
        String sentence = IntStream.range(0, 40).mapToObj(i -> "保険資格の確認をお願いします").collect(Collectors.joining());
        assertThat(textOf("<p>" + sentence + "</p>").lines()).hasSizeGreaterThan(5);
    }

    @Test
    void aPictureInThePageIsDrawnAndNothingIsFetchedFromAnywhere() throws IOException {
        String dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC";
        assertThat(Base64.getDecoder().decode(dot)).isNotEmpty();
        assertThat(blackPixels("<img alt='黒' style='width: 40mm' src='data:image/png;base64," + dot + "'/>"))
                .isGreaterThan(1000);
        assertThat(blackPixels("<img alt='' style='width: 40mm' src='file:///usr/share/pixmaps/debian-logo.png'/>"))
                .isZero();
    }

    @Test
    void aDatedPageHasTheSameBytesWheneverItIsMade() throws IOException {
        Instant made = Instant.parse("2026-06-10T00:00:00Z");
        byte[] once = Paper.pdf(page("A4", "<p>髙﨑　𠮷子</p>"), made);
        assertThat(Paper.pdf(page("A4", "<p>髙﨑　𠮷子</p>"), made)).isEqualTo(once);
        try (PDDocument document = Loader.loadPDF(once)) {
            assertThat(new PDFTextStripper().getText(document)).contains("髙﨑　𠮷子");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(made);
        }
    }

    @Test
    void aPageThatIsNotWellFormedIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> Paper.pdf("<html><body>見本花子<p></body></html>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("花子")
                .hasNoCause();
    }

    private static String textOf(String body) throws IOException {
        try (PDDocument document = Loader.loadPDF(Paper.pdf(page("A4", body)))) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String sizeOf(String size) throws IOException {
        try (PDDocument document = Loader.loadPDF(Paper.pdf(page(size, "<p>紙</p>")))) {
            PDRectangle box = document.getPage(0).getMediaBox();
            return Math.round(box.getWidth()) + " x " + Math.round(box.getHeight());
        }
    }

    private static long blackPixels(String body) throws IOException {
        try (PDDocument document = Loader.loadPDF(Paper.pdf(page("A4", body)))) {
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 36);
            return IntStream.range(0, picture.getWidth() * picture.getHeight())
                    .filter(i -> (picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) & 0xFFFFFF) == 0)
                    .count();
        }
    }

    private static String page(String size, String body) {
        return "<html lang='ja'><head><title>紙</title><meta name='description' content='紙'/><style>@page { size: "
                + size
                + "; margin: 20mm } body { font-family: '" + Paper.FAMILY + "' }</style></head><body>" + body
                + "</body></html>";
    }
}
