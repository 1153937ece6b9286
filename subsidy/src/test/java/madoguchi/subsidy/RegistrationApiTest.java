package madoguchi.subsidy;

import static madoguchi.subsidy.Samples.record;
import static madoguchi.subsidy.TinyApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The interface and the pages over real HTTP; the name in the header stands for certificate or sign-in, which the program checks. */
class RegistrationApiTest {

    @Test
    void anArrayBecomesATaskWhoseResultsAreReadBackByItsOwnMunicipalityOnly() throws Exception {
        HttpResponse<String> posted = post(
                "139904", Samples.json(record(31), record(32, "validTo", "x")).readAllBytes());
        assertThat(posted.statusCode()).isEqualTo(202);
        String task = json(posted).get("task").asString();

        JsonNode told = json(get("139904", "/" + task));
        while (!told.get("state").asString().equals("STORED")) {
            told = json(get("139904", "/" + task));
        }
        assertThat(told.get("stored").asLong()).isEqualTo(1);
        assertThat(told.get("setAside").asLong()).isEqualTo(1);
        JsonNode results = json(get("139904", "/" + task + "/results"));
        assertThat(results.get(0).get("outcome").asString()).isEqualTo("STORED");
        assertThat(results.get(0).get("historyKey").asString()).isEqualTo("h1");
        assertThat(results.get(1).get("outcome").asString()).isEqualTo("SET_ASIDE");
        assertThat(results.get(1).get("faults").get(0).get("code").asString()).isEqualTo("SUB-E45");
        assertThat(results.get(1).get("faults").get(0).get("field").asString()).isEqualTo("validTo");

        assertThat(get("139998", "/" + task).statusCode()).isEqualTo(404);
        assertThat(get("139998", "/" + task + "/results").statusCode()).isEqualTo(404);
        assertThat(get("1319999913", "/" + task).statusCode()).isEqualTo(403);
    }

    @Test
    void aFacilityOrNobodyIsSentAway() throws Exception {
        byte[] body = Samples.json(record(33)).readAllBytes();
        assertThat(post("1319999913", body).statusCode()).isEqualTo(403);
        HttpResponse<String> nobody = post("", body);
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"subsidies\"");
        assertThat(nobody.body()).contains("クライアント証明書か、トークン", "client certificate or a token");
    }

    @Test
    void aTextThatBreaksOffIsRefusedWithItsNumber() throws Exception {
        HttpResponse<String> posted = post("139904", "[{\"historyKey\":".getBytes(StandardCharsets.UTF_8));
        assertThat(posted.statusCode()).isEqualTo(422);
        assertThat(json(posted).get("refused").get("code").asString()).isEqualTo("SUB-E01");
    }

    @Test
    void aClerkSeesEveryFaultBeforeAnythingIsStoredThenConfirmsAndMayTakeItBack() throws Exception {
        HttpResponse<String> sent = upload(
                "kobayashi",
                Samples.json(record(41), record(42, "validTo", "x")).readAllBytes());
        assertThat(sent.statusCode()).isEqualTo(303);
        String page = sent.headers().firstValue("Location").orElseThrow();
        String preview = body("kobayashi", page);
        assertThat(preview).contains("まだ何も登録されていません", "SUB-E45", "id=\"confirm\"");

        assertThat(form("kobayashi", page + "/confirm", "").statusCode()).isEqualTo(303);
        String stored = body("kobayashi", page);
        while (!stored.contains("登録しました")) {
            stored = body("kobayashi", page);
        }
        String report = body("kobayashi", page + "/report.csv");
        assertThat(report).contains("1,h1,STORED", "2,,SET_ASIDE", "SUB-E45").startsWith("\uFEFF");

        assertThat(form("kobayashi", page + "/undo", "reason=").statusCode()).isEqualTo(422);
        assertThat(form("kobayashi", page + "/undo", "reason=wrong").statusCode())
                .isEqualTo(303);
        assertThat(body("kobayashi", page)).contains("取り消しました");
        assertThat(TinyApp.send("stranger", page, HttpRequest.newBuilder()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoWorksForNoMunicipalityIsToldWhatToDo() throws Exception {
        assertThat(body("stranger", "/municipality")).contains("madoguchi subsidy clerk");
    }

    @Test
    void thePageOfParticipantsShowsStagesAndTheMasterWithItsSources() throws Exception {
        assertThat(body("suzuki", "/subsidies/participants"))
                .contains("架空県", "NANBYO", "○ 予定", "みなと架空診療所", "81136244", "pmh.md §4");
    }

    @Test
    void anOperatorDecidesWhetherSubsidiesAreToldByNumber() throws Exception {
        assertThat(TinyApp.HUB.tellsByNumber()).isFalse();
        assertThat(body("kobayashi", "/subsidies/participants")).doesNotContain("/subsidies/by-number");
        assertThat(form("suzuki", "/subsidies/by-number", "told=true").statusCode())
                .isEqualTo(303);
        assertThat(TinyApp.HUB.tellsByNumber()).isTrue();
        assertThat(body("suzuki", "/subsidies/participants")).contains("番号では答えないようにする");
        assertThat(form("suzuki", "/subsidies/by-number", "told=false").statusCode())
                .isEqualTo(303);
        assertThat(TinyApp.HUB.tellsByNumber()).isFalse();
    }

    private static HttpResponse<String> post(String caller, byte[] body) throws Exception {
        return TinyApp.send(caller, RegistrationApi.PATH, TinyApp.array(body));
    }

    private static HttpResponse<String> get(String caller, String below) throws Exception {
        return TinyApp.send(caller, RegistrationApi.PATH + below, HttpRequest.newBuilder());
    }

    private static HttpResponse<String> form(String caller, String path, String form) throws Exception {
        return TinyApp.send(caller, path, TinyApp.form(form));
    }

    private static HttpResponse<String> upload(String caller, byte[] file) throws Exception {
        String text = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n\r\n"
                + new String(file, StandardCharsets.UTF_8) + "\r\n--x--\r\n";
        return TinyApp.send(
                caller,
                "/municipality/upload",
                HttpRequest.newBuilder()
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    private static String body(String caller, String path) throws Exception {
        return TinyApp.send(caller, path, HttpRequest.newBuilder()).body();
    }
}
