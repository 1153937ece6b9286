package madoguchi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 点検する – checks what has to be right before anything works, and says what to do. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "JDK・データベース・フォルダー・時計・証明書を点検し、直し方を示す / check JDK, database, folders, clock, certificates")
final class DoctorCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            defaultValue = "${env:MADOGUCHI_DATA:-var}",
            description = "データのフォルダー / data folder (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var");

    @Option(names = "--pki", description = "証明書のフォルダー / folder of certificates (default: <data>/pki)")
    @Nullable
    Path pki;

    @Option(names = "--official", description = "公式端末のフォルダーも点検する / also check the official terminal's folders")
    @Nullable
    Path official;

    @Option(
            names = "--card-trust",
            description = "実物のカードのルート証明書のフォルダーも点検する / also check the folder of roots of real cards")
    @Nullable
    Path cardTrust;

    @Override
    public Integer call() {
        Checks checks = new Checks(data, pki == null ? data.resolve("pki") : pki, Clock.systemUTC());
        List<Checks.Check> all = checks.all(official);
        if (cardTrust != null) {
            all = Stream.concat(all.stream(), checks.cardTrust(cardTrust).stream())
                    .toList();
        }
        for (Checks.Check check : all) {
            System.out.println((check.good() ? "○ " : "✕ ") + check.what() + "\n    " + check.found());
            check.advice().ifPresent(advice -> System.out.println("    → " + advice));
        }
        return all.stream().allMatch(Checks.Check::good) ? 0 : Madoguchi.ATTENTION;
    }
}
