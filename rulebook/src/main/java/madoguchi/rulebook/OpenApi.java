package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import madoguchi.core.Parsed;
import madoguchi.core.Text;
import madoguchi.json.CoreJson;
import madoguchi.policy.Kind;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** サービスの説明（OpenAPI 3.1） – made from the tables of a book: each facet's words, each verdict, and worked examples from the rows themselves. */
final class OpenApi {

    private static final JsonMapper MAPPER = CoreJson.mapper();
    private static final String JSON = "application/json";

    private final RuleBook book;
    private final ObjectNode root = MAPPER.createObjectNode();
    private ObjectNode questions = MAPPER.createObjectNode();
    private ObjectNode answers = MAPPER.createObjectNode();

    OpenApi(RuleBook book) {
        this.book = book;
    }

    /** The whole document. */
    ObjectNode document() {
        root.put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "窓口 判定サービス / Madoguchi determinations")
                .put("version", "0.1.0+rules." + Edition.of(book))
                .put("description", """
                        受付の規則表に、どのソフトウェアからでも尋ねられます。必要なことはすべて本文に書き、何も保存も記録もされません。患者の名前や番号は要りません。
                        知らない項目は名前を挙げて断り、誤りは一度にすべて返します（RFC 9457）。

                        Any software may ask the desk's tables of rules. Everything is in the body, nothing is kept or logged, and no patient's name or number is needed.
                        Unknown fields are refused by name, and all faults are returned at once (RFC 9457). An array of up to %d questions is answered by an array.
                        """.formatted(RuleService.MOST))
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        root.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = root.putObject("paths");
        ApiSchemas schemas = new ApiSchemas(root.putObject("components"));
        determinations(paths, schemas);
        book.tables().forEach(table -> table(paths, schemas, table));
        if (book.has(CertificateQuestion.TABLE)) {
            certificateState(paths, schemas);
        }
        if (book.has(ClaimCheckQuestion.TABLE)) {
            claimCheck(paths, schemas);
        }
        if (book.has(RuleApi.GRANT)) {
            Table grant = book.table(RuleApi.GRANT);
            operation(
                    paths, "/api/grant", grant, grant.title(), ApiSchemas.question(grant), ApiSchemas.decision(grant));
            examples(grant, question -> TableQuestion.decide(grant, question).map(MAPPER::valueToTree));
        }
        return root;
    }

    private void determinations(ObjectNode paths, ApiSchemas schemas) {
        Table insurance = book.table(RuleService.INSURANCE);
        schemas.reception(insurance, book.table(ReceptionQuestion.CLAIM), book.table(ReceptionQuestion.SUBSIDY));
        operation(
                paths,
                "/api/determinations",
                insurance,
                new Text("受付の判定：次に何をするか", "Determination at the desk: what to do next"),
                ApiSchemas.RECEPTION,
                ApiSchemas.DETERMINATION);
        examples(insurance, question -> ReceptionQuestion.decide(book, question));
    }

    private void table(ObjectNode paths, ApiSchemas schemas, Table table) {
        schemas.table(table);
        operation(
                paths,
                "/api/tables/" + table.name() + "/decisions",
                table,
                table.title(),
                ApiSchemas.question(table),
                ApiSchemas.decision(table));
        examples(table, question -> TableQuestion.decide(table, question).map(MAPPER::valueToTree));
    }

    private void certificateState(ObjectNode paths, ApiSchemas schemas) {
        Table table = book.table(CertificateQuestion.TABLE);
        schemas.certificate(table);
        operation(
                paths,
                "/api/certificate-state",
                table,
                table.title(),
                ApiSchemas.CERTIFICATE,
                ApiSchemas.CERTIFICATE_DECISION);
        examples(table, question -> CertificateQuestion.decide(book, question));
        LocalDate day = table.rules().getFirst().example().day();
        ObjectNode byEnd = MAPPER.createObjectNode();
        byEnd.put(TableQuestion.DAY, day.toString())
                .put(CertificateQuestion.TOKEN, "plastic")
                .put(CertificateQuestion.CERTIFICATE_END, day.minusMonths(1).toString());
        example("by-last-day", table.title(), byEnd, CertificateQuestion.decide(book, byEnd));
    }

    private void claimCheck(ObjectNode paths, ApiSchemas schemas) {
        Table table = book.table(ClaimCheckQuestion.TABLE);
        schemas.claimCheck(table);
        operation(
                paths,
                "/api/unidentified-claim-check",
                table,
                table.title(),
                ApiSchemas.CLAIM_CHECK,
                ApiSchemas.CLAIM_CHECKED);
        for (Kind state : table.facets().getLast().kinds()) {
            ObjectNode question = MAPPER.createObjectNode();
            question.put(
                    TableQuestion.DAY, table.rules().getFirst().example().day().toString());
            table.facets().getFirst().kinds().forEach(condition -> question.put(condition.word(), state.word()));
            example("all-" + state.word(), state.label(), question, ClaimCheckQuestion.decide(book, question));
        }
    }

    /* An operation with room for its examples, which follow. */
    private void operation(ObjectNode paths, String path, Table table, Text title, String question, String decision) {
        ObjectNode post = paths.putObject(path).putObject("post");
        post.put("operationId", path.substring("/api/".length()).replace('/', '-'));
        post.put("summary", title.toString());
        post.put("description", table.question().toString());
        post.putArray("tags").add(table.name());
        ObjectNode asked = post.putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject(JSON);
        asked.set("schema", ApiSchemas.oneOrMany(question));
        questions = asked.putObject("examples");
        ObjectNode responses = post.putObject("responses");
        ObjectNode answered = responses
                .putObject("200")
                .put("description", "判定 / the decision, or one for each question in their order")
                .putObject("content")
                .putObject(JSON);
        answered.set("schema", ApiSchemas.oneOrMany(decision));
        answers = answered.putObject("examples");
        for (ApiSchemas.Refused refused : ApiSchemas.Refused.values()) {
            responses.putObject(refused.status()).put("$ref", "#/components/responses/" + refused.name());
        }
    }

    private void examples(Table table, Function<ObjectNode, Parsed<JsonNode>> decide) {
        Set<String> shown = new LinkedHashSet<>();
        for (Rule rule : table.rules()) {
            if (shown.add(rule.verdict())) {
                ObjectNode question = question(table, rule);
                example(rule.id(), rule.then().verdict().label(), question, decide.apply(question));
            }
        }
    }

    private void example(String name, Text summary, ObjectNode question, Parsed<JsonNode> answer) {
        questions.putObject(name).put("summary", summary.toString()).set("value", question);
        answers.putObject(name).put("summary", summary.toString()).set("value", answer.orElseThrow());
    }

    /** The example of a row, as it is put to the service. */
    static ObjectNode question(Table table, Rule rule) {
        ObjectNode question = MAPPER.createObjectNode();
        question.put(TableQuestion.DAY, rule.example().day().toString());
        Decision.words(table, rule.example().situation()).forEach(question::put);
        return question;
    }
}
