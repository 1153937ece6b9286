package madoguchi.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import madoguchi.core.Answer;
import madoguchi.core.CardsTaken;
import madoguchi.core.CentreAnswer;
import madoguchi.core.CertificateStanding;
import madoguchi.core.Challenged;
import madoguchi.core.ConsentAnswers;
import madoguchi.core.Consented;
import madoguchi.core.Inquiry;
import madoguchi.core.InsurerNumber;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Octets;
import madoguchi.core.Opened;
import madoguchi.core.ReferenceNumber;
import madoguchi.core.Reply;
import madoguchi.core.Subject;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyUse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
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
            .addMixIn(Reply.class, ReplyForm.class)
            .addMixIn(ConsentAnswers.class, ConsentAnswersForm.class)
            .addMixIn(SubsidyUse.class, SubsidyUseForm.class)
            .addMixIn(SubsidyAnswer.class, SubsidyAnswerForm.class)
            .addMixIn(Challenged.class, ChallengedForm.class)
            .addMixIn(Opened.class, OpenedForm.class)
            .addMixIn(Consented.class, ConsentedForm.class)
            .addMixIn(CentreAnswer.class, CentreAnswerForm.class)
            .addMixIn(CardsTaken.class, CardsTakenForm.class)
            .addMixIn(CertificateStanding.class, StandingForm.class)
            .addMixIn(Octets.class, OctetsForm.class)
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

    /** What follows from the subject is not said twice, and what was not asked is not said at all: peers of before know no subsidies. */
    @JsonIgnoreProperties({"kind", "number"})
    private interface InquiryForm {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NotAsked.class)
        SubsidyUse subsidies();
    }

    private interface ConsentAnswersForm {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NotAsked.class)
        SubsidyUse subsidies();
    }

    /** Absent means not asked. */
    private enum SubsidyUseForm {
        @JsonEnumDefaultValue
        NOT_ASKED
    }

    /** Equal to what need not be written. */
    private static final class NotAsked {
        @Override
        public boolean equals(@Nullable Object value) {
            return value == SubsidyUse.NOT_ASKED;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    @JsonSerialize(converter = ReplyText.Writing.class)
    @JsonDeserialize(converter = ReplyText.Reading.class)
    private interface ReplyForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = SubsidyAnswer.Found.class, name = "found"),
        @JsonSubTypes.Type(value = SubsidyAnswer.Nothing.class, name = "nothing"),
        @JsonSubTypes.Type(value = SubsidyAnswer.Unreachable.class, name = "unreachable"),
        @JsonSubTypes.Type(value = SubsidyAnswer.NotAsked.class, name = "notAsked"),
    })
    private interface SubsidyAnswerForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Challenged.Issued.class, name = "issued"),
        @JsonSubTypes.Type(value = Challenged.Unreachable.class, name = "unreachable"),
    })
    private interface ChallengedForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Opened.Admitted.class, name = "admitted"),
        @JsonSubTypes.Type(value = Opened.NotEnrolled.class, name = "notEnrolled"),
        @JsonSubTypes.Type(value = Opened.Refused.class, name = "refused"),
        @JsonSubTypes.Type(value = Opened.Unreachable.class, name = "unreachable"),
    })
    private interface OpenedForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Consented.Recorded.class, name = "recorded"),
        @JsonSubTypes.Type(value = Consented.Stale.class, name = "stale"),
        @JsonSubTypes.Type(value = Consented.NotTaken.class, name = "notTaken"),
        @JsonSubTypes.Type(value = Consented.Unreachable.class, name = "unreachable"),
    })
    private interface ConsentedForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = CentreAnswer.Given.class, name = "given"),
        @JsonSubTypes.Type(value = CentreAnswer.Unreachable.class, name = "unreachable"),
    })
    private interface CentreAnswerForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = CardsTaken.Told.class, name = "told"),
        @JsonSubTypes.Type(value = CardsTaken.Unreachable.class, name = "unreachable"),
    })
    private interface CardsTakenForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "standing")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = CertificateStanding.Current.class, name = "current"),
        @JsonSubTypes.Type(value = CertificateStanding.RenewalAlert.class, name = "renewalAlert"),
        @JsonSubTypes.Type(value = CertificateStanding.Grace.class, name = "grace"),
    })
    private interface StandingForm {}

    /** Base64. */
    private interface OctetsForm {
        @JsonValue
        String base64();

        @JsonCreator
        static Octets ofBase64(String text) {
            return Octets.ofBase64(text);
        }
    }

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
