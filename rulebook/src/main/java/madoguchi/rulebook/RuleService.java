package madoguchi.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.json.CoreJson;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Table;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** 判定の要求に答える – reads questions as JSON and answers them by the book in force. Knows nothing of HTTP; keeps and logs nothing. */
public final class RuleService {

    /** The most questions in one array. */
    public static final int MOST = 1000;

    /** The question about a reception. */
    public static final String DETERMINATIONS = "determinations";

    /** The question about an unidentified claim. */
    static final String CLAIM_CHECK = "unidentified-claim-check";

    /** The table that decides receptions. */
    static final String INSURANCE = "insurance";

    private static final JsonMapper MAPPER = CoreJson.mapper()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Supplier<Policy> policy;

    /** Answers by the policy that is in force when it is asked. */
    public RuleService(Supplier<Policy> policy) {
        this.policy = policy;
    }

    /** 規則集 – the book in force now. */
    public RuleBook book() {
        return policy.get().book();
    }

    /** 読取 – a JSON text; a fault without place when it is not JSON, or names a field twice. */
    public static Parsed<JsonNode> read(byte[] text) {
        try {
            JsonNode body = MAPPER.readTree(text);
            return body == null || body.isMissingNode() ? notJson() : Parsed.of(body);
        } catch (JacksonException unreadable) {
            return notJson();
        }
    }

    private static Parsed<JsonNode> notJson() {
        return Parsed.fault(
                "",
                "JSON として読めません。文字コードは UTF-8 で、同じ項目は一度だけ書いてください。",
                "This is not readable as JSON. It is UTF-8, and every field stands once.");
    }

    /** 書出 – a JSON text for people to read. */
    public static String write(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    /** 受付の判定 – what the desk does next. One object gives one decision, an array of up to {@link #MOST} as many, in order; every fault of all of them at once. */
    public Parsed<JsonNode> determine(JsonNode body) {
        RuleBook book = book();
        return each(body, one -> ReceptionQuestion.decide(book, one));
    }

    /** 問いの名 – all names that {@link #ask} takes beside {@code determinations}: those of the tables, and {@code unidentified-claim-check}. */
    public List<String> names() {
        return Stream.concat(book().tables().stream().map(Table::name), Stream.of(CLAIM_CHECK))
                .toList();
    }

    /** 問い – puts a question by its name, the last part of its address: a table's, {@code determinations} or {@code unidentified-claim-check}; refuses any other. */
    public Parsed<JsonNode> ask(String name, JsonNode body) {
        return switch (name) {
            case DETERMINATIONS -> determine(body);
            case CertificateQuestion.TABLE -> certificateState(body);
            case CLAIM_CHECK -> unidentifiedClaimCheck(body);
            default -> decide(name, body);
        };
    }

    /** 電子証明書の判定 – what a certificate allows on a day, by its phase or by the dates of card and holder. Objects and arrays as in {@link #determine}. */
    public Parsed<JsonNode> certificateState(JsonNode body) {
        RuleBook book = book();
        return each(body, one -> CertificateQuestion.decide(book, one));
    }

    /** 不詳の判定 – whether a claim as unidentified is allowed: every condition of the checklist. Objects and arrays as in {@link #determine}. */
    public Parsed<JsonNode> unidentifiedClaimCheck(JsonNode body) {
        RuleBook book = book();
        return each(body, one -> ClaimCheckQuestion.decide(book, one));
    }

    /** 表の判定 – what one table says; refuses a table there is none of. Objects and arrays as in {@link #determine}. */
    public Parsed<JsonNode> decide(String table, JsonNode body) {
        Table asked = book().table(table);
        return each(body, one -> TableQuestion.decide(asked, one).map(MAPPER::valueToTree));
    }

    private static Parsed<JsonNode> each(JsonNode body, Function<ObjectNode, Parsed<JsonNode>> answer) {
        return switch (body) {
            case ObjectNode one -> answer.apply(one);
            case ArrayNode many when !many.isEmpty() && many.size() <= MOST -> all(many, answer);
            default ->
                Parsed.fault(
                        "",
                        "オブジェクト {…} を一つ、または 1 から " + MOST + " 個までの配列 […] を送ってください。",
                        "Send one object {…}, or an array […] of 1 to " + MOST + " of them.");
        };
    }

    private static Parsed<JsonNode> all(ArrayNode many, Function<ObjectNode, Parsed<JsonNode>> answer) {
        ArrayNode answers = MAPPER.createArrayNode();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < many.size(); i++) {
            String item = "[" + i + "]";
            Parsed<JsonNode> one = many.get(i) instanceof ObjectNode object
                    ? answer.apply(object)
                    : Parsed.fault("", "オブジェクト {…} を書いてください。", "This is not an object {…}.");
            switch (one) {
                case Parsed.Value<JsonNode>(var decision) -> answers.add(decision);
                case Parsed.Faults<JsonNode>(var faults) ->
                    faults.forEach(fault -> problems.add(
                            new Problem(fault.place().isEmpty() ? item : item + "." + fault.place(), fault.reason())));
            }
        }
        return problems.isEmpty() ? Parsed.of(answers) : new Parsed.Faults<>(problems);
    }
}
