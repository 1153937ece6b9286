package madoguchi.reader;

import java.util.List;
import java.util.Optional;

/**
 * 画面 – one screen of the kiosk as it is shown: one question, its answers, and nothing else. The page is a pure function of it.
 *
 * @param turn the turn its buttons belong to
 * @param name what screen it is, for the page and its tests
 * @param view language and look
 * @param step how far one has come, such as "2／4 本人確認"; empty where nobody is under way
 * @param title the question or statement
 * @param lines what else to know, in short sentences
 * @param alarm what must not be overlooked, such as remaining tries
 * @param picture names a drawing {@code kiosk-<picture>.svg}
 * @param choices the answers
 * @param digits what is to be typed; empty where nothing is
 * @param back whether one can go back
 * @param cancel whether one can leave
 * @param secondsLeft how long the screen still waits
 * @param longer もっと時間を: whether more time can be asked for, and when the screen warns
 * @param code the error code
 * @param simulated whether something on it is simulated
 * @param spoken the whole screen as it is read aloud; of what is typed nothing
 */
public record KioskScreen(
        long turn,
        String name,
        View view,
        Optional<String> step,
        String title,
        List<String> lines,
        Optional<String> alarm,
        String picture,
        List<Choice> choices,
        Optional<Digits> digits,
        boolean back,
        boolean cancel,
        Optional<Long> secondsLeft,
        Optional<Longer> longer,
        Optional<String> code,
        boolean simulated,
        String spoken) {

    /**
     * もっと時間を.
     *
     * @param warnAt at how many seconds left the screen warns; 0 where it does not
     */
    public record Longer(long warnAt) {}

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

    /** What tells this screen from any other: its turn and its look. */
    public String shown() {
        return shown(turn, view);
    }

    static String shown(long turn, View view) {
        return turn + "." + view.code();
    }

    /** Copies the lists. */
    public KioskScreen {
        lines = List.copyOf(lines);
        choices = List.copyOf(choices);
    }
}
