package madoguchi.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import madoguchi.json.CoreJson;
import madoguchi.policy.Rule;
import madoguchi.policy.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Another vendor's software asks over HTTP. */
class RuleApiTest {

    /** 2025-12-02: the first day on which no old card is valid any more; an expired one is accepted after a number look-up until 2026-03-31 (R-OLD-13). */
    private static final String EXPIRED_CARD = """
            {"day": "2025-12-02", "shown": "expired-insurance-card", "outcome": "active", "visit": "first", "insurer": "employees"}
            """;

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

    // Determinations.

    @Test
    void anExpiredCardThatTheNumberConfirmsIsAcceptedUntilTheEndOfMarch2026AndNoLonger() throws Exception {
        JsonNode then = json(post("/api/determinations", EXPIRED_CARD));
        JsonNode later = json(post("/api/determinations", EXPIRED_CARD.replace("2025-12-02", "2026-04-01")));

        assertThat(then.at("/verdict").asString()).isEqualTo("accepted");
        assertThat(then.at("/means").asString()).isEqualTo("interim-lookup");
        assertThat(then.at("/rule/id").asString()).startsWith("R-OLD-13");
        assertThat(then.at("/rule/through").asString()).isEqualTo("2026-03-31");
        assertThat(then.at("/rule/sources/0/heading").asString()).contains("暫定的な取扱い");
        assertThat(later.at("/verdict").asString()).isNotEqualTo("accepted");
    }

    @Test
    void whatIsLeftOutIsOrdinaryAndTheAnswerSaysSo() throws Exception {
        JsonNode decision = json(post("/api/determinations", EXPIRED_CARD.replace(", \"insurer\": \"employees\"", "")));

        assertThat(decision.at("/situation/facility").asString()).isEqualTo("online");
        assertThat(decision.at("/situation/occasion").asString()).isEqualTo("ordinary");
        assertThat(decision.at("/situation/seen").asString()).isEqualTo("not-yet");
        assertThat(decision.at("/situation/insurer").asString()).isEqualTo("other-or-unknown");
    }

    @Test
    void aCardThatCannotBeReadLeadsDownTheLadderInItsOrder() throws Exception {
        JsonNode decision = json(post("/api/determinations", """
                        {"day": "2026-04-01", "shown": "card-unreadable", "outcome": "unreachable", "visit": "first"}
                        """));

        assertThat(decision.at("/verdict").asString()).isEqualTo("needs-evidence");
        assertThat(texts(decision.at("/evidence"))).containsExactly("portal-screen", "portal-pdf", "notice", "neither");
        assertThat(decision.at("/patient/easy").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"138016, national", "39139993, late-elderly", "06139992, employees"})
    void theInsurersNumberStandsForItsKind(String number, String kind) throws Exception {
        JsonNode decision = json(post(
                "/api/determinations",
                EXPIRED_CARD.replace("\"insurer\": \"employees\"", "\"insurerNumber\": \"" + number + "\"")));

        assertThat(decision.at("/situation/insurer").asString()).isEqualTo(kind);
    }

    @Test
    void aWholeAnswerStandsForItsKind() throws Exception {
        JsonNode decision = json(post(
                "/api/determinations",
                EXPIRED_CARD
                        .replace("\"outcome\": \"active\", ", "\"answer\": {\"outcome\": \"notFound\"}, ")
                        .replace(", \"insurer\": \"employees\"", "")));

        assertThat(decision.at("/situation/outcome").asString()).isEqualTo("not-found");
    }

    @Test
    void aFirstVisitByDeclarationIsClaimedAsUnidentifiedOnlyAfterTheChecklist() throws Exception {
        String declared = """
                {"day": "2026-04-01", "shown": "card-unreadable", "outcome": "unreachable", "visit": "first", "seen": "declaration"}
                """;
        JsonNode nothing = json(post("/api/determinations", declared));
        JsonNode former =
                json(post("/api/determinations", declared.replace("\"seen\"", "\"known\": \"former\", \"seen\"")));

        assertThat(nothing.at("/verdict").asString()).isEqualTo("accepted");
        assertThat(nothing.at("/claim/verdict").asString()).isEqualTo("unidentified-check");
        assertThat(former.at("/claim/verdict").asString()).isEqualTo("former");
    }

    @Test
    void eachSubsidyIsDecidedBesideTheInsurance() throws Exception {
        JsonNode decision = json(post("/api/determinations", """
                        {"day": "2026-05-25", "shown": "card", "outcome": "active", "visit": "returning", "subsidies": [
                          {"participation": "participating", "facility": "pmh-connected", "read": "found", "recipient": "not-yet"},
                          {"participation": "participating", "facility": "pmh-connected", "read": "card-unreadable", "recipient": "live-screen"}]}
                        """));

        assertThat(decision.at("/verdict").asString()).isEqualTo("accepted");
        assertThat(decision.at("/subsidies/0/verdict").asString()).isEqualTo("confirmed");
        assertThat(decision.at("/subsidies/1/verdict").asString()).isEqualTo("confirmed");
        assertThat(decision.at("/subsidies/1/rule/from").asString()).isEqualTo("2026-05-25");
    }

    @Test
    void aFaultInASubsidyIsNamedWithItsPlace() throws Exception {
        JsonNode problem = json(post("/api/determinations", """
                        {"day": "2026-05-25", "shown": "card", "outcome": "active", "visit": "returning", "known": "all",
                         "subsidies": [7, {"participation": "perhaps"}]}
                        """));

        assertThat(fields(problem))
                .containsExactlyInAnyOrder(
                        "known",
                        "subsidies[0]",
                        "subsidies[1].participation",
                        "subsidies[1].facility",
                        "subsidies[1].read",
                        "subsidies[1].recipient");
    }

    // The same by the names other software knows.

    /** The dates are those of S1, 「マイナンバーカードに関する有効期限について」: a certificate of 10 November 2025 has grace to the end of February. */
    @ParameterizedTest
    @CsvSource({
        "2025-08-09, before-alert", "2025-08-10, alert", "2025-11-10, alert",
        "2025-11-11, expired-in-grace", "2026-02-28, expired-in-grace", "2026-03-01, after-grace"
    })
    void theStateOfACertificateFollowsFromItsLastDay(String day, String phase) throws Exception {
        JsonNode decision = json(post(
                "/api/certificate-state",
                "{\"day\": \"%s\", \"token\": \"plastic\", \"certificateEnd\": \"2025-11-10\", \"cardEnd\": \"2030-11-10\"}"
                        .formatted(day)));

        assertThat(decision.at("/situation/phase").asString()).isEqualTo(phase);
        assertThat(decision.at("/dates/graceEnd").asString()).isEqualTo("2026-02-28");
    }

    /** The sample certificate of the card's makers: born 1980-05-02, issued 2019-07-25, ends on the fifth birthday. */
    @Test
    void theStateOfACertificateFollowsFromIssueAndBirthToo() throws Exception {
        JsonNode decision = json(post("/api/certificate-state", """
                        {"day": "2024-05-02", "token": "plastic", "birthDate": "1980-05-02", "cardIssued": "2019-07-25"}
                        """));

        assertThat(decision.at("/dates/end").asString()).isEqualTo("2024-05-02");
        assertThat(decision.at("/verdict").asString()).isEqualTo("as-usual-with-alert");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "phase": "alert", "certificateEnd": "2025-11-10"                                                | certificateEnd
            "certificateEnd": "2025-11-10", "cardEnd": "2025-11-09"                                         | cardEnd
            "cardEnd": "2025-11-09"                                                                         | certificateEnd
            "birthDate": "1980-05-02"                                                                       | cardIssued
            "birthDate": "1980-05-02", "cardIssued": "1980-05-01"                                           | cardIssued
            "birthDate": "1980-05-02", "cardIssued": "2019-07-25", "certificateIssued": "2019-07-24"        | certificateIssued
            "birthDate": "S55.5.2", "cardIssued": "2019-07-25"                                              | birthDate
            "birth": "1980-05-02"                                                                           | birth
            """)
    void datesThatDoNotGoTogetherAreRefusedByField(String fields, String fault) throws Exception {
        HttpResponse<String> response =
                post("/api/certificate-state", "{\"day\": \"2026-01-05\", \"token\": \"plastic\", " + fields + "}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(fields(json(response))).contains(fault);
        assertThat(response.body()).doesNotContain("1980", "S55");
    }

    @Test
    void anUnidentifiedClaimNeedsEveryCondition() throws Exception {
        ObjectNode all = CoreJson.mapper().createObjectNode();
        all.put("day", "2026-01-05");
        TinyApp.BOOK.table("unidentified").facets().getFirst().kinds().forEach(kind -> all.put(kind.word(), "yes"));

        JsonNode holds = json(post("/api/unidentified-claim-check", all.toString()));
        JsonNode open = json(post(
                "/api/unidentified-claim-check",
                all.deepCopy().without(List.of("asked-afterwards")).toString()));
        JsonNode forbids = json(post(
                "/api/unidentified-claim-check",
                all.deepCopy().put("first-visit", "no").toString()));

        assertThat(holds.at("/verdict").asString()).isEqualTo("holds");
        assertThat(holds.at("/conditions").size()).isEqualTo(11);
        assertThat(open.at("/verdict").asString()).isEqualTo("find-out");
        assertThat(forbids.at("/verdict").asString()).isEqualTo("forbids");
    }

    /** R-AID-04: three quarters of the cost, 31,000 yen at most, applications to 15 January 2026. */
    @Test
    void aGrantIsAskedForByProgrammeAndFacility() throws Exception {
        String asked = "{\"day\": \"2026-01-15\", \"programme\": \"verification-only\", \"facility-kind\": \"clinic\"}";
        JsonNode granted = json(post("/api/grant", asked));
        JsonNode later = json(post("/api/grant", asked.replace("01-15", "01-16")));

        assertThat(granted.at("/values/cap-yen").asInt()).isEqualTo(31_000);
        assertThat(granted.at("/values/numerator").asInt()).isEqualTo(3);
        assertThat(granted.at("/values/denominator").asInt()).isEqualTo(4);
        assertThat(later.at("/verdict").asString()).isEqualTo("closed");
    }

    // Tables.

    @Test
    void theExampleOfEveryRowOfEveryTableIsDecidedByThatRow() throws Exception {
        for (Table table : TinyApp.BOOK.tables()) {
            ArrayNode questions = CoreJson.mapper().createArrayNode();
            table.rules().forEach(rule -> questions.add(OpenApi.question(table, rule)));

            JsonNode decisions = json(post("/api/tables/" + table.name() + "/decisions", questions.toString()));

            List<String> decided = new ArrayList<>();
            decisions.forEach(decision -> decided.add(decision.at("/rule/id").asString()));
            assertThat(decided).isEqualTo(table.rules().stream().map(Rule::id).toList());
        }
    }

    @Test
    void theExampleOfEveryReceptionGivesTheSameAsADetermination() throws Exception {
        Table insurance = TinyApp.BOOK.table("insurance");
        for (Rule rule : insurance.rules()) {
            String question = OpenApi.question(insurance, rule).toString();
            ObjectNode decision = (ObjectNode) json(post("/api/determinations", question));

            assertThat(decision.at("/rule/id").asString()).isEqualTo(rule.id());
            assertThat(decision.has("claim")).isEqualTo(rule.verdict().equals("accepted"));
            assertThat(decision.without(List.of("claim", "subsidies")))
                    .isEqualTo(json(post("/api/tables/insurance/decisions", question)));
        }
    }

    @Test
    void aTableThereIsNoneOfIsAnsweredWithThoseThereAre() throws Exception {
        HttpResponse<String> response = post("/api/tables/weather/decisions", "{}");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).at("/detail").asString()).contains("insurance");
    }

    // Refusals.

    @Test
    void everyFaultIsNamedAtOnceAndNoValueIsRepeated() throws Exception {
        HttpResponse<String> response = post("/api/determinations", """
                {"day": "2026-02-30", "shown": "passport-of-hanako", "outcome": "active", "insurer": "national", "insurerNumber": "138016",
                 "patientName": "見本　花子", "seen": 3}
                """);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(fields(json(response)))
                .containsExactlyInAnyOrder("day", "shown", "visit", "insurerNumber", "patientName", "seen");
        assertThat(response.body()).doesNotContain("passport", "花子", "02-30", "138016");
        assertThat(json(response).at("/errors/0/ja").asString()).isNotEmpty();
        assertThat(json(response).at("/errors/0/en").asString()).isNotEmpty();
    }

    @Test
    void inAnArrayTheItemIsNamedToo() throws Exception {
        HttpResponse<String> response =
                post("/api/determinations", "[" + EXPIRED_CARD + ", {\"day\": \"2026-04-01\", \"x\": 1}, 7]");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(fields(json(response))).contains("[1].shown", "[1].visit", "[1].x", "[2]");
        assertThat(fields(json(response))).noneMatch(field -> field.startsWith("[0]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "番号567890", "{} {}", "{\"day\":\"2026-04-01\",\"day\":\"2026-04-02\"}", "\u0000"})
    void aTextThatIsNotJsonIsRefused(String body) throws Exception {
        HttpResponse<String> response = post("/api/determinations", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).doesNotContain("567890");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"card\"", "[]", "true"})
    void jsonThatIsNoQuestionIsRefused(String body) throws Exception {
        assertThat(post("/api/determinations", body).statusCode()).isEqualTo(422);
    }

    @Test
    void moreQuestionsThanTheLimitAreRefusedAsAWhole() throws Exception {
        String many = String.join(",", java.util.Collections.nCopies(RuleService.MOST + 1, "{}"));

        assertThat(post("/api/determinations", "[" + many + "]").statusCode()).isEqualTo(422);
    }

    @Test
    void anEndlessBodyIsRefusedBeforeItIsRead() throws Exception {
        assertThat(post("/api/determinations", " ".repeat(1_100_000) + EXPIRED_CARD)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void anotherContentTypeAndAnotherMethodAreRefusedAsProblems() throws Exception {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "nonsense")) {
            HttpResponse<String> response = TinyApp.send(request("/api/determinations")
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString(EXPIRED_CARD))
                    .build());
            assertThat(response.statusCode()).as(type).isEqualTo(415);
            assertThat(json(response).at("/status").asInt()).isEqualTo(415);
        }
        HttpResponse<String> got =
                TinyApp.send(request("/api/determinations").GET().build());
        assertThat(got.statusCode()).isEqualTo(405);
        assertThat(got.headers().firstValue("Allow")).contains("POST");
        assertThat(json(got).at("/status").asInt()).isEqualTo(405);
    }

    @Test
    void whateverIsSentIsAnsweredOrRefusedButNeverBreaksAnything() throws Exception {
        Random random = new Random(20260401);
        List<String> good = TinyApp.BOOK.tables().stream()
                .map(table -> OpenApi.question(table, table.rules().getFirst()).toString())
                .toList();
        for (int i = 0; i < 400; i++) {
            String path = random.nextBoolean()
                    ? "/api/determinations"
                    : "/api/tables/"
                            + TinyApp.BOOK
                                    .tables()
                                    .get(random.nextInt(TinyApp.BOOK.tables().size()))
                                    .name() + "/decisions";
            byte[] body = broken(random, good.get(random.nextInt(good.size())));
            HttpResponse<String> response = TinyApp.send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build());
            assertThat(response.statusCode())
                    .as(new String(body, StandardCharsets.UTF_8))
                    .isIn(200, 400, 422);
        }
    }

    private static byte[] broken(Random random, String good) {
        byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(6)) {
            case 0 -> java.util.Arrays.copyOf(bytes, at);
            case 1 -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 2 -> good.replaceFirst("\"[a-z-]+\":", "\"x" + at + "\":").getBytes(StandardCharsets.UTF_8);
            case 3 -> good.replace("2", Integer.toString(at)).getBytes(StandardCharsets.UTF_8);
            case 4 -> "[".repeat(random.nextInt(3000)).getBytes(StandardCharsets.UTF_8);
            case 5 ->
                good.replaceFirst(
                                ":\"[^\"]*\"",
                                ":"
                                        + List.of("null", "[]", "{}", "1e999", "true")
                                                .get(at % 5))
                        .getBytes(StandardCharsets.UTF_8);
            default -> throw new AssertionError();
        };
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return TinyApp.send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(TinyApp.at(java.util.Objects.requireNonNull(app), path));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return CoreJson.mapper().readTree(response.body());
    }

    private static List<String> fields(JsonNode problem) {
        return StreamSupport.stream(problem.at("/errors").spliterator(), false)
                .map(error -> error.at("/field").asString())
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
