package madoguchi.desk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import madoguchi.charge.LedgerFact;
import madoguchi.core.SubsidyCertificate;
import madoguchi.json.CoreJson;
import tools.jackson.databind.json.JsonMapper;

/** 助成の記録の文字表現 – the JSON form of {@link SubsidyEvent} and {@link LedgerFact} in their logs; core values as {@link CoreJson} writes them. */
final class SubsidyJson {

    private static final JsonMapper MAPPER = CoreJson.mapper()
            .rebuild()
            .addMixIn(SubsidyEvent.class, EventForm.class)
            .addMixIn(LedgerFact.class, LedgerForm.class)
            .build();

    private static final int PRINT_BYTES = 6;

    private SubsidyJson() {}

    static String write(SubsidyEvent event) {
        return MAPPER.writeValueAsString(event);
    }

    static SubsidyEvent event(String json) {
        return MAPPER.readValue(json, SubsidyEvent.class);
    }

    /** 指紋 – twelve hex digits that change when anything on a certificate does: a page says by it what its reader saw. */
    static String print(SubsidyCertificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(MAPPER.writeValueAsBytes(certificate));
            return HexFormat.of().formatHex(digest, 0, PRINT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An array with the facts in their order. */
    static String write(List<LedgerFact> facts) {
        return "["
                + String.join(
                        ",", facts.stream().map(MAPPER::writeValueAsString).toList()) + "]";
    }

    static LedgerFact ledger(String json) {
        return MAPPER.readValue(json, LedgerFact.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = SubsidyEvent.Stored.class, name = "stored"),
        @JsonSubTypes.Type(value = SubsidyEvent.Seen.class, name = "seen"),
        @JsonSubTypes.Type(value = SubsidyEvent.Told.class, name = "told"),
        @JsonSubTypes.Type(value = SubsidyEvent.Explained.class, name = "explained"),
        @JsonSubTypes.Type(value = SubsidyEvent.Decided.class, name = "decided"),
        @JsonSubTypes.Type(value = SubsidyEvent.Designated.class, name = "designated"),
        @JsonSubTypes.Type(value = SubsidyEvent.Undone.class, name = "undone"),
    })
    private interface EventForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = LedgerFact.Entered.class, name = "entered"),
        @JsonSubTypes.Type(value = LedgerFact.Struck.class, name = "struck"),
    })
    private interface LedgerForm {}
}
