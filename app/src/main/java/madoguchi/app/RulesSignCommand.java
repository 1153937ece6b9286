package madoguchi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import madoguchi.bundle.Head;
import madoguchi.bundle.RuleBundle;
import madoguchi.bundle.SignedBundle;
import madoguchi.bundle.SigningKey;
import madoguchi.bundle.Verification;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.policy.RuleBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 署名する – makes a bundle of rule files that were found good. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = "規則ファイルを点検し、署名した束にする / check rule files and make a signed bundle")
final class RulesSignCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "規則ファイルのフォルダー / folder of rule files")
    Path folder = Path.of(".");

    @Option(names = "--key", required = true, description = "秘密鍵 / private key (PEM)")
    Path key = Path.of("rules.key");

    @Option(
            names = "--serial",
            required = true,
            description = "通し番号。前に公布したものより大きい数 / number, higher than any published before")
    long serial;

    @Option(
            names = "--in-force-at",
            required = true,
            description = "窓口が切り替わる時刻（例 2026-05-25T00:00+09:00） / instant from which desks decide by it")
    String inForceAt = "";

    @Option(names = "--issuer", required = true, description = "発行者 / who answers for it")
    String issuer = "";

    @Option(names = "--note", required = true, description = "何が変わるか、一文 / what it changes, one sentence in Japanese")
    String note = "";

    @Option(names = "--note-en", description = "英語で / the same in English (default: as --note)")
    @Nullable
    String noteEn;

    @Option(names = "--out", required = true, description = "束のファイル / the bundle to write")
    Path out = Path.of("rules.bundle");

    @Override
    public Integer call() throws Exception {
        Parsed<SigningKey> signer = SigningKey.read(key);
        Parsed<Head> head = head(Clock.system(Server.TOKYO).instant());
        var files = RuleFiles.of(folder);
        List<Problem> problems = new ArrayList<>(Parsed.problems(signer, head));
        problems.addAll(files.then(new Verification(RuleBook.bundled())::check).problems());
        if (!problems.isEmpty()) {
            RulesCheckCommand.refused(problems);
            System.out.println("署名していません / nothing was signed");
            return Madoguchi.FAILED;
        }
        SignedBundle signed =
                SignedBundle.sign(new RuleBundle(head.orElseThrow(), files.orElseThrow()), signer.orElseThrow());
        Files.write(out, signed.bytes());
        System.out.printf(
                "○ 第 %d 号 %s（%,d バイト bytes、鍵 key %s）%n",
                serial, out, signed.size(), signer.orElseThrow().name());
        return 0;
    }

    private Parsed<Head> head(Instant now) {
        List<Problem> problems = new ArrayList<>();
        if (serial < 1) {
            problems.add(Problem.at("--serial", "1以上の数です。", "A number from 1 on."));
        }
        if (issuer.isBlank()) {
            problems.add(Problem.at("--issuer", "発行者の名を書いてください。", "Name the issuer."));
        }
        Parsed<Instant> from = inForceAt();
        problems.addAll(from.problems());
        return problems.isEmpty()
                ? Parsed.of(new Head(
                        serial,
                        now.truncatedTo(ChronoUnit.SECONDS),
                        from.orElseThrow(),
                        issuer,
                        new Text(note, noteEn == null ? note : noteEn)))
                : new Parsed.Faults<>(problems);
    }

    private Parsed<Instant> inForceAt() {
        try {
            return Parsed.of(OffsetDateTime.parse(inForceAt).toInstant());
        } catch (DateTimeParseException unreadable) {
            return Parsed.fault("--in-force-at", "例: 2026-05-25T00:00+09:00", "Example: 2026-05-25T00:00+09:00");
        }
    }
}
