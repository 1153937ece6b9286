package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import madoguchi.core.SubsidyCertificate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The charge and the ledger of ceilings on their pages. */
class SubsidyChargeTest extends SubsidyReceptions {

    @Test
    void theChargeSaysWhoPaysWhatInWhichOrderAndByWhichRow() {
        // 2,000 yen at 3割: insurance 1,400, 54 200, patient 400 (pmh.md §5.3, case 1)
        String reception = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(5_000)));
        HttpResponse<String> charged =
                act(reception, "charge", Map.of("points", "200", "rate", "30", "service", "MEDICAL_OUTPATIENT"));
        assertThat(charged.statusCode()).isEqualTo(200);
        assertThat(pages.get(reception + "/subsidies/charge").headers().firstValue("Location"))
                .as("where the language is switched")
                .contains(reception + "/subsidies");
        assertThat(charged.body())
                .contains("id=\"collect\">400円")
                .containsPattern(
                        "(?s)data-payer=\"insurance\".*?1,400.*?data-payer=\"54139993\".*?公1.*?200.*?N54.*?data-payer=\"patient\".*?400");
    }

    @Test
    void anAlwaysReimbursedSubsidyIsNamedAndNotTakenOff() {
        SubsidyCertificate always =
                SubsidySample.certificate("54139993", "5400015", 5_000, LocalDate.of(2026, 12, 31), true, "見本　花子");
        String reception = arrives(Sample.DAY, SubsidySample.found(always));
        HttpResponse<String> charged = act(reception, "charge", Map.of("total", "2000", "rate", "30"));
        assertThat(charged.body())
                .contains("id=\"collect\">600円")
                .contains("償還払い")
                .contains("C-ALWAYS");
    }

    @Test
    void aBillThatCannotBeReadIsSaidUnderItsFields() {
        String reception = arrives(Sample.DAY, Sample.active(Sample.HANAKO));
        assertThat(act(reception, "charge", Map.of("points", "", "rate", "30")).body())
                .contains("点数か総医療費を入れてください");
        HttpResponse<String> faulty = act(reception, "charge", Map.of("points", "200", "total", "3000", "rate", "30"));
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body()).contains("点数と合いません").contains("value=\"3000\"");
    }

    @Test
    void theLedgerIsCopiedFromPaperEnteredFromTheChargeAndReachesItsCeiling() {
        String reception = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(5_000)));
        accept(reception, "f0");
        String ledger = reception + "/subsidies/" + slot(reception) + "/ledger";
        assertThat(pages.get(ledger).body()).contains("この月の記入はまだありません").contains("上限額 5,000円");
        HttpResponse<String> copied = pages.post(
                ledger + "/2026-05/lines",
                Map.of(
                        "total",
                        "ALL",
                        "seen",
                        "0",
                        "lines",
                        "2, 架空薬局, 薬局, 15000, 3000, 3000\n5/9　,架空病院,医科,9000,1800,4800"));
        assertThat(copied.statusCode()).isEqualTo(303);
        assertThat(pages.get(ledger).body()).contains("4,800").contains("残り <strong>200円");
        // 2割 of 10,000 = 2,000, of the ceiling 200 is left
        HttpResponse<String> charged = act(reception, "charge", Map.of("total", "10000", "rate", "30"));
        assertThat(charged.body())
                .contains("id=\"collect\">200円")
                .contains("上限額に到達")
                .contains("name=\"seen\" value=\"4800\"");
        assertThat(pages.post(
                                ledger + "/2026-05/entry",
                                Map.of("service", "MEDICAL_OUTPATIENT", "cost", "10000", "paid", "200"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(pages.get(ledger).body())
                .contains("id=\"reached\"")
                .contains("34,000")
                .contains("上限到達");
        assertThat(act(reception, "charge", Map.of("total", "10000", "rate", "30"))
                        .body())
                .contains("id=\"collect\">0円");
        assertThat(pages.get(ledger + "/2026-06").body()).contains("この月の記入はまだありません");
        assertThat(paper(ledger + "/2026-05/pdf"))
                .contains("上限額管理票 2026年5月")
                .contains("架空薬局")
                .contains("（紙から）")
                .contains("5,000")
                .contains("上限到達")
                .contains("34,000")
                .contains("上限額に達しました")
                .contains("紙の管理票の代わりではありません");
        assertThat(pages.get(ledger + "/never/pdf").statusCode()).isEqualTo(404);
    }

    /* Its words; and a picture of it to look at. */
    private String paper(String path) {
        HttpResponse<byte[]> pdf = pages.bytes(path);
        assertThat(pdf.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("jougengaku-2026-05.pdf"));
        try (PDDocument document = Loader.loadPDF(pdf.body())) {
            Path pictures = Files.createDirectories(Path.of("target", "pictures"));
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, 72),
                    "png",
                    pictures.resolve("ledger.png").toFile());
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void allFaultsOfThePaperAreToldByLineAndNothingIsWritten() {
        String reception = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(5_000)));
        String ledger = reception + "/subsidies/f0/ledger";
        HttpResponse<String> faulty = pages.post(
                ledger + "/2026-05/lines",
                Map.of("total", "ALL", "seen", "0", "lines", "40,架空薬局,薬局,15000,3000\n2,,床屋,x,-\n3,架空薬局,薬局"));
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("1行目: 日は5月の日で")
                .contains("2行目: 医療機関の名を")
                .contains("2行目: 種類は")
                .contains("2行目: 医療費総額を")
                .contains("2行目: 自己負担額を")
                .contains("3行目: 日、医療機関")
                .contains("床屋");
        HttpResponse<String> sum = pages.post(
                ledger + "/2026-05/lines", Map.of("total", "ALL", "seen", "0", "lines", "2,架空薬局,薬局,15000,3000,3500"));
        assertThat(sum.body()).contains("紙は3500円、計算では3000円");
        assertThat(pages.get(ledger).body()).contains("この月の記入はまだありません");
    }

    @Test
    void whoWritesOnAnOldRunningTotalIsToldTheNewOneAndNothingIsWritten() {
        String reception = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(5_000)));
        String ledger = reception + "/subsidies/f0/ledger/2026-05";
        Map<String, String> entry =
                Map.of("service", "MEDICAL_OUTPATIENT", "cost", "10000", "paid", "2000", "seen", "0");
        assertThat(pages.post(ledger + "/entry", entry).statusCode()).isEqualTo(303);
        HttpResponse<String> refused = pages.post(ledger + "/entry", entry);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("いまの累積額は2000円です").contains("記入していません");
        assertThat(pages.post(ledger + "/strike", Map.of("total", "ALL", "seen", "2000", "no", "1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(pages.get(ledger).body()).contains("data-running=\"0\"");
    }

    @Test
    void theLedgerTellsWhenTheMonthsAreEnoughToApply() {
        String reception = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(5_000)));
        String ledger = reception + "/subsidies/f0/ledger/";
        for (String month : List.of("2026-02", "2026-04", "2026-05")) {
            pages.post(ledger + month + "/lines", Map.of("total", "ALL", "seen", "0", "lines", "3,架空病院,医科,33340,5000"));
        }
        assertThat(pages.get(ledger + "2026-05").body())
                .contains("data-alert=\"A-LIGHT\"")
                .contains("3/3")
                .contains("申請を案内してください");
        assertThat(pages.get(ledger + "2026-04").body()).contains("2/3").doesNotContain("申請を案内してください");
    }

    @Test
    void mealsStandBesideTheChargeAndSayThatTheirAmountIsToBeChecked() {
        String reception = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(5_000)));
        Map<String, String> stay = Map.of(
                "total", "100000", "rate", "30", "service", "MEDICAL_INPATIENT", "meals", "3", "level", "DISEASE");
        assertThat(act(reception, "charge", stay).body())
                .contains("id=\"collect\">5,000円")
                .containsPattern("(?s)id=\"meals\".*?900.*?要確認.*?C-MEALS-OWN");
        Map<String, String> tooMany = Map.of("total", "1000", "rate", "30", "meals", "94");
        assertThat(act(reception, "charge", tooMany).body()).contains("0～93");
    }

    @Test
    void theYearlyCapIsToldWhereItIsKnownAndSaidToBeOpenElsewhere() {
        String reception = arrives(LocalDate.of(2026, 8, 3), SubsidySample.found(SubsidySample.nanbyo(5_000)));
        assertThat(act(reception, "charge", Map.of("total", "1000", "rate", "30", "limit", "A03"))
                        .body())
                .containsPattern("(?s)id=\"year\".*?530,000");
        assertThat(act(reception, "charge", Map.of("total", "1000", "rate", "30", "limit", "A01"))
                        .body())
                .containsPattern("(?s)id=\"year\".*?C-YEAR-OPEN.*?要確認");
    }
}
