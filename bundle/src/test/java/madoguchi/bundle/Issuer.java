package madoguchi.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import madoguchi.core.Text;
import madoguchi.policy.RuleBook;
import madoguchi.policy.RuleSource;

/** 発行者 – somebody with a key, who issues bundles on 22 May 2026 that come into force on 25 May. */
final class Issuer {

    static final Instant ISSUED = Instant.parse("2026-05-22T08:00:00Z");
    static final Instant IN_FORCE = Instant.parse("2026-05-24T15:00:00Z");

    final SigningKey key;
    final Path publicFile;

    Issuer(Path folder, String name) {
        try {
            publicFile = folder.resolve(name + ".pem");
            key = SigningKey.make(folder.resolve(name + ".key"), publicFile);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The folder of a desk that trusts these issuers. */
    static Path trusted(Path folder, Issuer... issuers) {
        try {
            Path keys = Files.createTempDirectory(folder, "trusted");
            for (Issuer issuer : issuers) {
                Files.copy(issuer.publicFile, keys.resolve(issuer.publicFile.getFileName()));
            }
            return keys;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    SignedBundle issue(long serial, Instant inForceAt, List<RuleSource> files) {
        return SignedBundle.sign(
                new RuleBundle(
                        new Head(
                                serial,
                                ISSUED,
                                inForceAt,
                                "架空省",
                                new Text("暫定的な取扱いの延長", "The interim measure goes on")),
                        files),
                key);
    }

    SignedBundle issue(long serial) {
        return issue(serial, IN_FORCE, extended());
    }

    /** The rules after an imagined notice: the measure that ends on 31 March 2026 goes on until 30 September. */
    static List<RuleSource> extended() {
        return edited("insurance-o", "2026-03-31", "2026-09-30", "2026-04-01", "2026-10-01");
    }

    /** The bundled files with replacements in those whose name contains {@code part}. */
    static List<RuleSource> edited(String part, String... fromTo) {
        return RuleBook.bundledFiles().stream()
                .map(file -> file.name().contains(part) ? edited(file, fromTo) : file)
                .toList();
    }

    private static RuleSource edited(RuleSource file, String... fromTo) {
        String text = file.text();
        for (int i = 0; i < fromTo.length; i += 2) {
            text = text.replace(fromTo[i], fromTo[i + 1]);
        }
        return new RuleSource(file.name(), text);
    }
}
