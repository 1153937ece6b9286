package madoguchi.rulebook;

import java.util.List;
import java.util.stream.Collectors;
import madoguchi.core.Text;
import madoguchi.json.CoreJson;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Facet;
import madoguchi.policy.Kind;
import madoguchi.policy.Known;
import madoguchi.policy.Means;
import madoguchi.policy.Table;
import madoguchi.policy.ValueName;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** サービスの型 – the schemas of questions and decisions: shared parts once, the words of each table from its facets and verdicts. */
final class ApiSchemas {

    /** The schema of a question about a reception. */
    static final String RECEPTION = "Reception";

    /** The schema of the decision on a reception. */
    static final String DETERMINATION = "Determination";

    /** The schema of a question about a certificate. */
    static final String CERTIFICATE = "Certificate";

    /** The schema of the decision on a certificate. */
    static final String CERTIFICATE_DECISION = "CertificateDecision";

    /** The schema of a checklist. */
    static final String CLAIM_CHECK = "ClaimCheck";

    /** The schema of the decision on a checklist. */
    static final String CLAIM_CHECKED = "ClaimChecked";

    /** 断り – the responses every operation may give beside its answer. */
    enum Refused {
        /** Not JSON. */
        UNREADABLE("400", "JSON として読めない / not readable as JSON"),
        /** Who asks is not known. */
        UNKNOWN_CALLER("401", "サインインか証明書が要る / sign-in or a client certificate is needed"),
        /** Too long. */
        TOO_LARGE("413", "本文が大きすぎる / the body is too large"),
        /** Another content type. */
        NOT_JSON("415", "application/json ではない / not application/json"),
        /** Faults in fields. */
        FAULTY("422", "誤りがある（すべて挙げる） / faults, all of them named");

        private final String status;
        private final String description;

        Refused(String status, String description) {
            this.status = status;
            this.description = description;
        }

        String status() {
            return status;
        }
    }

    private final ObjectNode schemas;

    /** Puts the shared parts into the document's components. */
    ApiSchemas(ObjectNode components) {
        schemas = components.putObject("schemas");
        shared();
        ObjectNode responses = components.putObject("responses");
        for (Refused refused : Refused.values()) {
            responses
                    .putObject(refused.name())
                    .put("description", refused.description)
                    .putObject("content")
                    .putObject("application/problem+json")
                    .set("schema", ref("Problem"));
        }
    }

    static String question(Table table) {
        return table.name() + "-question";
    }

    static String decision(Table table) {
        return table.name() + "-decision";
    }

    static ObjectNode ref(String schema) {
        return node().put("$ref", "#/components/schemas/" + schema);
    }

    /** One of these, or a list of them. */
    static ObjectNode oneOrMany(String schema) {
        ObjectNode either = node();
        ArrayNode oneOf = either.putArray("oneOf");
        oneOf.add(ref(schema));
        ObjectNode many =
                oneOf.addObject().put("type", "array").put("minItems", 1).put("maxItems", RuleService.MOST);
        many.set("items", ref(schema));
        return either;
    }

    /** Question and decision of one table. */
    void table(Table table) {
        ObjectNode question = object(question(table), table.title());
        ObjectNode properties = question.putObject("properties");
        day(properties);
        table.facets().forEach(facet -> properties.set(facet.name(), words(facet.label(), facet.kinds())));
        ArrayNode required = question.putArray("required").add(TableQuestion.DAY);
        table.facets().forEach(facet -> required.add(facet.name()));
        decided(table);
    }

    /** The question about a reception, with its shorter ways of saying outcome and insurer. */
    void reception(Table insurance, Table claim, Table subsidy) {
        ObjectNode question = object(RECEPTION, new Text("受付", "Reception"));
        ObjectNode properties = question.putObject("properties");
        day(properties);
        for (Facet facet : insurance.facets()) {
            ObjectNode words = words(facet.label(), facet.kinds());
            if (ReceptionQuestion.DEFAULTS.containsKey(facet.name())) {
                words.put("default", ReceptionQuestion.DEFAULTS.get(facet.name()));
            }
            properties.set(facet.name(), words);
        }
        properties
                .putObject(ReceptionQuestion.ANSWER)
                .put("type", "object")
                .put(
                        "description",
                        "outcome の代わりに、照会の回答そのもの（/api/inquiries の answer）。名前や番号を送らずに済む outcome を勧めます。"
                                + " / Instead of \"outcome\", the whole answer of an inquiry (\"answer\" of /api/inquiries). Prefer \"outcome\": it needs no name and no number.");
        properties
                .putObject(ReceptionQuestion.INSURER_NUMBER)
                .put("type", "string")
                .put(
                        "description",
                        "insurer の代わりに、保険者番号（8桁、国保は6桁）。 / Instead of \"insurer\", the insurer's number (8 digits; 6 for National Health Insurance).");
        ObjectNode known = words(new Text("請求のときに分かっている資格", "coverage known for the claim"), List.of(Known.values()));
        properties.set(ReceptionQuestion.KNOWN, known);
        properties
                .putObject(ReceptionQuestion.SUBSIDIES)
                .put("type", "array")
                .put("maxItems", ReceptionQuestion.MOST_SUBSIDIES)
                .put("description", "医療費助成（保険とは別に判定） / medical-expense subsidies, decided apart from the insurance")
                .set("items", facets(subsidy));
        ArrayNode required = question.putArray("required").add(TableQuestion.DAY);
        insurance.facets().stream()
                .map(Facet::name)
                .filter(name -> !ReceptionQuestion.DEFAULTS.containsKey(name))
                .filter(name -> !name.equals(ReceptionQuestion.OUTCOME))
                .forEach(required::add);
        ArrayNode ways = question.putArray("oneOf");
        ways.addObject().putArray("required").add(ReceptionQuestion.OUTCOME);
        ways.addObject().putArray("required").add(ReceptionQuestion.ANSWER);

        ObjectNode parts = extended(DETERMINATION, decision(insurance));
        parts.set(ReceptionQuestion.CLAIM, ref(decision(claim)));
        parts.putObject(ReceptionQuestion.SUBSIDIES).put("type", "array").set("items", ref(decision(subsidy)));
    }

    /** Question and decision about a certificate: its phase, or the dates from which it follows. */
    void certificate(Table table) {
        ObjectNode question = object(CERTIFICATE, table.title());
        ObjectNode properties = question.putObject("properties");
        day(properties);
        table.facets().forEach(facet -> properties.set(facet.name(), words(facet.label(), facet.kinds())));
        date(properties, CertificateQuestion.CERTIFICATE_END, "電子証明書の最後の日 / last day of the certificate");
        date(
                properties,
                CertificateQuestion.CARD_END,
                "カード本体の最後の日（省略: 同じ日） / last day of the card itself (left out: the same)");
        date(properties, CertificateQuestion.BIRTH_DATE, "生年月日 / birth date");
        date(properties, CertificateQuestion.CARD_ISSUED, "カードの発行日 / day of issue of the card");
        date(
                properties,
                CertificateQuestion.CERTIFICATE_ISSUED,
                "電子証明書の発行日（省略: カードと同じ日） / day of issue of the certificate (left out: the card's)");
        question.putArray("required").add(TableQuestion.DAY).add(CertificateQuestion.TOKEN);
        ArrayNode ways = question.putArray("oneOf");
        ways.addObject().putArray("required").add(CertificateQuestion.PHASE);
        ways.addObject().putArray("required").add(CertificateQuestion.CERTIFICATE_END);
        ways.addObject()
                .putArray("required")
                .add(CertificateQuestion.BIRTH_DATE)
                .add(CertificateQuestion.CARD_ISSUED);

        ObjectNode dates =
                object("CertificateDates", new Text("電子証明書の日付（計算したとき）", "Days of the certificate, where computed"));
        ObjectNode days = dates.putObject("properties");
        date(days, "cardEnd", "カード本体の最後の日 / last day of the card");
        date(days, "end", "電子証明書の最後の日 / last day of the certificate");
        date(days, "letterFrom", "更新の手紙が届きはじめる日 / first day of the letter about renewal");
        date(days, "alertFrom", "お知らせが出はじめる日 / first day of the alert on the reader");
        date(days, "graceEnd", "猶予の最後の日 / last day of grace");
        extended(CERTIFICATE_DECISION, decision(table)).set(CertificateQuestion.DATES, ref("CertificateDates"));
    }

    /** Question and decision of the checklist of an unidentified claim. */
    void claimCheck(Table table) {
        Facet conditions = table.facets().getFirst();
        Facet states = table.facets().getLast();
        ObjectNode question = object(CLAIM_CHECK, table.title());
        ObjectNode properties = question.putObject("properties");
        day(properties);
        conditions.kinds().forEach(condition -> {
            ObjectNode state = words(condition.label(), states.kinds());
            state.put("default", "unknown");
            properties.set(condition.word(), state);
        });
        require(question, TableQuestion.DAY);

        ObjectNode checked = object(CLAIM_CHECKED, table.title());
        ObjectNode answers = checked.putObject("properties");
        day(answers);
        answers.set("verdict", words(new Text("結論", "verdict"), table.verdicts()));
        answers.set("label", ref("Text"));
        answers.putObject("conditions").put("type", "array").set("items", ref(decision(table)));
        require(checked, TableQuestion.DAY, "verdict", "label", "conditions");
    }

    /* A decision with further parts; gives the place for these. */
    private ObjectNode extended(String name, String decision) {
        ArrayNode all = schemas.putObject(name).putArray("allOf");
        all.add(ref(decision));
        return all.addObject().put("type", "object").putObject("properties");
    }

    /* The facets of a table without a day. */
    private static ObjectNode facets(Table table) {
        ObjectNode object = node().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = object.putObject("properties");
        table.facets().forEach(facet -> properties.set(facet.name(), words(facet.label(), facet.kinds())));
        require(object, table.facets().stream().map(Facet::name).toArray(String[]::new));
        return object;
    }

    private void decided(Table table) {
        ObjectNode decision = schemas.putObject(decision(table));
        ArrayNode parts = decision.putArray("allOf");
        parts.add(ref("Decision"));
        ObjectNode properties = parts.addObject().put("type", "object").putObject("properties");
        properties.putObject("table").put("const", table.name());
        properties.set("verdict", words(new Text("結論", "verdict"), table.verdicts()));
        ObjectNode values = properties.putObject("values").put("type", "object").put("additionalProperties", false);
        ObjectNode names = values.putObject("properties");
        for (ValueName value : table.values()) {
            names.putObject(value.name())
                    .put("type", "integer")
                    .put("description", value.label().toString());
        }
        ObjectNode situation = properties.putObject("situation").put("type", "object");
        ObjectNode facets = situation.putObject("properties");
        table.facets().forEach(facet -> facets.set(facet.name(), words(facet.label(), facet.kinds())));
        situation.put("additionalProperties", false);
    }

    private void shared() {
        ObjectNode decision = object("Decision", new Text("判定", "Decision")).put("additionalProperties", true);
        ObjectNode properties = decision.putObject("properties");
        string(properties, "table", "尋ねた表 / the table asked");
        day(properties);
        properties
                .putObject("situation")
                .put("type", "object")
                .put("description", "判定した状況（省略した項目も） / the situation decided, defaults included");
        string(properties, "verdict", "結論 / verdict");
        properties.set("label", ref("Text"));
        ObjectNode evidence = properties
                .putObject("evidence")
                .put("type", "array")
                .put("description", "次に確認できるもの、試す順 / what can still be asked for, in the order in which to try it");
        evidence.set("items", words(new Text("確認資料", "evidence"), List.of(EvidenceKind.values())));
        properties.set("means", words(new Text("確認の方法", "means of verification"), List.of(Means.values())));
        ObjectNode values = properties.putObject("values").put("type", "object");
        values.putObject("additionalProperties").put("type", "integer");
        properties.set("next", ref("Text"));
        properties.set("patient", ref("Spoken"));
        properties.set("rule", ref("Rule"));
        require(decision, "table", "day", "situation", "verdict", "label", "evidence", "values", "next", "rule");

        texts(object("Text", new Text("文", "Sentence")), "ja", "en");
        texts(
                object(
                        "Spoken",
                        new Text("患者さんへの言葉（easy はやさしい日本語）", "What to tell the patient (easy: plain Japanese)")),
                "ja",
                "easy",
                "en");
        texts(object("Fault", new Text("誤り", "Fault")), "field", "ja", "en");
        rule();
        source();
        problem();
    }

    private void rule() {
        ObjectNode rule = object("Rule", new Text("根拠の行", "The row a decision rests on"));
        ObjectNode properties = rule.putObject("properties");
        string(properties, "id", "行の番号 / id of the row");
        properties.putObject("basis").put("type", "array").putObject("items").put("type", "string");
        date(properties, "from", "最初の日。なければ以前から / first day; absent when open");
        bool(properties, "fromDerived", "最初の日は出典からの読み / the first day is a reading");
        date(properties, "through", "最後の日。なければ終わりなし / last day, inclusive; absent when open");
        bool(properties, "certain", "出典がそのまま述べている / the sources say so outright");
        properties.set("note", ref("Text"));
        properties.putObject("sources").put("type", "array").set("items", ref("Source"));
        require(rule, "id", "basis", "fromDerived", "certain", "sources");
    }

    private void source() {
        ObjectNode source = object("Source", new Text("出典", "Source"));
        ObjectNode properties = source.putObject("properties");
        string(properties, "document", "文書の略号 / key of the document");
        properties.set("title", ref("Text"));
        string(properties, "date", "2025-09-18 / 2025-11");
        string(properties, "heading", "見出し / heading of the passage");
        require(source, "document", "title", "date", "heading");
    }

    private void problem() {
        ObjectNode problem = object("Problem", new Text("断り（RFC 9457）", "Problem (RFC 9457)"));
        ObjectNode properties = problem.putObject("properties");
        string(properties, "type", "about:blank");
        string(properties, "title", "HTTP の状態 / the status in words");
        properties.putObject("status").put("type", "integer");
        string(properties, "detail", "何が起きたか / what happened");
        properties.putObject("errors").put("type", "array").set("items", ref("Fault"));
        require(problem, "type", "title", "status", "detail", "errors");
    }

    private ObjectNode object(String name, Text title) {
        return schemas.putObject(name)
                .put("type", "object")
                .put("title", title.toString())
                .put("additionalProperties", false);
    }

    private static void texts(ObjectNode object, String... names) {
        ObjectNode properties = object.putObject("properties");
        for (String name : names) {
            properties.putObject(name).put("type", "string");
        }
        require(object, names);
    }

    private static void require(ObjectNode object, String... names) {
        ArrayNode required = object.putArray("required");
        for (String name : names) {
            required.add(name);
        }
    }

    private static void day(ObjectNode properties) {
        date(properties, TableQuestion.DAY, "判定する日（受診の日） / the day decided for (the day of the visit)");
    }

    private static void date(ObjectNode properties, String name, String description) {
        string(properties, name, description);
        ((ObjectNode) properties.get(name)).put("format", "date");
    }

    private static void string(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }

    private static void bool(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "boolean").put("description", description);
    }

    /** A choice of words, each with its meaning in both languages. */
    private static ObjectNode words(Text label, List<? extends Kind> kinds) {
        ObjectNode words = node().put("type", "string");
        words.put(
                "description",
                kinds.stream()
                        .map(kind -> "- `" + kind.word() + "` " + kind.label())
                        .collect(Collectors.joining("\n", label + "\n\n", "")));
        ArrayNode list = words.putArray("enum");
        kinds.forEach(kind -> list.add(kind.word()));
        return words;
    }

    private static ObjectNode node() {
        return CoreJson.mapper().createObjectNode();
    }
}
