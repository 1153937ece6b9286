package madoguchi.leaflet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.web.Furigana;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;

/** What stands on the prints on given days: before and after a rule changes. The days are those of the sources (S0, S1, S2). */
class LeafletPrintsTest {

    private static final List<String> DAYS =
            List.of("2024-12-02", "2025-09-19", "2025-12-02", "2026-04-01", "2026-05-25", "2026-08-01");

    @Test
    void theOldCardIsUsableThenOnlyUponAskingThenNoMoreOld02Old13Old16() {
        assertThat(Printed.said("reception", "day", "2025-12-01"))
                .contains("mark=YES, picture=Optional[CERTIFICATE], name=健康保険証（これまでの保険証）, text=券面の有効期限の内なら使えます");
        assertThat(Printed.said("reception", "day", "2025-12-02"))
                .contains("mark=ASK, picture=Optional[CERTIFICATE], name=健康保険証（これまでの保険証）, text=次回からはマイナ保険証か資格確認書を")
                .doesNotContain("暫定", "照会");
        assertThat(Printed.said("reception", "day", "2026-03-31"))
                .contains("mark=ASK, picture=Optional[CERTIFICATE], name=健康保険証");
        assertThat(Printed.said("reception", "day", "2026-04-01"))
                .contains("mark=NO, picture=Optional[CERTIFICATE], name=健康保険証（これまでの保険証）, text=この証はもう使えません");
    }

    @Test
    void aScreenReplacesThePaperCertificateOfASubsidyFrom25May2026Sub02Sub04() {
        assertThat(Printed.said("subsidy", "day", "2026-05-24"))
                .contains("画面は代わりになりません", "mark=NO, picture=Optional[PHONE], name=マイナポータルの「医療受給者証」の画面")
                .contains("紙の受給者証の代わりとして利用することはできません");
        assertThat(Printed.said("subsidy", "day", "2026-05-25"))
                .contains("mark=YES, picture=Optional[PHONE], name=マイナポータルの「医療受給者証」の画面")
                .contains("mark=NO, picture=Optional[PHONE], name=保存した画面・PDF", "セットで提示することで受付ができます");
    }

    @Test
    void theNoticeOnSubsidiesShowsOldAndNewSideBySideOnceTheRulesTurnedSub02Sub04() {
        Printed.picture("subsidy-notice", Printed.pdf("subsidy-notice", "day", "2026-05-25"));
        assertThat(Printed.said("subsidy-notice", "variant", "facilities", "day", "2026-05-24"))
                .contains("画面は代わりになりません", "紙の受給者証の代わりとして利用することはできません")
                .doesNotContain("から変わったこと");
        assertThat(Printed.said("subsidy-notice", "variant", "municipalities", "day", "2026-05-25"))
                .contains("令和8年5月25日（2026年）から変わったこと", "管内の医療機関・薬局への周知に協力", "R-SUB-04")
                .contains("before=※ この画面を医療機関等で提示しても", "after=※ 医療機関・薬局等でマイナ保険証の読み取りができない場合")
                .contains("before=[【確認が要る】", "after=【助成を確認できた】", "situation=健康保険証の画面");
    }

    @Test
    void phonesAreUsedFrom19September2025Sp01() {
        assertThat(Printed.said("phone", "variant", "read-here", "day", "2025-09-18"))
                .doesNotContain("スマートフォンで受付ができます");
        assertThat(Printed.said("phone", "variant", "read-here", "day", "2025-09-19"))
                .contains("スマートフォンで受付ができます");
        assertThat(Printed.said("phone", "variant", "not-here", "voice", "en"))
                .contains("Phones cannot be read here yet", "log in to Mynaportal here");
    }

    @Test
    void whatChangesOn1AprilSaysThatTheInterimMeasureEndsOld16() {
        assertThat(Printed.said("changes", "day", "2026-04-01"))
                .contains("令和8年4月1日（2026年）から変わること", "暫定的な取扱いは2026年3月31日で終わりました", "R-OLD-16");
        assertThat(Printed.said("changes", "day", "2026-04-02")).contains("この間に、扱いの変わることはありません");
        assertThat(Printed.said("changes", "since", "2026-04-30", "day", "2026-05-31", "voice", "en"))
                .contains("What changes from 1 May 2026 to 31 May 2026", "25 May 2026: ", "R-SUB-04");
    }

    @Test
    void theCheckSheetNamesMakerCodesHoursAndWhatIsNotKnown() {
        assertThat(Printed.said("check-sheet", "variant", "hi-cara"))
                .contains("Hi-CARA", "エラーコード001", "エラーコード011", "0800-080-4583", "平日 8:00–18:00　土 8:00–16:00　日・祝日 休み")
                .contains("メーカーごとの違いは、公表された資料では分かっていません", "KB0011370");
    }

    @Test
    void everyKindSpeaksEveryVoiceOnEveryDayOfTheRules() {
        for (LeafletKind kind : Printed.HOUSE.kinds()) {
            // Plain Japanese: everyKanjiOfPlainJapaneseHasItsReadingAboveIt.
            for (Voice voice : EnumSet.complementOf(EnumSet.of(Voice.EASY))) {
                for (String day : DAYS) {
                    assertThat(Printed.said(kind.name(), "voice", voice.word(), "day", day))
                            .isNotBlank();
                }
            }
        }
    }

    /* With -Dmadoguchi.pictures=true every print is left in target/pictures to be looked at: every form, voice and size. */
    @Test
    void everyFormVoiceAndSizeCanBePrinted() {
        boolean all = Boolean.getBoolean("madoguchi.pictures");
        List<LeafletKind> kinds = Printed.HOUSE.kinds();
        for (LeafletKind kind : all ? kinds : kinds.subList(0, 1)) {
            for (String variant : all ? Printed.variants(kind) : List.of("")) {
                for (Voice voice : all ? kind.voices() : Set.of(Voice.JA)) {
                    for (PaperSize size :
                            all ? kind.sizes() : List.of(kind.sizes().getFirst())) {
                        String[] order = {
                            "variant", variant, "voice", voice.word(), "size", size.name(), "day", "2026-08-01"
                        };
                        byte[] pdf = Printed.pdf(kind.name(), order);
                        assertThat(pdf).isNotEmpty();
                        if (all) {
                            Printed.picture(
                                    String.join("-", "all", kind.name(), variant, voice.word(), size.name()), pdf);
                        }
                    }
                }
            }
        }
    }

    @Test
    void everyPrintNamesItsDayItsRulesAndTheirVersion() {
        assertThat(Printed.text("next-time", "voice", "easy", "day", "R8.4.1"))
                .contains("みなと架空診療所", "作った日2026年11月21日", "2026年4月1日の決まり", "版ab12cd34", "R-OLD-16", "もとの文書")
                .contains("0120-95-0178");
        assertThat(Printed.said("next-time", "voice", "easy", "day", "R8.4.1")).contains("マイナンバーカードか 資格確認書を 持ってきてください");
    }

    @Test
    void everyKanjiOfPlainJapaneseHasItsReadingAboveIt() {
        Set<String> seen = new HashSet<>();
        for (LeafletKind kind : Printed.HOUSE.kinds()) {
            for (String variant : kind.voices().contains(Voice.EASY) ? Printed.variants(kind) : List.<String>of()) {
                for (String day : DAYS) {
                    String said = Printed.blocks(kind.name(), "voice", "easy", "variant", variant, "day", day);
                    assertThat(said).isNotBlank();
                    if (seen.add(said)) {
                        assertThat(Furigana.standard().unread(said))
                                .as(kind.name() + " " + variant + " " + day)
                                .isEmpty();
                    }
                }
            }
        }
        assertThat(Printed.text("expiry", "voice", "easy")).contains("ほけん", "しかくかくにんしょ");
        assertThat(Printed.text("expiry", "voice", "ja")).doesNotContain("しかくかくにんしょ");
    }

    @Test
    void onePageIsOnePageInEveryVoiceOnTheSmallestPaperAndAllLettersAreInside() throws IOException {
        for (LeafletKind kind : Printed.HOUSE.kinds()) {
            String variant = Printed.variants(kind).getLast();
            for (Voice voice : kind.voices()) {
                Map<String, String> order = Map.of(
                        "size",
                        kind.sizes().stream().sorted().toList().getLast().name(),
                        "variant",
                        variant,
                        "voice",
                        voice.word(),
                        "day",
                        "2025-12-02");
                byte[] pdf = new LeafletPaper("v")
                        .tightest(kind, Printed.HOUSE.issue(kind, order).orElseThrow());
                Printed.picture(kind.name() + "-tight-" + voice.word(), pdf);
                try (PDDocument document = Loader.loadPDF(pdf)) {
                    if (kind.onePage()) {
                        assertThat(document.getNumberOfPages())
                                .as(kind.name() + " " + voice)
                                .isEqualTo(1);
                    }
                    assertThat(fonts(document)).as(kind.name()).isNotEmpty().allMatch(PDFont::isEmbedded);
                }
            }
        }
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }

    @Test
    void theSameOrderGivesTheSameBytes() {
        LeafletKind kind = Printed.HOUSE.kind("changes").orElseThrow();
        Issue issue = Printed.HOUSE.issue(kind, Map.of()).orElseThrow();
        assertThat(new LeafletPaper("v").pdf(kind, issue)).isEqualTo(new LeafletPaper("v").pdf(kind, issue));
    }

    @Test
    void everythingWrongWithAnOrderIsSaidAtOnce() {
        Parsed<byte[]> read = Printed.HOUSE.pdf(
                Printed.HOUSE.kind("check-sheet").orElseThrow(),
                Map.of("day", "きのう", "size", "B4", "voice", "easy", "variant", "nec"));
        assertThat(read.problems()).extracting(Problem::place).containsExactly("day", "size", "voice", "variant");
    }
}
