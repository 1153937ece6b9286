package madoguchi.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.PersonName;
import madoguchi.core.Sex;
import madoguchi.core.Text;
import madoguchi.policy.Determination;
import madoguchi.policy.Facility;
import madoguchi.policy.Occasion;
import madoguchi.policy.Policy;
import madoguchi.policy.Reception;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Seen;
import madoguchi.policy.Shown;
import madoguchi.policy.Visit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 判定の速さ – one call of {@code determine} over 4,096 receptions of all kinds and days, none of them like the one before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DetermineBenchmark {

    private static final int MASK = 4095;

    private final Policy policy = new Policy(RuleBook.bundled());
    private final Reception[] receptions = receptions();
    private int next;

    /** 判定 – the reception after the last one. */
    @Benchmark
    public Determination determine() {
        next = next + 1 & MASK;
        return policy.determine(receptions[next]);
    }

    private static Reception[] receptions() {
        SplittableRandom random = new SplittableRandom(20251202);
        List<Answer> answers = answers();
        LocalDate first = LocalDate.ofEpochDay(20_000);
        Reception[] receptions = new Reception[MASK + 1];
        for (int i = 0; i < receptions.length; i++) {
            receptions[i] = new Reception(
                    first.plusDays(random.nextInt(900)),
                    one(random, Shown.values()),
                    answers.get(random.nextInt(answers.size())),
                    one(random, Visit.values()),
                    Optional.empty(),
                    one(random, Facility.values()),
                    one(random, Occasion.values()),
                    one(random, Seen.values()),
                    List.of());
        }
        return receptions;
    }

    private static <T> T one(SplittableRandom random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    private static List<Answer> answers() {
        return List.of(
                new Answer.Active(List.of(coverage("138016"))),
                new Answer.Active(List.of(coverage("39139993"))),
                new Answer.Inactive(Optional.of(coverage("06139992"))),
                new Answer.NotFound(),
                new Answer.NotAsked(),
                new Answer.Unreachable(Answer.Cause.NETWORK, Optional.empty(), new Text("回線障害", "line down")));
    }

    private static Coverage coverage(String insurer) {
        return new Coverage(
                new InsuredId(new InsurerNumber(insurer), Optional.empty(), "1", Optional.empty()),
                CoverageClass.GENERAL,
                Optional.empty(),
                Optional.empty(),
                new Holder(
                        PersonName.of("見本　花子", "ミホン ハナコ"),
                        Sex.FEMALE,
                        Optional.empty(),
                        LocalDate.ofEpochDay(6_310),
                        Optional.empty(),
                        Optional.empty()),
                "架空の保険者",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
