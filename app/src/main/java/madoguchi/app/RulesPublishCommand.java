package madoguchi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import madoguchi.bundle.Publishing;
import madoguchi.bundle.Receipt;
import madoguchi.bundle.RuleDatabase;
import madoguchi.bundle.SignedBundle;
import madoguchi.bundle.TrustedKeys;
import madoguchi.bundle.Verification;
import madoguchi.policy.RuleBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 公布する – puts a signed bundle into the hub's database, from where desks fetch it. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "署名した束をハブに置く。動いているハブを止めなくてよい / put a signed bundle into the hub; it need not be stopped")
final class RulesPublishCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "署名した束 / signed bundle")
    Path file = Path.of("rules.bundle");

    @Option(
            names = "--data",
            defaultValue = "${env:MADOGUCHI_DATA:-var}",
            description = "ハブのデータのフォルダー / the hub's data folder (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var");

    @Option(
            names = "--database-url",
            description = "内蔵の代わりに使う PostgreSQL (JDBC) / a PostgreSQL instead of the embedded one")
    @Nullable
    String databaseUrl;

    @Option(
            names = "--rules-keys",
            description =
                    "規則の発行者の公開鍵のフォルダー / folder of the public keys of issuers of rules (default: <data>/rule-keys)")
    @Nullable
    Path keys;

    @Override
    public Integer call() throws Exception {
        SignedBundle bundle = SignedBundle.of(Files.readAllBytes(file));
        Files.createDirectories(data);
        try (LocalHub hub = new LocalHub(data, databaseUrl)) {
            RuleDatabase.migrate(hub.database());
            Publishing publishing =
                    new Publishing(hub.database(), new Verification(RuleBook.bundled()), Clock.system(Server.TOKYO));
            return printed(publishing.publish(bundle, TrustedKeys.in(keys == null ? data.resolve("rule-keys") : keys)));
        }
    }

    private static int printed(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Good(var bundle, var book) -> {
                System.out.printf(
                        "○ 第 %d 号を公布しました。窓口は %s から使います / published; desks decide by it from then on%n",
                        bundle.head().serial(), bundle.head().inForceAt().atZone(Server.TOKYO));
                yield 0;
            }
            case Receipt.Refused refused -> {
                System.out.println("✕ " + refused.sentence());
                refused.problems().forEach(problem -> System.out.println("✕ " + problem));
                System.out.println("公布していません / nothing was published");
                yield Madoguchi.FAILED;
            }
        };
    }
}
