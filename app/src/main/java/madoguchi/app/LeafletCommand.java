package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import madoguchi.core.Parsed;
import madoguchi.leaflet.LeafletKind;
import madoguchi.leaflet.LeafletKinds;
import madoguchi.leaflet.Leaflets;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** 掲示・配布物を作る – a print as PDF, from the rules that come with this release, without a running server. */
@Command(
        name = "leaflet",
        mixinStandardHelpOptions = true,
        description = {
            "掲示・配布物の PDF を作る（サーバーは不要）。KIND を省くと一覧 / print as PDF; no server is needed. Without KIND: the list",
            "例 / examples:",
            "  madoguchi leaflet reception --out poster.pdf",
            "  madoguchi leaflet changes --day 2026-04-01 --out april.pdf"
        })
final class LeafletCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "KIND", description = "種類 / the kind of print")
    @Nullable
    String kind;

    @Option(
            names = "--day",
            paramLabel = "D",
            description = "この日の規則で（省略: 今日） / by the rules of this day (default: today)")
    @Nullable
    String day;

    @Option(
            names = "--since",
            paramLabel = "D",
            description = "変更の一覧: この日と比べる（省略: 前の日） / changes: compared with this day")
    @Nullable
    String since;

    @Option(names = "--size", paramLabel = "A4|A5", description = "用紙 / paper")
    @Nullable
    String size;

    @Option(names = "--voice", paramLabel = "ja|easy|en", description = "言葉 / words; easy = やさしい日本語")
    @Nullable
    String voice;

    @Option(names = "--variant", paramLabel = "WORD", description = "種類の中の種類 / which form of it")
    @Nullable
    String variant;

    @Option(names = "--place", paramLabel = "NAME", defaultValue = "", description = "施設名 / name of the facility")
    String place = "";

    @Option(names = "--out", paramLabel = "F", description = "書き出すファイル / the file to write")
    @Nullable
    Path out;

    @Spec
    CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Policy policy = new Policy(RuleBook.bundled());
        Leaflets leaflets = new Leaflets(
                LeafletKinds.standard(), () -> policy, DeclarationWiring::version, place, Clock.system(Server.TOKYO));
        if (kind == null) {
            leaflets.kinds().forEach(LeafletCommand::list);
            return 0;
        }
        LeafletKind chosen = leaflets.kind(kind)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "その名の印刷物はありません / there is no print of that name: "
                                + String.join(
                                        ", ",
                                        leaflets.kinds().stream()
                                                .map(LeafletKind::name)
                                                .toList())));
        if (out == null) {
            throw new ParameterException(command.commandLine(), "--out FILE を書いてください / write --out FILE");
        }
        return switch (leaflets.pdf(chosen, typed())) {
            case Parsed.Value<byte[]>(var pdf) -> {
                Files.write(out, pdf);
                System.out.println(out);
                yield 0;
            }
            case Parsed.Faults<byte[]>(var problems) -> {
                problems.forEach(System.err::println);
                yield 2;
            }
        };
    }

    private static void list(LeafletKind kind) {
        String variants = kind.variants().isEmpty()
                ? ""
                : "  --variant " + String.join("|", kind.variants().keySet());
        System.out.println("%-14s %s%s".formatted(kind.name(), kind.title(), variants));
    }

    private Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        put(typed, "day", day);
        put(typed, "since", since);
        put(typed, "size", size);
        put(typed, "voice", voice);
        put(typed, "variant", variant);
        return typed;
    }

    private static void put(Map<String, String> typed, String name, @Nullable String value) {
        if (value != null) {
            typed.put(name, value);
        }
    }
}
