package madoguchi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.CardSerial;
import madoguchi.core.Ceiling;
import madoguchi.core.CeilingKind;
import madoguchi.core.ConsentAnswers;
import madoguchi.core.Inquiry;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Period;
import madoguchi.core.RecipientNumber;
import madoguchi.core.Reply;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.SubsidyUse;
import madoguchi.core.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

class SubsidyJsonTest {

    private static final Instant AT = Instant.parse("2026-11-21T00:00:00Z");
    private static final Caller CALLER = new Caller(new MedicalInstitutionCode("1319999913"), "kiosk", "kiosk");
    private static final SubsidyCertificate CERTIFICATE = new SubsidyCertificate(
            "特定医療費（指定難病）受給者証",
            "架空県",
            Optional.of("54136015"),
            Optional.of(new RecipientNumber("1234566")),
            Optional.of("1"),
            Optional.empty(),
            Optional.of("B2"),
            List.of("101-1"),
            Optional.empty(),
            false,
            Period.through(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
            List.of(new Ceiling(CeilingKind.MEDICAL_DENTAL_ALL, Ceiling.Span.MONTH, 5000, Optional.empty())),
            Set.of(CeilingKind.PHARMACY, CeilingKind.MEDICAL_DENTAL_ALL),
            Optional.of("合算条件"),
            List.of(new SubsidyCertificate.FaceItem("疾病名", "見本病")));

    static Stream<SubsidyAnswer> everyOutcome() {
        return Stream.concat(
                Stream.of(
                        new SubsidyAnswer.Found(List.of(CERTIFICATE)),
                        new SubsidyAnswer.Unreachable(Answer.Cause.TIMEOUT, new Text("時間切れ", "timed out")),
                        new SubsidyAnswer.NotAsked()),
                Arrays.stream(SubsidyAnswer.Absence.values()).map(SubsidyAnswer.Nothing::new));
    }

    @ParameterizedTest
    @MethodSource("everyOutcome")
    void everyAnswerAboutSubsidiesComesBackAsItWent(SubsidyAnswer told) {
        Reply reply = Reply.of(new Answer.NotFound(), AT).withSubsidies(told);
        String json = CoreJson.mapper().writeValueAsString(reply);
        assertThat(CoreJson.mapper().readValue(json, Reply.class)).isEqualTo(reply);
    }

    @Test
    void aReplyOfBeforeThereWereSubsidiesIsOneInWhichNobodyAsked() {
        String json = CoreJson.mapper().writeValueAsString(Reply.of(new Answer.NotFound(), AT));
        assertThat(json).doesNotContain("subsidies");
        assertThat(CoreJson.mapper().readValue(json, Reply.class).subsidies()).isEqualTo(new SubsidyAnswer.NotAsked());
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSaidAtTheReaderComesBackInInquiryAndConsent(SubsidyUse use) {
        Inquiry inquiry = Inquiry.byCard(new CardSerial("SIM-USER", "1A"), LocalDate.of(2026, 11, 21), CALLER)
                .withSubsidies(use);
        ConsentAnswers answers = new ConsentAnswers("o", Set.of(), Set.of(), use, CALLER);
        String asked = CoreJson.mapper().writeValueAsString(inquiry);
        String answered = CoreJson.mapper().writeValueAsString(answers);
        assertThat(CoreJson.mapper().readValue(asked, Inquiry.class)).isEqualTo(inquiry);
        assertThat(CoreJson.mapper().readValue(answered, ConsentAnswers.class)).isEqualTo(answers);
        assertThat(asked.contains("subsidies")).isEqualTo(use != SubsidyUse.NOT_ASKED);
        assertThat(answered.contains("subsidies")).isEqualTo(use != SubsidyUse.NOT_ASKED);
    }

    @Test
    void aWishThatIsNotKnownIsRefusedAndNotTakenForNone() {
        String json = CoreJson.mapper()
                .writeValueAsString(new ConsentAnswers("o", Set.of(), Set.of(), SubsidyUse.USE, CALLER))
                .replace("\"USE\"", "\"PERHAPS\"");
        assertThatThrownBy(() -> CoreJson.mapper().readValue(json, ConsentAnswers.class))
                .isInstanceOf(JacksonException.class);
    }
}
