package madoguchi.desk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import madoguchi.json.CoreJson;
import madoguchi.policy.Occasion;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** 出来事の文字表現 – the JSON form of {@link VisitEvent} in the log; core values as {@link CoreJson} writes them. */
final class EventJson {

    private static final JsonMapper MAPPER =
            CoreJson.mapper().rebuild().addMixIn(VisitEvent.class, Form.class).build();

    private static final String FIRST_VISIT = "firstVisit";

    private EventJson() {}

    static String write(VisitEvent event) {
        return MAPPER.writeValueAsString(event);
    }

    /** Reads what this or an earlier version wrote. */
    static VisitEvent read(String json) {
        return json.contains(FIRST_VISIT)
                ? MAPPER.treeToValue(asWrittenNow((ObjectNode) MAPPER.readTree(json)), VisitEvent.class)
                : MAPPER.readValue(json, VisitEvent.class);
    }

    /* Earlier, what was shown knew only whether it was the first visit. */
    private static ObjectNode asWrittenNow(ObjectNode showed) {
        boolean first = showed.remove(FIRST_VISIT).booleanValue();
        showed.put("visit", (first ? madoguchi.policy.Visit.FIRST : madoguchi.policy.Visit.RETURNING).name());
        return showed.put("occasion", Occasion.ORDINARY.name());
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = VisitEvent.Arrived.class, name = "arrived"),
        @JsonSubTypes.Type(value = VisitEvent.Asked.class, name = "asked"),
        @JsonSubTypes.Type(value = VisitEvent.Began.class, name = "began"),
        @JsonSubTypes.Type(value = VisitEvent.Replied.class, name = "replied"),
        @JsonSubTypes.Type(value = VisitEvent.Showed.class, name = "showed"),
        @JsonSubTypes.Type(value = VisitEvent.Confirmed.class, name = "confirmed"),
        @JsonSubTypes.Type(value = VisitEvent.SteppedBack.class, name = "steppedBack"),
        @JsonSubTypes.Type(value = VisitEvent.Left.class, name = "left"),
        @JsonSubTypes.Type(value = VisitEvent.Contacted.class, name = "contacted"),
        @JsonSubTypes.Type(value = VisitEvent.Linked.class, name = "linked"),
        @JsonSubTypes.Type(value = VisitEvent.Unlinked.class, name = "unlinked"),
        @JsonSubTypes.Type(value = VisitEvent.Closed.class, name = "closed"),
        @JsonSubTypes.Type(value = VisitEvent.Reopened.class, name = "reopened"),
        @JsonSubTypes.Type(value = VisitEvent.Withdrawn.class, name = "withdrawn"),
    })
    private interface Form {}
}
