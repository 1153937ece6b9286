package madoguchi.desk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import madoguchi.json.CoreJson;
import tools.jackson.databind.json.JsonMapper;

/** 出来事の文字表現 – the JSON form of {@link VisitEvent} in the log; core values as {@link CoreJson} writes them. */
final class EventJson {

    private static final JsonMapper MAPPER =
            CoreJson.mapper().rebuild().addMixIn(VisitEvent.class, Form.class).build();

    private EventJson() {}

    static String write(VisitEvent event) {
        return MAPPER.writeValueAsString(event);
    }

    static VisitEvent read(String json) {
        return MAPPER.readValue(json, VisitEvent.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = VisitEvent.Arrived.class, name = "arrived"),
        @JsonSubTypes.Type(value = VisitEvent.Asked.class, name = "asked"),
        @JsonSubTypes.Type(value = VisitEvent.Replied.class, name = "replied"),
        @JsonSubTypes.Type(value = VisitEvent.Showed.class, name = "showed"),
        @JsonSubTypes.Type(value = VisitEvent.Confirmed.class, name = "confirmed"),
        @JsonSubTypes.Type(value = VisitEvent.Closed.class, name = "closed"),
        @JsonSubTypes.Type(value = VisitEvent.Reopened.class, name = "reopened"),
        @JsonSubTypes.Type(value = VisitEvent.Withdrawn.class, name = "withdrawn"),
    })
    private interface Form {}
}
