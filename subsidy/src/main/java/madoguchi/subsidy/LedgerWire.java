package madoguchi.subsidy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import madoguchi.charge.LedgerFact;
import madoguchi.charge.LedgerOf;
import madoguchi.core.Problem;
import madoguchi.json.CoreJson;
import tools.jackson.databind.json.JsonMapper;

/** 管理票の文字表現 – the JSON of ledgers on the line and in the log; the form is OURS. Core values as {@link CoreJson} writes them. */
final class LedgerWire {

    /** Reads and writes it. */
    static final JsonMapper MAPPER = CoreJson.mapper()
            .rebuild()
            .addMixIn(LedgerFact.class, FactForm.class)
            .build();

    private LedgerWire() {}

    /** 記入の依頼. */
    record Entry(LedgerOf ledger, long seenYen, List<LedgerFact> facts, String operator) {
        /** Copies the list. */
        Entry {
            facts = List.copyOf(facts);
        }
    }

    /** 断り – everything that is against it. */
    record Refusal(List<Problem> problems) {}

    /** An array with the facts in their order. */
    static String write(List<LedgerFact> facts) {
        return "["
                + String.join(
                        ",", facts.stream().map(MAPPER::writeValueAsString).toList()) + "]";
    }

    static LedgerFact fact(String json) {
        return MAPPER.readValue(json, LedgerFact.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = LedgerFact.Entered.class, name = "entered"),
        @JsonSubTypes.Type(value = LedgerFact.Struck.class, name = "struck"),
    })
    private interface FactForm {}
}
