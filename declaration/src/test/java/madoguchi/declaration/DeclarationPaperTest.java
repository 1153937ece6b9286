package madoguchi.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The form of 別紙様式 on paper. Its pictures are left in {@code target/pictures} to be looked at. */
class DeclarationPaperTest {

    private final DeclarationPaper paper = new DeclarationPaper(() -> "2026-11-20");

    @Test
    void whatWasFilledInStandsOnOnePageOfA4() throws IOException {
        String text = read("declaration-filled", paper.of(kept(Sample.YOSHIKO), Sample.DAY));
        assertThat(text)
                .contains("被保険者資格申立書")
                .contains("✓有効な保険証の交付を受けている")
                .contains("✓社保国保後期その他わからない")
                .contains("見本産業健康保険組合")
                .contains("株式会社見本産業架空工場")
                .contains("✓1ヶ月以内それより前")
                .contains("✓3割2割1割")
                .contains("髙﨑𠮷子")
                .contains("フリガナタカサキヨシコ")
                .contains("明治大正✓昭和平成令和62年4月12日")
                .contains("男✓女")
                .contains("架空県架空区旧町1-2-3みなと架空ハイツ405")
                .contains("架空県見本市新町6-7")
                .contains("令和8年11月21日")
                .contains("髙﨑一郎")
                .contains("夫")
                .contains("090-0000-1234")
                .contains("発行令和8年11月21日規則2026-11-20");
    }

    @Test
    void theBlankFormHasEveryPartOfTheOfficialOne() throws IOException {
        String text = read("declaration-blank", paper.blank(Sample.DAY));
        assertThat(text)
                .contains("別紙様式")
                .contains("有効な保険証の交付を受けており、医療保険等の被保険者資格について、下記の通り記入してください。")
                .contains("速やかに廃棄します")
                .contains("社保国保後期その他わからない")
                .contains("保険者等名称")
                .contains("1ヶ月以内それより前わからない")
                .contains("3割2割1割わからない")
                .contains("明治大正昭和平成令和")
                .contains("連絡先電話番号")
                .contains("※1", "※2", "※3", "※4", "※5")
                .doesNotContain("✓有効", "✓社保", "控え");
    }

    @Test
    void theLongestTextsStillFitOnOnePage() throws IOException {
        String fifty = "長い名前の見本市".repeat(7).substring(0, 50);
        String hundred = "架空県架空区見本町".repeat(12).substring(0, 100);
        Declaration longest = new Declaration(
                new StatedInsurance(
                        true,
                        Optional.of(InsuranceKind.NATIONAL),
                        Optional.of(fifty),
                        Optional.of(fifty),
                        Optional.of(IssuedWhen.UNKNOWN),
                        Optional.of(StatedShare.UNKNOWN)),
                new CardFace(
                        Optional.of(fifty),
                        Optional.of(fifty),
                        Optional.of(LocalDate.of(1989, 1, 8)),
                        Optional.empty(),
                        Optional.of(hundred),
                        Optional.of(hundred)),
                Optional.of(Sample.DAY),
                new Signature(Optional.of(fifty), true, Optional.of(fifty.substring(0, 20))),
                Optional.of("+81 (0)90-0000-1234"));
        assertThat(read("declaration-longest", paper.of(kept(longest), Sample.DAY)))
                .contains(hundred.substring(0, 30))
                .contains(hundred.substring(90))
                .contains("✓平成令和元年1月8日");
    }

    private static Kept kept(Declaration said) {
        return new Kept(
                "0b5e0000-0000-4000-8000-000000000001",
                Optional.empty(),
                Sample.DAY,
                List.of(new Kept.Version(Sample.MORNING, "yamamoto", HowEntered.ON_SCREEN, said)));
    }

    /* The text without white space, as somebody would copy it; proves that there is one page, and leaves its picture. */
    private static String read(String name, byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            File picture = new File("target/pictures/" + name + ".png");
            assertThat(picture.getParentFile().isDirectory()
                            || picture.getParentFile().mkdirs())
                    .isTrue();
            assertThat(ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 110), "png", picture))
                    .isTrue();
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("[\\s\u3000]", "");
        }
    }
}
