package madoguchi.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import madoguchi.core.Answer;
import madoguchi.core.Inquiry;
import madoguchi.core.InsurerNumber;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.ReferenceNumber;
import madoguchi.core.Subject;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON の規則 – one mapper for every JSON text of the core values. */
public final class CoreJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .addMixIn(Answer.class, AnswerForm.class)
            .addMixIn(Subject.class, SubjectForm.class)
            .addMixIn(Inquiry.class, InquiryForm.class)
            .addMixIn(InsurerNumber.class, InsurerNumberForm.class)
            .addMixIn(ReferenceNumber.class, ReferenceNumberForm.class)
            .addMixIn(MedicalInstitutionCode.class, MedicalInstitutionCodeForm.class)
            .build();

    private CoreJson() {}

    /** The mapper; it is immutable and safe to share. Days are {@code YYYY-MM-DD}, instants ISO 8601 in UTC, answers carry {@code "outcome"}, subjects {@code "kind"}. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Answer.Active.class, name = "active"),
        @JsonSubTypes.Type(value = Answer.ActiveUnregistered.class, name = "activeUnregistered"),
        @JsonSubTypes.Type(value = Answer.Inactive.class, name = "inactive"),
        @JsonSubTypes.Type(value = Answer.InactiveNewExists.class, name = "inactiveNewExists"),
        @JsonSubTypes.Type(value = Answer.NotFound.class, name = "notFound"),
        @JsonSubTypes.Type(value = Answer.Ambiguous.class, name = "ambiguous"),
        @JsonSubTypes.Type(value = Answer.Unreachable.class, name = "unreachable"),
        @JsonSubTypes.Type(value = Answer.NotAsked.class, name = "notAsked"),
    })
    @JsonIgnoreProperties("fromPeer")
    private interface AnswerForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Subject.ByNumber.class, name = "NUMBER"),
        @JsonSubTypes.Type(value = Subject.ByCard.class, name = "CARD"),
    })
    private interface SubjectForm {}

    /** What follows from the subject is not said twice. */
    @JsonIgnoreProperties({"kind", "number"})
    private interface InquiryForm {}

    private record InsurerNumberForm(@JsonValue String digits) {
        @JsonCreator
        InsurerNumberForm {}
    }

    private record ReferenceNumberForm(@JsonValue String text) {
        @JsonCreator
        ReferenceNumberForm {}
    }

    private record MedicalInstitutionCodeForm(@JsonValue String digits) {
        @JsonCreator
        MedicalInstitutionCodeForm {}
    }
}
