package madoguchi.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import madoguchi.policy.Listing;
import madoguchi.policy.Rule;
import madoguchi.policy.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The pages as a reader gets them, without any script. */
class RulePagesTest {

    private static @Nullable ServletWebServerApplicationContext app;

    @BeforeAll
    static void start() {
        app = TinyApp.start();
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
    }

    @Test
    void everyTableIsListedWithItsQuestionAndEveryDocumentWithItsDate() throws Exception {
        String page = get("/rules").body();

        TinyApp.BOOK
                .tables()
                .forEach(table -> assertThat(page)
                        .contains(table.title().ja(), table.question().ja()));
        assertThat(page).contains("2025-09-18", "令和8年11月21日（2026-11-21）");
    }

    @Test
    void everyRowOfEveryTableIsShownWithAllItSays() throws Exception {
        for (Table table : TinyApp.BOOK.tables()) {
            String page = get("/rules/" + table.name() + "?all=on").body();
            for (Rule rule : table.rules()) {
                assertThat(page).contains("id=\"" + rule.id() + "\"");
                assertThat(page).contains(html(rule.then().next().ja()));
                rule.then()
                        .patient()
                        .ifPresent(
                                said -> assertThat(page).contains(html(said.ja()), html(said.easy()), html(said.en())));
                rule.note().ifPresent(note -> assertThat(page).contains(html(note.ja())));
                rule.sources().forEach(source -> assertThat(page).contains(html(source.heading())));
            }
        }
    }

    @Test
    void theOtherLanguageShowsTheSameFilters() throws Exception {
        String filtered = "/rules/insurance?day=2026-03-31&words=" + encoded("国保 <&>") + "&readings=on";

        assertThat(get(filtered).body()).contains("name=\"back\" value=\"" + filtered.replace("&", "&amp;") + "\"");
        assertThat(switched(filtered)).isEqualTo(filtered);
        assertThat(switched("/rules")).isEqualTo("/rules");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example",
                "/\\elsewhere",
                "/rules?x=\r\nSet-Cookie: a",
                "/rules?x=あ"
            })
    void theOtherLanguageLeadsNowhereElse(String back) throws Exception {
        assertThat(switched(back)).isEqualTo("/");
    }

    private static String switched(String back) throws Exception {
        return TinyApp.send(HttpRequest.newBuilder(TinyApp.at(Objects.requireNonNull(app), "/lang"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("to=en&back=" + encoded(back)))
                        .build())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** R-OLD-13 is in force from 2025-12-02 through 2026-03-31. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-31", "R8.3.31", "令和8年3月31日", "２０２６０３３１", "2025-12-02"})
    void aDayMayBeWrittenInAnyWay(String day) throws Exception {
        assertThat(get("/rules/insurance?day=" + encoded(day)).body()).contains("id=\"R-OLD-13\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-01", "2025-12-01"})
    void aRowIsNotShownOnADayOnWhichItIsNotInForce(String day) throws Exception {
        assertThat(get("/rules/insurance?day=" + day).body()).doesNotContain("id=\"R-OLD-13\"");
        assertThat(get("/rules/insurance?all=on&day=" + day).body()).contains("id=\"R-OLD-13\"");
    }

    @Test
    void aDayThatCannotBeReadIsSaidAndTodayIsShown() throws Exception {
        HttpResponse<String> page = get("/rules/insurance?day=" + encoded("きのう"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("日付として読めません", "value=\"きのう\"", "令和8年11月21日（2026-11-21）");
    }

    @ParameterizedTest
    @ValueSource(strings = {"暫定的な　取扱い", "ＩＮＴＥＲＩＭ", "expired INTERIM", "r-old-13"})
    void wordsAreFoundWhateverTheirWidthAndCaseAndEachMustOccur(String words) throws Exception {
        String page =
                get("/rules/insurance?day=2026-03-31&words=" + encoded(words)).body();

        assertThat(page.contains("id=\"R-OLD-13\"")).isEqualTo(!words.contains("ザンテイ"));
        assertThat(page).doesNotContain("id=\"R-ACC-01\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"マイナポータル", "まいなぽーたる", "ﾏｲﾅﾎﾟｰﾀﾙ"})
    void katakanaHiraganaAndHalfWidthAreTheSame(String words) throws Exception {
        assertThat(get("/rules/insurance?words=" + encoded(words)).body())
                .contains("id=\"R-FB-02\"")
                .doesNotContain("id=\"R-FB-03\"");
    }

    @Test
    void everyWordMustOccur() {
        assertThat(new Search("マイナポータル 画面").finds(row("R-FB-02"))).isTrue();
        assertThat(new Search("マイナポータル 天気").finds(row("R-FB-02"))).isFalse();
    }

    @Test
    void onlyReadingsAreShownWhenAskedFor() throws Exception {
        String page = get("/rules/insurance?readings=on").body();

        assertThat(page).contains("data-certain=\"no\"").doesNotContain("data-certain=\"yes\"");
    }

    @Test
    void wordsAreSearchedInAllTablesAtOnce() throws Exception {
        String page = get("/rules?words=" + encoded("医療受給者証の画面")).body();

        assertThat(page)
                .contains("id=\"found\"", TinyApp.BOOK.table("subsidy").title().ja());
    }

    @Test
    void whatDiffersBetweenTwoDaysIsTheSameInEitherOrder() throws Exception {
        String page = get("/rules/insurance?day=2026-04-01&compare=2026-03-31").body();

        assertThat(page).contains("令和8年3月31日 → 令和8年4月1日");
        assertThat(get("/rules/insurance?day=2026-03-31&compare=2026-04-01").body())
                .contains("令和8年3月31日 → 令和8年4月1日");
        assertThat(get("/rules/insurance?day=2026-03-31&compare=2026-03-30").body())
                .contains("違いはありません");
    }

    @Test
    void everyExampleIsTriedOnItsOwnPage() throws Exception {
        for (Table table : TinyApp.BOOK.tables()) {
            for (Rule rule : table.rules()) {
                HttpResponse<String> page = get(Address.trial(table, rule));
                assertThat(page.statusCode()).as(rule.id()).isEqualTo(200);
                assertThat(page.body()).as(rule.id()).contains("id=\"" + rule.id() + "\"");
            }
        }
    }

    @Test
    void aTrialWithUnknownWordsFallsBackToASituationThereIs() throws Exception {
        assertThat(get("/rules/insurance/try?shown=passport&colour=red&day=x").statusCode())
                .isEqualTo(200);
        assertThat(get("/rules/insurance/try").body()).contains("id=\"decides\"");
    }

    @Test
    void everyEntryOfTheCatalogueHasItsRowsOrItsReason() throws Exception {
        String page = get("/rules/catalogue").body();

        assertThat(TinyApp.BOOK.catalogue()).isNotEmpty();
        for (Listing entry : TinyApp.BOOK.catalogue()) {
            assertThat(page).contains("id=\"" + entry.id() + "\"");
            entry.why().ifPresent(why -> assertThat(page).contains(html(why.ja())));
        }
    }

    @Test
    void aTableThereIsNoneOfIsSaidPlainly() throws Exception {
        assertThat(get("/rules/weather").statusCode()).isEqualTo(404);
        assertThat(get("/rules/weather/try").statusCode()).isEqualTo(404);
    }

    private static RowView row(String id) {
        Table table = TinyApp.BOOK.table("insurance");
        return table.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .map(rule -> RowView.of(table, rule))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return TinyApp.send(HttpRequest.newBuilder(TinyApp.at(Objects.requireNonNull(app), path))
                .GET()
                .build());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
