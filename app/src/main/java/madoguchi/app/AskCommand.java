package madoguchi.app;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import madoguchi.assist.Advice;
import madoguchi.assist.Assistant;
import madoguchi.assist.Entry;
import madoguchi.core.Parsed;
import madoguchi.core.Text;
import madoguchi.core.Wareki;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 案内に尋ねる – asks the assistant about the rules that come with this release, without a running server. Nothing of the question is kept. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = {
            "案内に尋ねる（サーバーは不要） / ask about a code, a word or a situation; no server is needed",
            "例 / examples:",
            "  madoguchi ask 011",
            "  madoguchi ask 期限切れの保険証だけ",
            "  madoguchi ask --lang en black circle in the name"
        })
final class AskCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "番号・言葉・場面 / a code, words, a situation")
    List<String> words = List.of();

    @Option(
            names = "--day",
            paramLabel = "D",
            description = "この日の規則で（省略: 今日） / by the rules of this day (default: today)")
    @Nullable
    String day;

    @Option(names = "--lang", paramLabel = "ja|en", defaultValue = "ja", description = "言語 / language")
    String lang = "ja";

    @Override
    public Integer call() {
        LocalDateTime now = LocalDateTime.now(Clock.system(Server.TOKYO));
        Parsed<LocalDate> asked = day == null ? Parsed.of(now.toLocalDate()) : Wareki.parse("--day", day);
        return switch (asked) {
            case Parsed.Value<LocalDate>(var on) -> answer(on, now);
            case Parsed.Faults<LocalDate>(var problems) -> {
                problems.forEach(System.err::println);
                yield 2;
            }
        };
    }

    private int answer(LocalDate on, LocalDateTime now) {
        Policy policy = new Policy(RuleBook.bundled());
        Advice advice = new Assistant(() -> policy, AssistWiring.ownCodes()).ask(String.join(" ", words), on, now);
        Function<Text, String> say = lang.equals("en") ? Text::en : Text::ja;
        if (!advice.found()) {
            System.out.println(
                    say.apply(new Text("答えは見つかりませんでした。近いかもしれないもの:", "No answer was found. What follows may be near:")));
        }
        advice.codes().forEach(code -> print(code, say));
        advice.answers().forEach(answer -> print(answer, say));
        advice.contact()
                .ifPresent(contact -> System.out.println("☎ "
                        + say.apply(contact.standing().label()) + "  " + say.apply(contact.says()) + "  ("
                        + say.apply(contact.source()) + ")"));
        advice.print().ifPresent(kind -> System.out.println("⎙ madoguchi leaflet " + kind + " --out " + kind + ".pdf"));
        return advice.found() ? 0 : Madoguchi.ATTENTION;
    }

    private static void print(Advice.CodeAdvice code, Function<Text, String> say) {
        System.out.println("■ "
                + code.meaning()
                        .map(entry ->
                                say.apply(entry.title()) + "\n   " + say.apply(entry.answer()) + source(entry, say))
                        .orElse(code.code()
                                + say.apply(new Text(
                                        ": 公式には分かっていません。公表された資料に、この番号の説明はありません。",
                                        ": not known officially. No published document explains this code."))));
        code.remedy()
                .ifPresent(rule -> System.out.println(
                        "   → " + say.apply(rule.answer()) + " [" + rule.id() + "]" + source(rule, say)));
    }

    private static void print(Advice.Answer answer, Function<Text, String> say) {
        Entry entry = answer.entry();
        System.out.println(answer.standing().mark() + " " + say.apply(entry.title()) + " [" + entry.id() + "] "
                + say.apply(answer.standing().label()) + " " + say.apply(answer.days()));
        System.out.println("   " + say.apply(entry.answer()) + source(entry, say));
        answer.rules().forEach(rule -> System.out.println("   → " + say.apply(rule.answer()) + " [" + rule.id() + "]"));
    }

    private static String source(Entry entry, Function<Text, String> say) {
        return "\n   " + say.apply(new Text("出典: ", "Source: "))
                + String.join(" / ", entry.sources().stream().map(say).toList())
                + (entry.certain() ? "" : say.apply(new Text("（読み）", " (reading)")));
    }
}
