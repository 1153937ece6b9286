package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import madoguchi.core.Parsed;
import madoguchi.core.Wareki;
import madoguchi.json.CoreJson;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.rulebook.RuleService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** 規則に尋ねる – puts a question to the rules that come with this release, without a running server, and prints the decision as JSON. */
@Command(
        name = "determine",
        mixinStandardHelpOptions = true,
        description = {
            "規則に尋ねる（サーバーは不要）。答えは JSON / ask the rules; no server is needed, and the answer is JSON",
            "例 / examples:",
            "  madoguchi determine shown=card outcome=active visit=first",
            "  madoguchi determine --table grant programme=verification-only facility-kind=clinic",
            "  madoguchi determine --json question.json"
        })
final class DetermineCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";
    private static final String DAY = "day";

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "問いの JSON ファイル。- は標準入力 / the question as a JSON file; - is standard input")
    @Nullable
    String json;

    @Option(
            names = "--table",
            defaultValue = RuleService.DETERMINATIONS,
            description = "尋ねる表（省略: 受付の判定） / the table to ask (default: the determination of a reception)")
    String table = RuleService.DETERMINATIONS;

    @Parameters(
            paramLabel = "NAME=WORD",
            description =
                    "問いの項目。day の省略は今日、和暦も可 / fields of the question; day defaults to today and may be a Japanese date")
    Map<String, String> fields = new LinkedHashMap<>();

    @Spec
    CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        RuleService service = service();
        refuseUnclear(service.names());
        Parsed<JsonNode> answer = question().then(question -> service.ask(table, question));
        return switch (answer) {
            case Parsed.Value<JsonNode>(var decision) -> {
                System.out.println(RuleService.write(decision));
                yield 0;
            }
            case Parsed.Faults<JsonNode>(var problems) -> {
                problems.forEach(System.err::println);
                yield 2;
            }
        };
    }

    private static RuleService service() {
        Policy policy = new Policy(RuleBook.bundled());
        return new RuleService(() -> policy);
    }

    private void refuseUnclear(List<String> names) {
        if ((json == null) == fields.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "--json か NAME=WORD のどちらか一方を書いてください / write either --json or NAME=WORD");
        }
        if (!table.equals(RuleService.DETERMINATIONS) && !names.contains(table)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--table: その名の表はありません / there is no table of that name: " + String.join(", ", names));
        }
    }

    private Parsed<JsonNode> question() throws IOException {
        if (json != null) {
            return RuleService.read(
                    json.equals(STANDARD_INPUT) ? System.in.readAllBytes() : Files.readAllBytes(Path.of(json)));
        }
        Map<String, String> question = new LinkedHashMap<>(fields);
        LocalDate today = LocalDate.now(Clock.system(Server.TOKYO));
        question.put(DAY, day(fields.getOrDefault(DAY, today.toString())));
        return Parsed.of(CoreJson.mapper().valueToTree(question));
    }

    /* What cannot be read stays as typed: the service names it together with every other fault. */
    private static String day(String typed) {
        return switch (Wareki.parse(DAY, typed)) {
            case Parsed.Value<LocalDate>(var day) -> day.toString();
            case Parsed.Faults<LocalDate> faults -> typed;
        };
    }
}
