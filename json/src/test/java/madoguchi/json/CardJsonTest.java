package madoguchi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.CardRefusal;
import madoguchi.core.CardsTaken;
import madoguchi.core.CentreAnswer;
import madoguchi.core.CertificateStanding;
import madoguchi.core.Challenged;
import madoguchi.core.ConsentAnswers;
import madoguchi.core.ConsentScope;
import madoguchi.core.Consented;
import madoguchi.core.Identification;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Octets;
import madoguchi.core.Opened;
import madoguchi.core.Presentation;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import madoguchi.core.TokenKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

/** What a card reader and the hub say to each other, there and back as JSON. */
class CardJsonTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Caller CALLER = new Caller(new MedicalInstitutionCode("1319999913"), "kiosk", "auto");
    private static final Reply REPLY = Reply.of(new Answer.NotFound(), AT);
    private static final Answer.Unreachable DOWN =
            new Answer.Unreachable(Answer.Cause.HUB, Optional.empty(), Text.same("down"));

    /** 値とその型. */
    record Case(Object value, Class<?> type) {}

    static Stream<Case> values() {
        Stream<Challenged> challenged = Stream.of(
                new Challenged.Issued("n", Octets.of((byte) 1, (byte) 2), AT), new Challenged.Unreachable(DOWN));
        Stream<Opened> opened = Stream.of(
                new Opened.Admitted("o", REPLY, DAY, new CertificateStanding.Current()),
                new Opened.Admitted("o", REPLY, DAY, new CertificateStanding.RenewalAlert()),
                new Opened.Admitted("o", REPLY, DAY, new CertificateStanding.Grace(DAY)),
                new Opened.NotEnrolled(true, DAY),
                new Opened.Refused(CardRefusal.REVOKED),
                new Opened.Unreachable(DOWN));
        Stream<Consented> consented = Stream.of(
                new Consented.Recorded(REPLY, Map.of(ConsentScope.DISEASES, AT)),
                new Consented.Stale(),
                new Consented.NotTaken(),
                new Consented.Unreachable(DOWN));
        Stream<CentreAnswer> centre =
                Stream.of(new CentreAnswer.Given(Octets.of((byte) -1)), new CentreAnswer.Unreachable(DOWN));
        Stream<CardsTaken> taken = Stream.of(new CardsTaken.Told(true, false), new CardsTaken.Unreachable(DOWN));
        Stream<Object> asked = Stream.of(
                new Presentation(
                        "n",
                        Octets.of((byte) 3),
                        Octets.of(),
                        TokenKind.ANDROID,
                        Identification.PHONE_PIN,
                        DAY,
                        false,
                        CALLER),
                new ConsentAnswers("o", Set.of(ConsentScope.MEDICINES), Set.of(), CALLER));
        return Stream.of(
                        challenged.map(value -> new Case(value, Challenged.class)),
                        opened.map(value -> new Case(value, Opened.class)),
                        consented.map(value -> new Case(value, Consented.class)),
                        centre.map(value -> new Case(value, CentreAnswer.class)),
                        taken.map(value -> new Case(value, CardsTaken.class)),
                        asked.map(value -> new Case(value, value.getClass())))
                .flatMap(cases -> cases);
    }

    @ParameterizedTest
    @MethodSource("values")
    void everythingComesBackAsItWas(Case one) {
        String text = CoreJson.mapper().writerFor(one.type()).writeValueAsString(one.value());

        assertThat(CoreJson.mapper().<Object>readValue(text, CoreJson.mapper().constructType(one.type())))
                .isEqualTo(one.value());
    }

    @Test
    void whatIsNoBase64OrNoWayToOpenATokenIsRefused() {
        String good = CoreJson.mapper()
                .writeValueAsString(values().filter(one -> one.type() == Presentation.class)
                        .findFirst()
                        .orElseThrow()
                        .value());

        assertThat(good).contains("\"certificate\":\"Aw==\"");
        for (String bad : new String[] {
            good.replace("Aw==", "A*=="), good.replace("PHONE_PIN", "FACE"), good.replace("\"nonce\"", "\"nonse\"")
        }) {
            assertThatThrownBy(() -> CoreJson.mapper().readValue(bad, Presentation.class))
                    .isInstanceOf(JacksonException.class);
        }
    }
}
