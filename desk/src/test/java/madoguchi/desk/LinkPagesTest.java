package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import madoguchi.core.Answer;
import madoguchi.core.Arrival;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.InquiryKind;
import madoguchi.core.Problem;
import madoguchi.core.ReaderAnswers;
import madoguchi.core.Reply;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** 診察券一体化: a number is found by kana and birth, confirmed by a clerk, kept by the hub, and taken back. */
class LinkPagesTest {

    private static final ScriptedHub HUB = new ScriptedHub(inquiry -> Sample.active(Sample.HANAKO));
    private static final DelegatingDataSource DATABASE =
            new DelegatingDataSource(Database.fresh("desk", Desk::migrate));
    private static final ConfigurableApplicationContext APP =
            TinyApp.start(DATABASE, HUB, new MovableClock(Sample.MORNING), 0);

    private final PageClient pages = new PageClient(APP);
    private final List<Filing.Reference> filed = new CopyOnWriteArrayList<>();

    @BeforeEach
    void begin() {
        DATABASE.setTargetDataSource(Database.fresh("desk", Desk::migrate));
        HUB.files(filing -> {
            filed.add((Filing.Reference) filing);
            return new Filed.Taken(Sample.MORNING);
        });
    }

    @AfterAll
    static void stop() {
        APP.close();
    }

    private String arrived(boolean wishes) {
        return arrived("1", wishes, Reply.of(new Answer.Active(List.of(Sample.HANAKO)), Sample.MORNING));
    }

    private String arrived(String id, boolean wishes, Reply reply) {
        ReaderAnswers said = new ReaderAnswers(Map.of(), Set.of(), Optional.empty(), Optional.of(wishes));
        APP.getBean(Desk.class)
                .arrivals()
                .arrived(new Arrival(id, Sample.DAY, InquiryKind.CARD, reply, Optional.of(said)));
        return pages.newest();
    }

    @Test
    void whoeverComesAgainStandsInTheListWithTheirNumberInTheOrderOfArrival() {
        arrived("1", false, Reply.of(new Answer.Active(List.of(Sample.SACHIKO)), Sample.MORNING));
        String path = arrived("2", true, Sample.active(Sample.HANAKO));
        assertThat(pages.get("/part/list").body())
                .containsSubsequence("class=\"order\">2<", "class=\"ref\">P000123<", "class=\"order\">1<");
        assertThat(pages.get(path).body()).contains("id=\"linked\">P000123<").doesNotContain("診察券として使いたい");
    }

    private HttpResponse<String> list(String lines) {
        return pages.post("/patient-numbers/list", Map.of("lines", lines));
    }

    @Test
    void whoeverWishesItIsFoundByKanaAndBirthAndLinkedByTheClerk() {
        assertThat(list("患者番号,カナ,生年月日\nP-7,みほん　はなこ,S62.4.12\nP-8,ﾐﾎﾝ ﾊﾅｺ,S62.4.13\n")
                        .statusCode())
                .isEqualTo(303);
        String path = arrived(true);
        assertThat(pages.get(path).body())
                .contains("診察券として使いたい")
                .contains("value=\"P-7\"")
                .doesNotContain("P-8");
        assertThat(pages.post(path + "/link", Map.of("number", "P-7")).statusCode())
                .isEqualTo(303);
        assertThat(pages.get(path).body()).contains("id=\"linked\">P-7<").doesNotContain("診察券として使いたい");
        assertThat(pages.get("/part/list").body()).contains("class=\"ref\">P-7<");
        assertThat(filed).hasSize(1);
        assertThat(filed.getFirst().insured()).isEqualTo(Sample.HANAKO_ID);
        assertThat(filed.getFirst().birth()).contains(Sample.BIRTH);
        assertThat(filed.getFirst().unlink()).isFalse();
    }

    @Test
    void aLinkIsTakenBack() {
        String path = arrived(false);
        pages.post(path + "/link", Map.of("number", "P-7"));
        assertThat(pages.post(path + "/unlink", Map.of()).statusCode()).isEqualTo(303);
        assertThat(pages.get(path).body()).doesNotContain("id=\"linked\"").contains("この人の番号として登録");
        assertThat(filed).extracting(Filing.Reference::unlink).containsExactly(false, true);
    }

    @Test
    void severalOfTheSameNameAndBirthAreNamedAndNoneIsChosen() {
        list("P-7,ミホン ハナコ,1987-04-12\nP-9,ミホンハナコ,1987-04-12");
        assertThat(pages.get(arrived(true)).body())
                .contains("2人います")
                .contains("P-7、P-9")
                .contains("maxlength=\"50\" value=\"\"");
    }

    @Test
    void whatTheHubDoesNotTakeIsSaidAndTheReceptionStands() {
        HUB.files(filing -> new Filed.Refused(List.of(Problem.at("number", "ほかの人の番号です。", "Another person's."))));
        String path = arrived(true);
        HttpResponse<String> refused = pages.post(path + "/link", Map.of("number", "P-7"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("ほかの人の番号です。").contains("● 有効");
        HUB.files(filing -> Filed.undelivered(Answer.Cause.NETWORK, "つながりません。", "Not connected."));
        assertThat(pages.post(path + "/link", Map.of("number", "P-7")).body()).contains("つながりません。");
        assertThat(pages.get(path).body()).doesNotContain("id=\"linked\"");
    }

    @Test
    void aListWithFaultsIsNotStoredAndEveryFaultIsNamed() {
        HttpResponse<String> answer = list("P-7,ミホン ハナコ,1987-04-12\nP-8,,いつか\nP-9\n");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("2行目")
                .contains("カナがありません")
                .contains("3行目")
                .contains("いつか");
        assertThat(pages.get("/patient-numbers").body()).contains("いま0人");
    }

    @Test
    void aWholeListIsRegisteredAtTheHubAndWhatItRefusesIsNamed() {
        HUB.files(filing -> {
            filed.add((Filing.Reference) filing);
            return filed.size() == 1
                    ? new Filed.Taken(Sample.MORNING)
                    : new Filed.Refused(List.of(Problem.at("insured", "該当する人がいません。", "Nobody.")));
        });
        String two = "P-7,138016,12-34,567890,02,S62.4.12,見本花子\nP-8,138016,12-34,567899,02,S62.4.12,見本次郎\n";
        HttpResponse<String> told = pages.post("/patient-numbers/register", Map.of("lines", two));
        assertThat(told.body())
                .contains("1人を登録しました。1人は登録できませんでした。")
                .contains("2行目")
                .contains("該当する人がいません。");
        assertThat(filed.getFirst().number().text()).isEqualTo("P-7");
        assertThat(pages.post("/patient-numbers/register", Map.of("lines", two + "P-9,1,2,3"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(filed).hasSize(2);
    }
}
