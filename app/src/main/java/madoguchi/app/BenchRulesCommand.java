package madoguchi.app;

import java.util.concurrent.Callable;
import madoguchi.bench.RuleFigures;
import madoguchi.policy.RuleBook;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;

/** 規則を測る – how much the rule book holds, what a determination costs, and how long the proof of the tables takes. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "規則の数と判定の速さを測る（約40秒） / count the rules, time determination and proof (about 40 s)")
final class BenchRulesCommand implements Callable<Integer> {

    @Override
    public Integer call() throws RunnerException {
        RuleFigures.count(RuleBook.bundled(), System.out);
        RuleFigures.measure();
        return 0;
    }
}
