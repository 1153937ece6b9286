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
    void everythingOnAScreenIsReadAloudWithTheKeyOfEachAnswer() {
        for (View.Speech speech : View.Speech.values()) {
            for (State state : Samples.states()) {
                KioskScreen screen = of(state, speech);
                assertThat(screen.spoken()).as("%s", state).contains(screen.title());
                screen.lines().forEach(line -> assertThat(screen.spoken()).contains(line));
                screen.alarm().ifPresent(alarm -> assertThat(screen.spoken()).contains(alarm));
                screen.code().ifPresent(code -> assertThat(screen.spoken()).contains(code));
                for (KioskScreen.Choice choice : screen.choices()) {
                    assertThat(screen.spoken())
                            .containsPattern((screen.choices().indexOf(choice) + 1) + "[^0-9]*"
                                    + java.util.regex.Pattern.quote(choice.label()));
                }
            }
        }
    }

    @Test
    void wherePeopleAnswerOrReadMoreTimeIsOfferedAndNowhereElse() {
        for (State state : Samples.states()) {
            KioskScreen screen = of(state, View.Speech.JA);
            boolean asks = !screen.choices().isEmpty() || screen.digits().isPresent();
            boolean waits = Samples.SETTINGS.times().of(state).isPresent();
            boolean cardThere = state instanceof State.Failed(var fault, var there) && there;
            assertThat(screen.longer().isPresent())
                    .as("%s", state)
                    .isEqualTo((asks && waits && !cardThere) || state instanceof State.PhoneHold || isVisual(state));
        }
    }

    private static boolean isVisual(State state) {
        return state instanceof State.Visual;
    }

    @Test
    void theWarningComesInTimeAndMoreTimeCanBeHadAsOftenAsTheGuidelineAsks() {
        Times times = Samples.SETTINGS.times();
        assertThat(times.warning().toSeconds()).isGreaterThanOrEqualTo(20);
        assertThat(times.longer()).isGreaterThanOrEqualTo(10);
        assertThat(of(new State.PhoneKind(), View.Speech.JA).longer())
                .contains(new KioskScreen.Longer(times.warning().toSeconds()));
        assertThat(of(new State.Done(State.Ending.RECEIVED, false), View.Speech.JA)
                        .longer())
                .as("stands no longer than the warning would")
                .contains(new KioskScreen.Longer(0));
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
                new Reader.Snapshot(new Session(1, state), Optional.empty(), View.USUAL.speaking(speech)),
                Samples.NOW,
                Samples.SETTINGS.times());
    }
}
