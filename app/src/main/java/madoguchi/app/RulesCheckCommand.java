package madoguchi.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import madoguchi.bundle.Verification;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.policy.RuleBook;
import madoguchi.policy.RuleSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** 規則を点検する – reads and proves rule files, and says everything that is wrong. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "規則ファイルを点検し、誤り・抜け・重なりをすべて示す / check rule files: every fault, gap and overlap")
final class RulesCheckCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description =
                    "規則ファイルのフォルダーか束（省略: 付属の規則） / folder of rule files, or a bundle (default: the rules of this release)")
    @Nullable
    Path place;

    @Override
    public Integer call() throws Exception {
        Parsed<List<RuleSource>> files = place == null ? Parsed.of(RuleBook.bundledFiles()) : RuleFiles.of(place);
        return printed(files.then(new Verification(RuleBook.bundled())::check));
    }

    private static int printed(Parsed<RuleBook> book) {
        return switch (book) {
            case Parsed.Value<RuleBook>(var good) -> {
                System.out.printf(
                        "○ %d 表 %d 行。どの状況のどの日も、ちょうど一行が決めます / tables, rows; one row decides each situation on each day%n",
                        good.tables().size(),
                        good.tables().stream()
                                .mapToInt(table -> table.rules().size())
                                .sum());
                yield 0;
            }
            case Parsed.Faults<RuleBook>(var problems) -> refused(problems);
        };
    }

    static int refused(List<Problem> problems) {
        problems.forEach(problem -> System.out.println("✕ " + problem));
        System.out.println("誤り " + problems.size() + " 件 / faults");
        return Madoguchi.ATTENTION;
    }
}
