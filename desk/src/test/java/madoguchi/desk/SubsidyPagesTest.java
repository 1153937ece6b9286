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
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import madoguchi.core.Answer;
import madoguchi.core.Arrival;
import madoguchi.core.InquiryKind;
import madoguchi.core.Reply;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.Text;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Shown;
import madoguchi.policy.SubsidyProof;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class SubsidyPagesTest {

    private static final MovableClock CLOCK = new MovableClock(Sample.MORNING);
    private static final ScriptedHub HUB = new ScriptedHub(inquiry -> Sample.active(Sample.HANAKO));
    private static final DelegatingDataSource DATABASE =
            new DelegatingDataSource(Database.fresh("desk", Desk::migrate));
    private static final ConfigurableApplicationContext APP = TinyApp.start(DATABASE, HUB, CLOCK, 0);
    private static final LocalDate LAST_OLD_DAY = LocalDate.of(2026, 5, 24);

    private final PageClient pages = new PageClient(APP);
    private final Desk desk = APP.getBean(Desk.class);
    private int arrivals;

    @BeforeEach
    void begin() {
        DATABASE.setTargetDataSource(Database.fresh("desk", Desk::migrate));
        CLOCK.set(Sample.MORNING);
        HUB.answers(inquiry -> Sample.active(Sample.HANAKO));
    }

    @AfterAll
    static void stop() {
        APP.close();
    }

    private String arrives(LocalDate day, Reply reply) {
        CLOCK.set(day.atTime(0, 5).toInstant(java.time.ZoneOffset.UTC).plusSeconds(arrivals));
        desk.arrivals().arrived(new Arrival("a" + arrivals++, day, InquiryKind.CARD, reply));
        return pages.newest();
    }

    private String page(String reception) {
        return pages.get(reception + "/subsidies").body();
    }

    private HttpResponse<String> act(String reception, String deed, Map<String, String> form) {
        return pages.post(reception + "/subsidies/" + deed, form);
    }

    /** Accepts what the page shows. */
    private HttpResponse<String> accept(String reception, String slot) {
        Matcher print = Pattern.compile(
                        "name=\"slot\" value=\"" + slot + "\"><input type=\"hidden\" name=\"print\" value=\"(\\w+)\"")
                .matcher(page(reception));
        assertThat(print.find()).isTrue();
        return act(reception, "accept", Map.of("slot", slot, "print", print.group(1)));
    }

    private void seen(String reception, SubsidyProof proof) {
        assertThat(act(reception, "seen", Map.of("slot", "new", "proof", proof.name()))
                        .statusCode())
                .isEqualTo(303);
    }

    private static Map<String, String> keyed() {
        return Map.of(
                "name", "特定医療費（指定難病）受給者証",
                "payer", "54139993",
                "recipient", "5400015",
                "from", "R8.1.1",
                "through", "R8.12.31",
                "ceiling", "10,000",
                "kind", "ALL",
                "origin", "PORTAL_SCREEN");
    }

    /** The slot of the first subsidy on the page that is stored. */
    private String slot(String reception) {
        Matcher slot = Pattern.compile("data-slot=\"(s\\d+)\"").matcher(page(reception));
        assertThat(slot.find()).isTrue();
        return slot.group(1);
    }

    private static String card(String page, String slot) {
        int at = page.indexOf("data-slot=\"" + slot + "\"");
        return page.substring(at, page.indexOf("</section>", at));
    }

    private static Pattern verdict(String word) {
        return Pattern.compile("data-slot=\"new\" data-verdict=\"" + word + "\"");
    }

    /* The DC cases: insurance and subsidy by their own means and dates, with the card that cannot be read, a logged-in phone, paper, and neither. */
    @ParameterizedTest(name = "{0} {1} {2}: {3}, {4}")
    @CsvSource({
        "2026-05-24, CARD_UNREADABLE, LIVE_SCREEN, needs-evidence, R-SUB-02",
        "2026-05-25, CARD_UNREADABLE, LIVE_SCREEN, confirmed, R-SUB-04",
        "2026-05-24, SMARTPHONE_ONLY_UNREADABLE, LIVE_SCREEN, needs-evidence, R-SUB-02",
        "2026-05-25, SMARTPHONE_ONLY_UNREADABLE, LIVE_SCREEN, confirmed, R-SUB-05",
        "2026-05-24, CARD_UNREADABLE, PAPER, confirmed, R-SUB-03",
        "2026-05-25, CARD_UNREADABLE, PAPER, confirmed, R-SUB-03",
        "2026-05-24, CARD_UNREADABLE, PDF, needs-evidence, R-SUB-02",
        "2026-05-24, CARD_UNREADABLE, NEITHER, not-confirmed, R-SUB-02.neither",
        "2026-05-25, CARD_UNREADABLE, NEITHER, not-confirmed, M-SUB.neither",
        "2026-05-25, PORTAL_ONLY, LIVE_SCREEN, needs-evidence, R-SUB-06",
    })
    void theSubsidyIsConfirmedByItsOwnMeansAndDates(
            LocalDate day, Shown shown, SubsidyProof proof, String verdict, String rule) {
        String reception = arrives(day, Sample.silent(Answer.Cause.TERMINAL));
        pages.post(reception + "/shown", Map.of("shown", shown.name(), "visit", "RETURNING"));
        act(reception, "participation", Map.of("slot", "new", "participation", "PARTICIPATING"));
        seen(reception, proof);
        assertThat(page(reception)).containsPattern(verdict(verdict)).contains("class=\"rule\">" + rule + "<");
    }

    @Test
    void aPdfIsNotAcceptedForASubsidyThoughItIsForTheInsurance() {
        String reception = arrives(Sample.DAY, Sample.silent(Answer.Cause.TERMINAL));
        pages.post(reception + "/shown", Map.of("shown", "CARD_UNREADABLE", "visit", "RETURNING"));
        pages.post(reception + "/confirm", Map.of("evidence", EvidenceKind.PORTAL_PDF.name()));
        act(reception, "participation", Map.of("slot", "new", "participation", "PARTICIPATING"));
        seen(reception, SubsidyProof.PDF);
        assertThat(pages.get(reception).body()).contains("受付できる");
        assertThat(page(reception)).containsPattern(verdict("needs-evidence"));
    }

    @Test
    void theInsuranceStaysUnsettledWhenOnlyTheSubsidyIsConfirmed() {
        String reception = arrives(Sample.DAY, Sample.silent(Answer.Cause.TERMINAL));
        pages.post(reception + "/shown", Map.of("shown", "CARD_UNREADABLE", "visit", "FIRST"));
        seen(reception, SubsidyProof.PAPER);
        assertThat(page(reception)).containsPattern(verdict("confirmed"));
        assertThat(pages.get(reception).body()).contains("カードが読み取れませんでした").contains("data-evidence=\"PORTAL_SCREEN\"");
    }

    @Test
    void aFacilityThatIsNotConnectedAsksForPaper() {
        String reception = arrives(Sample.DAY, Sample.silent(Answer.Cause.TERMINAL));
        pages.post(reception + "/shown", Map.of("shown", "CARD_UNREADABLE", "visit", "RETURNING"));
        act(reception, "setting", Map.of("connected", "false"));
        assertThat(page(reception)).contains("この施設では、助成はカードでは確認できません").contains("G-06.ask");
        seen(reception, SubsidyProof.LIVE_SCREEN);
        assertThat(page(reception)).containsPattern(verdict("ask-staff"));
        act(reception, "decide", Map.of("slot", "new", "use", "true"));
        assertThat(page(reception)).contains("data-verdict=\"ask-staff\" data-confirmed=\"true\"");
    }

    @Test
    void aSchemeThatDoesNotTakePartAsksForPaper() {
        String reception = arrives(Sample.DAY, Sample.silent(Answer.Cause.TERMINAL));
        pages.post(reception + "/shown", Map.of("shown", "CARD_UNREADABLE", "visit", "RETURNING"));
        act(reception, "participation", Map.of("slot", "new", "participation", "NOT_PARTICIPATING"));
        seen(reception, SubsidyProof.LIVE_SCREEN);
        assertThat(page(reception)).doesNotContainPattern(verdict("confirmed")).contains("紙の医療受給者証");
    }

    @Test
    void aPersonDecidesOnlyWhereTheRulesLeaveIt() {
        String reception = arrives(LAST_OLD_DAY, Sample.silent(Answer.Cause.TERMINAL));
        HttpResponse<String> refused = act(reception, "decide", Map.of("slot", "new", "use", "true"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("規則が決めている");
    }

    @Test
    void whatCameIsConfirmedAndIsStoredOnlyWhenAClerkAcceptsIt() {
        String reception = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(10_000)));
        assertThat(pages.get(reception).body()).contains("確認済み: 特定医療費").contains("id=\"to-subsidies\"");
        assertThat(page(reception))
                .contains("まだ控えていない")
                .contains("data-confirmed=\"true\"")
                .contains("R-SUB-01");
        assertThat(accept(reception, "f0").statusCode()).isEqualTo(303);
        assertThat(page(reception)).doesNotContain("まだ控えていない").contains("控えた: 特定医療費");
    }

    @Test
    void aChangedCeilingIsShownItemByItemAndAcceptingCanBeTakenBack() {
        String first = arrives(LAST_OLD_DAY, SubsidySample.found(SubsidySample.nanbyo(10_000)));
        accept(first, "f0");
        String second = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(5_000)));
        String slot = slot(second);
        assertThat(card(page(second), slot))
                .contains("自己負担上限額")
                .contains("すべて合算 月10,000円")
                .contains("<strong>すべて合算 月5,000円");
        accept(second, slot);
        assertThat(card(page(second), slot)).doesNotContain("differences");
        Matcher fact = Pattern.compile("name=\"fact\" value=\"(\\d+)\"").matcher(page(second));
        assertThat(fact.find()).isTrue();
        act(second, "undo", Map.of("fact", fact.group(1)));
        assertThat(card(page(second), slot)).contains("differences").contains("10,000円");
        assertThat(act(second, "undo", Map.of("fact", fact.group(1))).statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatIsNotInTheAnswerAnyMoreIsNotStored() {
        String reception = arrives(Sample.DAY, SubsidySample.nothing(SubsidyAnswer.Absence.UNEXPLAINED));
        HttpResponse<String> gone = act(reception, "accept", Map.of("slot", "f0", "print", "0123456789ab"));
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).contains("記録していません");
        String other = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(10_000)));
        assertThat(act(other, "accept", Map.of("slot", "f0", "print", "0123456789ab"))
                        .statusCode())
                .as("another certificate than the clerk saw")
                .isEqualTo(409);
        assertThat(act(other, "seen", Map.of("slot", "s99", "proof", "PAPER")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void noAnswerOfAnyKindEverEndsAStoredSubsidy() {
        String first = arrives(LAST_OLD_DAY, SubsidySample.found(SubsidySample.nanbyo(10_000)));
        accept(first, "f0");
        Random random = new Random(63);
        List<SubsidyAnswer> answers = List.of(
                new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.DECLINED),
                new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.FACILITY_NOT_CONNECTED),
                new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.SCHEME_NOT_CONNECTED),
                new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.ENDED),
                new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.NONE),
                new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.UNEXPLAINED),
                new SubsidyAnswer.Unreachable(Answer.Cause.HUB, new Text("つながりません。", "Not reached.")),
                new SubsidyAnswer.NotAsked());
        for (int i = 0; i < 24; i++) {
            LocalDate day = Sample.DAY.plusDays(random.nextInt(200));
            String reception = arrives(day, SubsidySample.with(answers.get(random.nextInt(answers.size()))));
            String page = page(reception);
            assertThat(page).contains("54139993").doesNotContain("id=\"ended\"");
            assertThat(card(page, slot(reception))).contains("オンライン資格確認").contains("届かなかった訳");
        }
    }

    @Test
    void onlyAClerkWhoFoundOutEndsIt() {
        String first = arrives(LAST_OLD_DAY, SubsidySample.found(SubsidySample.nanbyo(10_000)));
        accept(first, "f0");
        String second = arrives(Sample.DAY, SubsidySample.nothing(SubsidyAnswer.Absence.UNEXPLAINED));
        assertThat(page(second)).contains("どれかです").contains("控えは自動では終わりません");
        act(second, "explain", Map.of("slot", slot(second), "cause", "ENDED"));
        assertThat(page(second)).contains("id=\"ended\"").contains("令和8年5月25日");
        Matcher fact = Pattern.compile("name=\"fact\" value=\"(\\d+)\"").matcher(page(second));
        assertThat(fact.find()).isTrue();
        act(second, "undo", Map.of("fact", fact.group(1)));
        assertThat(page(second)).doesNotContain("id=\"ended\"").contains("54139993");
    }

    @Test
    void paperSeenAfterAnEmptyAnswerConfirmsAndDecliningDoesNot() {
        String first = arrives(LAST_OLD_DAY, SubsidySample.found(SubsidySample.nanbyo(10_000)));
        accept(first, "f0");
        String second = arrives(Sample.DAY, SubsidySample.nothing(SubsidyAnswer.Absence.UNEXPLAINED));
        String slot = slot(second);
        assertThat(card(page(second), slot)).contains("data-confirmed=\"false\"");
        act(second, "explain", Map.of("slot", slot, "cause", "PAPER_SEEN"));
        assertThat(card(page(second), slot)).contains("data-confirmed=\"true\"");
        act(second, "explain", Map.of("slot", slot, "cause", "DECLINED"));
        assertThat(card(page(second), slot)).contains("data-verdict=\"not-confirmed\"");
    }

    @Test
    void aCertificateKeyedInFromTheScreenIsVerifiedOnlineAtTheNextVisit() {
        String first = arrives(Sample.DAY, Sample.silent(Answer.Cause.TERMINAL));
        pages.post(first + "/shown", Map.of("shown", "CARD_UNREADABLE", "visit", "RETURNING"));
        pages.post(
                "/inquiry",
                Map.of(
                        "visit-id", first.substring("/receptions/".length()),
                        "insurer", "138016",
                        "symbol", "12-34",
                        "number", "567890",
                        "branch", "02",
                        "birth", "S62.4.12",
                        "day", "R8.5.25",
                        "shown", "CARD_UNREADABLE",
                        "visit", "RETURNING"));
        PageClient.eventually(() -> pages.get(first).body().contains("● 有効"));
        assertThat(act(first, "key", keyed()).statusCode()).isEqualTo(200);
        assertThat(page(first)).contains("マイナポータルの画面から手入力").contains("次の受付でオンラインで確かめます");

        String second = arrives(Sample.DAY.plusDays(7), Sample.active(Sample.HANAKO));
        assertThat(card(page(second), slot(second))).contains("まだオンラインで確認できていません");

        String third = arrives(Sample.DAY.plusDays(14), SubsidySample.found(SubsidySample.nanbyo(10_000)));
        assertThat(card(page(third), slot(third))).contains("発行元").contains("data-does=\"accept\"");
        accept(third, slot(third));
        assertThat(card(page(third), slot(third))).contains("オンライン資格確認").doesNotContain("手入力");
    }

    @Test
    void allFaultsOfAKeyedInCertificateAreToldAtOnceAndNothingIsStored() {
        String reception = arrives(Sample.DAY, Sample.silent(Answer.Cause.TERMINAL));
        HttpResponse<String> faulty = act(
                reception,
                "key",
                Map.of(
                        "name",
                        "",
                        "payer",
                        "123",
                        "recipient",
                        "",
                        "from",
                        "きのう",
                        "through",
                        "R8.12.31",
                        "ceiling",
                        "たくさん"));
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("受給者証の名を1～100文字で")
                .contains("公費負担者番号は8桁の数字です")
                .contains("受給者番号は1～30文字です")
                .contains("円の数字で入れてください")
                .contains("value=\"きのう\"");
        assertThat(page(reception)).doesNotContainPattern("data-slot=\"s\\d");
    }

    @Test
    void aWrongCheckDigitIsRefusedAndACeilingThatTheTableDoesNotKnowIsWarnedOf() {
        String reception = arrives(Sample.DAY, Sample.silent(Answer.Cause.TERMINAL));
        Map<String, String> wrong = new java.util.HashMap<>(keyed());
        wrong.put("payer", "54139994");
        wrong.put("recipient", "5400016");
        HttpResponse<String> faulty = act(reception, "key", wrong);
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body()).contains("負担者番号の検証番号が合いません").contains("受給者番号（7桁）の検証番号");
        Map<String, String> odd = new java.util.HashMap<>(keyed());
        odd.put("ceiling", "7000");
        HttpResponse<String> warned = act(reception, "key", odd);
        assertThat(warned.statusCode()).isEqualTo(200);
        assertThat(warned.body()).contains("data-warning=\"ceiling\"").contains("7,000円");
    }

    @Test
    void aNameThatDiffersAndALostCharacterAreSaid() {
        SubsidyCertificate other =
                SubsidySample.certificate("54139993", "5400015", 10_000, LocalDate.of(2026, 12, 31), false, "見本　太郎");
        assertThat(page(arrives(Sample.DAY, SubsidySample.found(other))))
                .contains("見本　太郎")
                .contains("と違います");
        SubsidyCertificate lost =
                SubsidySample.certificate("54139993", "5400015", 10_000, LocalDate.of(2026, 6, 1), false, "見本　●子");
        assertThat(page(arrives(Sample.DAY, SubsidySample.found(lost))))
                .contains("●は読めない文字です")
                .contains("まもなく期限です");
    }

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
                        "(?s)data-payer=\"insurance\".*?1,400.*?data-payer=\"54139993\".*?公1.*?200.*?N-54.*?data-payer=\"patient\".*?400");
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
    void anUnknownReceptionOrSubsidyIsMissing() {
        assertThat(pages.get("/receptions/none/subsidies").statusCode()).isEqualTo(404);
        String reception = arrives(Sample.DAY, Sample.active(Sample.HANAKO));
        assertThat(pages.get(reception + "/subsidies/s1/ledger").statusCode()).isEqualTo(404);
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
    void factsOfAReceptionTakenBackAreNotThePatients() {
        String first = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(10_000)));
        accept(first, "f0");
        pages.post(first + "/withdraw", Map.of());
        String second = arrives(Sample.DAY, Sample.active(Sample.HANAKO));
        assertThat(page(second)).doesNotContain("54139993");
    }
}
