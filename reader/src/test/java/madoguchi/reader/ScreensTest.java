package madoguchi.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every screen in every language, and the table of codes behind it. */
class ScreensTest {

    private final Screens screens = new Screens();

    @Test
    void everyStateHasAScreenWithAQuestionInEveryLanguage() {
        for (View.Speech speech : View.Speech.values()) {
            for (State state : Samples.states()) {
                KioskScreen screen = of(state, speech);
                assertThat(screen.title()).as("%s %s", state, speech).isNotBlank();
                assertThat(screen.title() + screen.lines()).doesNotContain("%s", "%d");
            }
        }
    }

    @Test
    void noScreenShowsAnythingOfThePatient() {
        for (State state : Samples.states()) {
            assertThat(of(state, View.Speech.JA).toString()).doesNotContain("567890", "1987", "昭和62");
        }
    }

    @Test
    void noScreenAsksMoreThanOneThing() {
        for (State state : Samples.states()) {
            KioskScreen screen = of(state, View.Speech.JA);
            assertThat(screen.choices().size()).isLessThanOrEqualTo(3);
            assertThat(screen.choices().stream()
                            .filter(KioskScreen.Choice::primary)
                            .count())
                    .isLessThanOrEqualTo(1);
            assertThat(screen.digits().isPresent() && !screen.choices().isEmpty())
                    .isFalse();
        }
    }

    @Test
    void allLanguagesSayTheSameThings() {
        Texts texts = new Texts();
        for (View.Speech speech : View.Speech.values()) {
            assertThat(texts.keys(speech)).isEqualTo(texts.keys(View.Speech.JA));
        }
    }

    @Test
    void everyCodeTheReaderKnowsStandsInTheTableAndOnlyFourAreOfficial() throws IllegalAccessException {
        Faults faults = Faults.load();
        for (Field field : FaultCode.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                assertThat(faults.of((FaultCode) field.get(null)).staff().ja()).isNotBlank();
            }
        }
        assertThat(faults.all().stream()
                        .map(Faults.Fault::code)
                        .filter(FaultCode::isOfficial)
                        .map(FaultCode::code))
                .containsExactly("001", "002", "006", "011");
        assertThat(faults.all())
                .allMatch(fault -> fault.code().isOfficial() != fault.source().equals("ours"));
    }

    @Test
    void everyDrawingIsThere() {
        for (State state : Samples.states()) {
            String picture = of(state, View.Speech.JA).picture();
            assertThat(picture.equals("none")
                            || Screens.class.getResource("/static/assets/kiosk-" + picture + ".svg") != null)
                    .as(picture)
                    .isTrue();
        }
    }

    private KioskScreen of(State state, View.Speech speech) {
        return screens.of(
                new Reader.Snapshot(new Session(1, state), Optional.empty(), View.USUAL.speaking(speech)), Samples.NOW);
    }
}
