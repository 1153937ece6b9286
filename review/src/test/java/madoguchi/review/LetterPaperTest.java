package madoguchi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import madoguchi.settle.Outcome;
import madoguchi.settle.SettleRules;
import madoguchi.uke.Body;
import madoguchi.uke.ClaimReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The result letter on paper. Its picture is left in {@code target/pictures} to be looked at. */
class LetterPaperTest {

    private static final LocalDate MIDDLE = LocalDate.of(2026, 4, 10);

    @Test
    void theLetterNamesWhatWasClaimedAndFoundTheRulesAndTheDayOfIssue() throws IOException {
        People people = new People()
                .with(
                        People.stay(
                                People.id("01139997", "11010203", "1", "00"),
                                People.LONG_AGO,
                                Optional.of(MIDDLE),
                                Optional.empty()),
                        People.stay(
                                People.id("139998", "髙－01", "246810", "01"),
                                MIDDLE,
                                Optional.empty(),
                                Optional.empty()));
        Settler settler = new Settler(SettleRules.of(Claims.MAY), people);
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        List<LetterRow> rows = ClaimReader.receipts(new ByteArrayInputStream(Claims.file(
                        Claims.receipt(1, "1", "00"),
                        Claims.receipt(2, "2", "00"),
                        Claims.unidentified(3, "820000246,"))))
                .map(settler::of)
                .peek(one -> outcomes.merge(one.disposition().rule().outcome(), 1L, Long::sum))
                .flatMap(one -> LetterRow.of("202605-000000001", Claims.MAY, one).stream())
                .toList();
        outcomes.put(Outcome.UNCHANGED, 41L);
        byte[] pdf = LetterPaper.pdf(new Letter(
                "202605-000000001",
                Claims.MAY,
                "1311234569",
                Body.HEALTH_INSURANCE,
                Origin.FACILITY,
                LocalDate.of(2026, 6, 10),
                outcomes,
                rows,
                rows.size()));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            File picture = Path.of("target", "pictures", "letter.png").toFile();
            Files.createDirectories(Path.of("target", "pictures"));
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 110), "png", picture);
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("資格確認結果連絡書（原審査）")
                    .contains("様式は公式のものではありません")
                    .contains("令和8年6月10日")
                    .contains("変更なし41")
                    .contains("分割05S-05")
                    .contains("01139997", "11010203・1・00")
                    .contains("139998髙－01・246810・01")
                    .contains("2026-04-10")
                    .contains("不足830000501")
                    .contains("S-03　レセプト記載の資格が登録されていません。")
                    .doesNotContain("見本　一郎", "19850412");
        }
    }
}
