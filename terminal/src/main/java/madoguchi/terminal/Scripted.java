package madoguchi.terminal;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.core.Parsed;

/** 台本の結果 – what the terminal does with one request instead of simply answering, so that a vendor can rehearse bad days. */
public sealed interface Scripted {

    /** Answers as usual. */
    record Plain() implements Scripted {}

    /** Answers as usual, but later. */
    record Delay(Duration by) implements Scripted {}

    /** Leaves an {@code .err} file and the request in {@code err/}. */
    record ErrFile() implements Scripted {}

    /** Answers with 処理結果区分 9 and a placeholder code. */
    record SystemError() implements Scripted {}

    /** Puts the first half of the answer into {@code res/} and the rest after a while. */
    record HalfWritten(Duration rest) implements Scripted {}

    /** Answers with a {@code .zip}, as a terminal does whose encryption setting was left on. */
    record Zipped() implements Scripted {}

    /** Reads one outcome as the script writes it: {@code plain}, {@code delay 3s}, {@code err}, {@code system-error}, {@code half 500ms}, {@code zip}. */
    static Parsed<Scripted> parse(String place, String words) {
        Matcher timed = Pattern.compile("(delay|half)\\s+(\\d{1,6})(ms|s)").matcher(words);
        if (timed.matches()) {
            long amount = Long.parseLong(timed.group(2));
            Duration time = timed.group(3).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMillis(amount);
            return Parsed.of(timed.group(1).equals("delay") ? new Delay(time) : new HalfWritten(time));
        }
        return plain(words)
                .map(Parsed::of)
                .orElseGet(() -> Parsed.fault(
                        place,
                        "結果は plain・delay 3s・err・system-error・half 2s・zip のいずれかです。",
                        "The outcome is one of plain, delay 3s, err, system-error, half 2s, zip."));
    }

    private static Optional<Scripted> plain(String words) {
        return switch (words) {
            case "plain" -> Optional.of(new Plain());
            case "err" -> Optional.of(new ErrFile());
            case "system-error" -> Optional.of(new SystemError());
            case "zip" -> Optional.of(new Zipped());
            default -> Optional.empty();
        };
    }
}
