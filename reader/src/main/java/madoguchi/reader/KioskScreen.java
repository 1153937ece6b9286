package madoguchi.reader;

import java.util.List;
import java.util.Optional;

/**
 * 画面 – one screen of the kiosk as it is shown: one question, its answers, and nothing else. The page is a pure function of it.
 *
 * @param turn the turn its buttons belong to
 * @param name what screen it is, for the page and its tests
 * @param view language and look
 * @param title the question or statement
 * @param lines what else to know, in short sentences
 * @param alarm what must not be overlooked, such as remaining tries
 * @param picture names a drawing {@code kiosk-<picture>.svg}
 * @param choices the answers
 * @param digits what is to be typed; empty where nothing is
 * @param back whether one can go back
 * @param cancel whether one can leave
 * @param secondsLeft how long the screen still waits
 * @param code the error code
 * @param simulated whether something on it is simulated
 */
public record KioskScreen(
        long turn,
        String name,
        View view,
        String title,
        List<String> lines,
        Optional<String> alarm,
        String picture,
        List<Choice> choices,
        Optional<Digits> digits,
        boolean back,
        boolean cancel,
        Optional<Long> secondsLeft,
        Optional<String> code,
        boolean simulated) {

    /**
     * 選択肢.
     *
     * @param tap what it sends
     * @param label its words
     * @param primary whether it is the one answer most give
     */
    public record Choice(Event.Tap tap, String label, boolean primary) {}

    /**
     * 数字の入力.
     *
     * @param label what to type
     * @param submit the button's words
     */
    public record Digits(String label, String submit) {}

    /** Copies the lists. */
    public KioskScreen {
        lines = List.copyOf(lines);
        choices = List.copyOf(choices);
    }
}
