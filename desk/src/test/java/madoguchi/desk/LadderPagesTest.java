package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Arrival;
import madoguchi.core.InquiryKind;
import madoguchi.core.Reply;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class LadderPagesTest {

    private static final MovableClock CLOCK = new MovableClock(Sample.MORNING);
    private static final ScriptedHub HUB = new ScriptedHub(inquiry -> Sample.active(Sample.HANAKO));
    private static final DelegatingDataSource DATABASE =
            new DelegatingDataSource(Database.fresh("desk", Desk::migrate));
    private static final ConfigurableApplicationContext APP = TinyApp.start(DATABASE, HUB, CLOCK, 0);

    private final PageClient pages = new PageClient(APP);
    private final Desk desk = APP.getBean(Desk.class);

    @BeforeEach
    void begin() {
        DATABASE.setTargetDataSource(Database.fresh("desk", Desk::migrate));
        CLOCK.set(Sample.MORNING);
        HUB.forget();
        HUB.answers(inquiry -> Sample.active(Sample.HANAKO));
    }

    @AfterAll
    static void stop() {
        APP.close();
    }

    /** A card that cannot be read, of somebody who comes for the first time or again. */
    private String unreadable(String visit) {
        desk.arrivals().arrived(new Arrival("1", Sample.DAY, InquiryKind.CARD, Sample.silent(Answer.Cause.TERMINAL)));
        String path = pages.newest();
        shown(path, Shown.CARD_UNREADABLE, visit);
        return path;
    }

    private void shown(String path, Shown shown, String visit) {
        pages.post(path + "/shown", Map.of("shown", shown.name(), "visit", visit));
    }

    private HttpResponse<String> press(String path, EvidenceKind evidence) {
        return pages.post(path + "/confirm", Map.of("evidence", evidence.name()));
    }

    private String page(String path) {
        return pages.get(path).body();
    }

    private String id(String path) {
        return path.substring("/receptions/".length());
    }

    @Test
    void theButtonsAreExactlyWhatTheRulesAllowNow() {
        String path = unreadable("FIRST");
        assertThat(page(path))
                .contains("カードが読み取れませんでした")
                .contains("data-evidence=\"PORTAL_SCREEN\"")
                .contains("data-evidence=\"NEITHER\"")
                .doesNotContain("data-evidence=\"DECLARATION\"");
        assertThat(press(path, EvidenceKind.NEITHER).statusCode()).isEqualTo(303);
        assertThat(page(path))
                .contains("data-evidence=\"DECLARATION\"")
                .contains("/declarations/new/" + id(path))
                .doesNotContain("data-evidence=\"PORTAL_SCREEN\"");
        assertThat(press(path, EvidenceKind.DECLARATION).statusCode()).isEqualTo(303);
        assertThat(page(path)).contains("申立書の割合で受け付けてください").contains("仮・申立書").contains("id=\"rule\">R-FB-05<");
    }

    @Test
    void aWayTheRulesDoNotAllowIsRefusedBesideTheStepTheyDo() {
        String path = unreadable("FIRST");
        HttpResponse<String> refused = press(path, EvidenceKind.DECLARATION);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("いまの段取りでは使えません").contains("data-evidence=\"NEITHER\"");
        assertThat(press(path, EvidenceKind.ORAL_CONFIRMATION).statusCode()).isEqualTo(409);
        assertThat(press(path, EvidenceKind.CARD_READ).statusCode()).isEqualTo(409);
        assertThat(page(path)).doesNotContain("id=\"trail\"");
    }

    @Test
    void aSecondPressOfTheSameButtonIsTheSameStep() {
        String path = unreadable("FIRST");
        press(path, EvidenceKind.NEITHER);
        assertThat(press(path, EvidenceKind.NEITHER).statusCode()).isEqualTo(303);
        pages.post(path + "/back", Map.of());
        assertThat(page(path)).contains("data-evidence=\"PORTAL_SCREEN\"");
    }

    @Test
    void oneStepBackOffersTheButtonsOfBefore() {
        String path = unreadable("RETURNING");
        press(path, EvidenceKind.NEITHER);
        assertThat(page(path)).contains("data-evidence=\"ORAL_CONFIRMATION\"").contains("id=\"step-back\"");
        assertThat(pages.post(path + "/back", Map.of()).statusCode()).isEqualTo(303);
        assertThat(page(path)).contains("data-evidence=\"NEITHER\"").doesNotContain("id=\"step-back\"");
        assertThat(pages.post(path + "/back", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void aReceptionBeginsWithoutReaderAndNumberByWhatIsShown() {
        Map<String, String> sheet =
                Map.of("once", "sheet-1", "shown", "CARD_UNREADABLE", "visit", "FIRST", "called", "ミホン ハナコ");
        String path = pages.post("/receptions", sheet)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(pages.post("/receptions", sheet).headers().firstValue("Location"))
                .contains(path);
        assertThat(page(path))
                .contains("ミホン ハナコ")
                .contains("○ 未照会")
                .contains("カードが読み取れませんでした")
                .contains("data-evidence=\"NEITHER\"");
        assertThat(HUB.asked()).isEmpty();
        assertThat(page("/receptions/new")).contains("照会せずに受付を始める");
    }

    @Test
    void theReasonShowsRuleSourcesAndOtherDays() {
        assertThat(page(unreadable("FIRST")))
                .contains("R-FB-01")
                .contains("マイナ保険証で受付が出来ない場合の具体例")
                .contains("同じ状況の、ほかの日の扱い")
                .contains("href=\"/rules\"");
    }

    @Test
    void theLadderIsLeftOnlyForAReasonThatTheRulesKnow() {
        String path = unreadable("FIRST");
        assertThat(page(path + "/leave")).contains("患者が後日持ってくる");
        assertThat(pages.post(path + "/leave", Map.of("reason", "because")).statusCode())
                .isEqualTo(422);
        HttpResponse<String> full = pages.post(path + "/leave", Map.of("reason", "deposit-full-amount"));
        assertThat(full.statusCode()).isEqualTo(422);
        assertThat(full.body()).contains("全額は請求しません");

        HttpResponse<String> later = pages.post(path + "/leave", Map.of("reason", "brings-later", "note", "金曜"));
        assertThat(later.statusCode()).isEqualTo(303);
        assertThat(page(path)).contains("患者が後日持ってくる").contains("「金曜」").contains("仮・ほかの扱い");
        assertThat(press(path, EvidenceKind.NEITHER).statusCode()).isEqualTo(409);
        pages.post(path + "/back", Map.of());
        assertThat(page(path)).doesNotContain("「金曜」").contains("data-evidence=\"NEITHER\"");
    }

    @Test
    void whatCanBeReceivedIsNotLeft() {
        desk.arrivals().arrived(new Arrival("1", Sample.DAY, InquiryKind.CARD, Sample.active(Sample.HANAKO)));
        String path = pages.newest();
        assertThat(page(path)).doesNotContain("ほかの扱いにする…");
        assertThat(pages.post(path + "/leave", Map.of("reason", "other")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aSchoolEventIsATickOnTheCounter() {
        String path = unreadable("FIRST");
        pages.post(path + "/shown", Map.of("shown", "NOTHING", "visit", "FIRST", "school", "on"));
        assertThat(press(path, EvidenceKind.NOTICE_COPY).statusCode()).isEqualTo(303);
        assertThat(page(path)).contains("R-SCH-01").contains("受付できる");
    }

    @Test
    void thePatientSeesTheirSentenceInThreeWaysAndNothingElse() {
        String path = unreadable("FIRST");
        String japanese = page(path + "/patient");
        assertThat(japanese)
                .contains("全額をお支払いいただくことはありません")
                .contains("資格情報のお知らせを、マイナンバーカードと一緒にお出しください")
                .contains("R-FB-01")
                .contains("発行日");
        assertThat(page(path + "/patient?speech=easy")).contains("はらうことは ありません");
        assertThat(page(path + "/patient?speech=en")).contains("lang=\"en\">").contains("full amount");
        assertThat(japanese).doesNotContain("class=\"row\"").doesNotContain("ハナコ");
        assertThat(pages.get("/receptions/none/patient").statusCode()).isEqualTo(404);
    }

    @Test
    void aDeclarationFiledElsewhereTakesTheStepWhereTheRulesAllowIt() {
        String path = unreadable("FIRST");
        assertThat(desk.declared(id(path), "yamamoto")).isFalse();
        press(path, EvidenceKind.NEITHER);
        assertThat(desk.declared(id(path), "yamamoto")).isTrue();
        assertThat(desk.declared(id(path), "yamamoto")).isTrue();
        assertThat(desk.declared("none", "yamamoto")).isFalse();
        assertThat(page(path)).contains("仮・申立書");
    }

    @Test
    void whatTheDeskKnowsOfThePatientFillsTheDeclarationBeforehand() {
        desk.arrivals()
                .arrived(new Arrival(
                        "1",
                        Sample.DAY,
                        InquiryKind.CARD,
                        Reply.of(new Answer.Inactive(Optional.of(Sample.HANAKO)), Sample.MORNING)));
        assertThat(desk.prefill(id(pages.newest()))).hasValueSatisfying(known -> {
            assertThat(known.name()).contains("見本　花子");
            assertThat(known.birth()).contains(Sample.BIRTH);
            assertThat(known.insured()).contains(Sample.HANAKO_ID);
            assertThat(known.toString()).doesNotContain("花子");
        });
        assertThat(desk.prefill("none")).isEmpty();
    }

    @Test
    void aReceptionByDeclarationIsFollowedUpUntilTheHubConfirmsIt() {
        String path = unreadable("FIRST");
        press(path, EvidenceKind.NEITHER);
        press(path, EvidenceKind.DECLARATION);
        assertThat(page("/")).contains("事後確認 1");
        assertThat(page("/open"))
                .contains("申立書で受け付けました")
                .contains("番号が分からないので、自動では照会できません")
                .contains("患者さんに連絡して");

        CLOCK.advance(Duration.ofDays(3));
        HttpResponse<String> told =
                pages.post(path + "/contacted", Map.of("contact-outcome", "ANSWERED", "contact-on", "R8.5.27"));
        assertThat(told.headers().firstValue("Location")).contains(path + "/inquiry");
        assertThat(page(path)).contains("令和8年5月27日").contains("番号を教えてもらった");
        assertThat(page(path + "/inquiry")).contains("value=\"令和8年5月25日\"");

        pages.post(
                "/inquiry",
                Map.of(
                        "visit-id", id(path),
                        "insurer", "138016",
                        "symbol", "12-34",
                        "number", "567890",
                        "branch", "02",
                        "birth", "S62.4.12",
                        "day", "R8.5.25",
                        "shown", "CARD_UNREADABLE",
                        "visit", "FIRST"));
        PageClient.eventually(() -> page(path).contains("● 有効"));
        assertThat(HUB.asked().getFirst().day()).isEqualTo(Sample.DAY);
        assertThat(page(path)).contains("あとからオンラインで確認できました");
        assertThat(page("/open")).contains("確かめることは残っていません").contains("あとから確認できたもの");
    }

    @Test
    void aContactOnAnImpossibleDayIsSaidUnderItsFieldAndNotWrittenDown() {
        String path = unreadable("FIRST");
        HttpResponse<String> page = pages.post(
                path + "/contacted",
                Map.of("contact-outcome", "NO_ANSWER", "contact-on", "R9.5.25", "contact-again", "きのう"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("受付の日から今日までの日です").contains("value=\"きのう\"");
        assertThat(page(path)).doesNotContain("id=\"contacts\"");
    }

    @Test
    void whoWasPromisedACallStandsFirst() {
        String first = unreadable("FIRST");
        desk.arrivals().arrived(new Arrival("2", Sample.DAY, InquiryKind.CARD, Sample.silent(Answer.Cause.TERMINAL)));
        String second = pages.newest();
        pages.post(second + "/contacted", Map.of("contact-outcome", "NO_ANSWER", "contact-again", "R8.5.26"));
        CLOCK.advance(Duration.ofDays(1));
        String open = page("/part/open");
        assertThat(open.indexOf(id(second))).isBetween(1, open.indexOf(id(first)));
        assertThat(open).contains("今日連絡する");
    }

    @Test
    void anUnknownReceptionIsMissingForEveryStep() {
        for (String step : new String[] {"/confirm?evidence=NEITHER", "/back", "/leave", "/shown", "/contacted"}) {
            assertThat(pages.post("/receptions/none" + step, Map.of()).statusCode())
                    .isEqualTo(404);
        }
    }
}
