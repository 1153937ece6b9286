package madoguchi.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import madoguchi.core.Parsed;
import madoguchi.core.Text;
import madoguchi.policy.Change;
import madoguchi.policy.ChangeWords;
import madoguchi.policy.Changes;
import madoguchi.policy.RuleBook;
import madoguchi.web.Lang;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** 規則の違いを読む – what changes for whom, between two days or between two sets of rules. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "規則の違いを、窓口の言葉で示す。二つの日の間（--from --to）か、二つの規則の間（A B）",
            "what changes for whom: between two days (--from --to) or between two sets of rules (A B)"
        })
final class RulesDiffCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..2",
            paramLabel = "DIR|BUNDLE",
            description = "規則ファイルのフォルダーか束 / folder of rule files, or a bundle")
    List<Path> places = List.of();

    @Option(names = "--from", description = "前の日 / the day before the change")
    @Nullable
    LocalDate from;

    @Option(names = "--to", description = "後の日 / the day after")
    @Nullable
    LocalDate to;

    @Option(names = "--lang", defaultValue = "ja", description = "ja, en (default: ${DEFAULT-VALUE})")
    Lang lang = Lang.JA;

    @Option(names = "--all", description = "根拠の行だけが変わるものも示す / also where only the basis is another")
    boolean all;

    @Spec
    CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        List<Parsed<RuleBook>> books = new ArrayList<>();
        for (Path place : places) {
            books.add(RuleFiles.of(place).then(RuleBook::read));
        }
        var problems = Parsed.problems(books.toArray(Parsed<?>[]::new));
        if (!problems.isEmpty()) {
            return RulesCheckCommand.refused(problems);
        }
        print(changes(books.stream().map(Parsed::orElseThrow).toList()));
        return 0;
    }

    private Stream<Change> changes(List<RuleBook> books) {
        if (from != null && to != null && books.size() < 2) {
            return Changes.between(books.isEmpty() ? RuleBook.bundled() : books.getFirst(), from, to);
        }
        if (from == null && to == null && books.size() == 2) {
            return Changes.between(books.getFirst(), books.getLast());
        }
        throw new ParameterException(
                command.commandLine(), "--from DATE --to DATE [DIR|BUNDLE], または / or: DIR|BUNDLE DIR|BUNDLE");
    }

    /* One after the other as they are found: a long list begins to be readable at once. */
    private void print(Stream<Change> changes) {
        int[] shown = {0, 0};
        Text[] table = {Text.same("")};
        changes.forEachOrdered(change -> {
            if (!all && change instanceof Change.Decided decided && decided.extent() == Change.Extent.BASIS) {
                shown[1]++;
                return;
            }
            shown[0]++;
            if (!change.table().equals(table[0])) {
                table[0] = change.table();
                System.out.println("\n■ " + lang.of(change.table()));
            }
            System.out.println("\n" + lang.of(ChangeWords.of(change)));
        });
        System.out.println("\n"
                + lang.of(
                        "変わること " + shown[0] + " 件、根拠の行だけが変わるもの " + shown[1] + " 件",
                        shown[0] + " changes, and " + shown[1] + " of the basis only"));
    }
}
