package madoguchi.rulebook;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import madoguchi.core.Text;
import madoguchi.json.CoreJson;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Table;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** サービスの説明（OpenAPI 3.1） – made from the tables of a book: each facet's words, each verdict, and worked examples from the rows themselves. */
final class OpenApi {

    private static final JsonMapper MAPPER = CoreJson.mapper();
    private static final String JSON = "application/json";

    private final RuleBook book;
    private final ObjectNode root = MAPPER.createObjectNode();

    OpenApi(RuleBook book) {
        this.book = book;
    }

    /** The whole document. */
    ObjectNode document() {
        root.put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "窓口 判定サービス / Madoguchi determinations")
                .put("version", "0.1.0")
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
        Arrays.stream(Topic.values()).filter(topic -> book.has(topic.table())).forEach(topic -> topic(paths, topic));
        return root;
    }

    private void determinations(ObjectNode paths, ApiSchemas schemas) {
        Table insurance = book.table(RuleService.INSURANCE);
        schemas.reception(insurance);
        ObjectNode post = paths.putObject("/api/determinations").putObject("post");
        operation(
                post, "determine", insurance, new Text("受付の判定：次に何をするか", "Determination at the desk: what to do next"));
        body(post, insurance, ApiSchemas.RECEPTION);
        responses(post, insurance);
    }

    private void table(ObjectNode paths, ApiSchemas schemas, Table table) {
        schemas.table(table);
        ObjectNode post =
                paths.putObject("/api/tables/" + table.name() + "/decisions").putObject("post");
        operation(post, "decide-" + table.name(), table, table.title());
        body(post, table, ApiSchemas.question(table));
        responses(post, table);
    }

    private void topic(ObjectNode paths, Topic topic) {
        Table table = book.table(topic.table());
        ObjectNode post = paths.putObject(topic.path()).putObject("post");
        operation(post, topic.path().substring("/api/".length()), table, topic.title());
        body(post, table, ApiSchemas.question(table));
        responses(post, table);
    }

    private static void operation(ObjectNode post, String id, Table table, Text title) {
        post.put("operationId", id);
        post.put("summary", title.toString());
        post.put("description", table.question().toString());
        post.putArray("tags").add(table.name());
    }

    private static void body(ObjectNode post, Table table, String schema) {
        ObjectNode body = post.putObject("requestBody").put("required", true);
        ObjectNode media = body.putObject("content").putObject(JSON);
        media.set("schema", ApiSchemas.oneOrMany(schema));
        ObjectNode examples = media.putObject("examples");
        for (Rule rule : onePerVerdict(table)) {
            ObjectNode example = examples.putObject(rule.id());
            example.put("summary", rule.then().verdict().label().toString());
            example.set("value", question(table, rule));
        }
    }

    private static void responses(ObjectNode post, Table table) {
        ObjectNode responses = post.putObject("responses");
        ObjectNode media = responses
                .putObject("200")
                .put("description", "判定 / the decision, or one for each question in their order")
                .putObject("content")
                .putObject(JSON);
        media.set("schema", ApiSchemas.oneOrMany(ApiSchemas.decision(table)));
        ObjectNode examples = media.putObject("examples");
        for (Rule rule : onePerVerdict(table)) {
            ObjectNode example = examples.putObject(rule.id());
            example.put("summary", rule.then().verdict().label().toString());
            example.set(
                    "value",
                    MAPPER.valueToTree(Decision.of(
                            table, rule.example().day(), rule.example().situation())));
        }
        for (ApiSchemas.Refused refused : ApiSchemas.Refused.values()) {
            responses.putObject(refused.status()).put("$ref", "#/components/responses/" + refused.name());
        }
    }

    /** The example of a row, as it is put to the service. */
    static ObjectNode question(Table table, Rule rule) {
        ObjectNode question = MAPPER.createObjectNode();
        question.put(TableQuestion.DAY, rule.example().day().toString());
        Decision.words(table, rule.example().situation()).forEach(question::put);
        return question;
    }

    private static List<Rule> onePerVerdict(Table table) {
        Set<String> shown = new LinkedHashSet<>();
        return table.rules().stream().filter(rule -> shown.add(rule.verdict())).toList();
    }
}
