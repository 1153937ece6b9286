package madoguchi.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.Map;
import madoguchi.json.CoreJson;
import madoguchi.policy.Facet;
import madoguchi.policy.Kind;
import madoguchi.policy.Policy;
import madoguchi.policy.Rule;
import madoguchi.policy.Table;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The description holds what the tables hold, other people's parsers read it, and the service keeps to it. */
class OpenApiTest {

    private static final ObjectNode DOCUMENT = new OpenApi(TinyApp.BOOK).document();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(Map.of("https://madoguchi.example/openapi", RuleService.write(DOCUMENT))));

    @Test
    void aParserOfOpenApiReadsJsonAndYamlWithoutComplaint() {
        for (String text : new String[] {RuleService.write(DOCUMENT), Yaml.of(DOCUMENT)}) {
            SwaggerParseResult read = new OpenAPIV3Parser().readContents(text, null, new ParseOptions());

            assertThat(read.getMessages()).isNullOrEmpty();
            assertThat(read.isOpenapi31()).isTrue();
            assertThat(read.getOpenAPI().getPaths()).containsKey("/api/determinations");
            for (Table table : TinyApp.BOOK.tables()) {
                assertThat(read.getOpenAPI().getPaths()).containsKey("/api/tables/" + table.name() + "/decisions");
            }
        }
    }

    @Test
    void everyWordOfEveryFacetIsListed() {
        for (Table table : TinyApp.BOOK.tables()) {
            for (Facet facet : table.facets()) {
                var listed = DOCUMENT.at(
                        "/components/schemas/" + table.name() + "-question/properties/" + facet.name() + "/enum");
                assertThat(listed.valueStream().map(word -> word.asString()))
                        .containsExactlyElementsOf(
                                facet.kinds().stream().map(Kind::word).toList());
            }
        }
    }

    @Test
    void everyExampleAndEveryDecisionIsAsDescribed() {
        RuleService service = new RuleService(() -> new Policy(TinyApp.BOOK));
        for (Table table : TinyApp.BOOK.tables()) {
            Schema question = schema(ApiSchemas.question(table));
            Schema decision = schema(ApiSchemas.decision(table));
            for (Rule rule : table.rules()) {
                ObjectNode asked = OpenApi.question(table, rule);
                String said =
                        RuleService.write(service.decide(table.name(), asked).orElseThrow());

                assertThat(question.validate(asked.toString(), InputFormat.JSON))
                        .as(rule.id())
                        .isEmpty();
                assertThat(decision.validate(said, InputFormat.JSON))
                        .as(rule.id())
                        .isEmpty();
            }
        }
    }

    @Test
    void everyExampleOfTheDocumentIsAsDescribed() {
        DOCUMENT.at("/paths").valueStream().map(path -> path.at("/post")).forEach(post -> {
            assertExamples(post.at("/requestBody/content/application~1json"));
            assertExamples(post.at("/responses/200/content/application~1json"));
        });
    }

    private static void assertExamples(JsonNode media) {
        assertThat(media.at("/examples").size()).isPositive();
        Schema schema = schema(media.at("/schema/oneOf/0/$ref").asString().replace("#/components/schemas/", ""));
        media.at("/examples")
                .valueStream()
                .forEach(example -> assertThat(
                                schema.validate(example.at("/value").toString(), InputFormat.JSON))
                        .as(example.at("/value").toString())
                        .isEmpty());
    }

    @Test
    void whatTheServiceRefusesTheDescriptionRefusesToo() {
        Schema reception = schema(ApiSchemas.RECEPTION);
        ObjectNode good = CoreJson.mapper().createObjectNode();
        good.put("day", "2026-04-01")
                .put("shown", "card")
                .put("outcome", "active")
                .put("visit", "first");

        assertThat(reception.validate(good.toString(), InputFormat.JSON)).isEmpty();
        assertThat(reception.validate(good.deepCopy().put("x", 1).toString(), InputFormat.JSON))
                .isNotEmpty();
        assertThat(reception.validate(good.deepCopy().put("shown", "passport").toString(), InputFormat.JSON))
                .isNotEmpty();
        good.remove("outcome");
        assertThat(reception.validate(good.toString(), InputFormat.JSON)).isNotEmpty();
    }

    private static Schema schema(String name) {
        return SCHEMAS.getSchema(SchemaLocation.of("https://madoguchi.example/openapi#/components/schemas/" + name));
    }
}
