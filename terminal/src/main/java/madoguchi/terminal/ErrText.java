package madoguchi.terminal;

import java.util.List;
import java.util.stream.Collectors;
import madoguchi.core.Problem;

/** .err の文面 – one line a fault: place, Japanese, English (UTF-8). The real terminal's form is not public ({@code oqs-interface.md} §1.3). */
final class ErrText {

    private ErrText() {}

    static String of(List<Problem> problems) {
        return problems.stream().map(ErrText::line).collect(Collectors.joining());
    }

    private static String line(Problem problem) {
        return problem.place() + "\t" + problem.reason().ja() + "\t"
                + problem.reason().en() + "\n";
    }
}
