package madoguchi.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import madoguchi.policy.RuleBook;
import madoguchi.policy.RuleSource;

/** The rules of this release; the tables that the desk asks beside the insurance stand in for those it does not hold. */
final class Rules {

    static final RuleBook BOOK = book();

    private Rules() {}

    private static RuleBook book() {
        RuleBook bundled = RuleBook.bundled();
        List<RuleSource> files = new ArrayList<>(RuleBook.bundledFiles());
        for (String table : List.of("leaving", "evidence-check")) {
            if (!bundled.has(table)) {
                files.add(new RuleSource(table + ".yaml", text("/rules-beside/" + table + ".yaml")));
            }
        }
        return RuleBook.read(files).orElseThrow();
    }

    /** The rules of the insurance and nothing beside them. */
    static RuleBook insuranceAlone() {
        return RuleBook.read(RuleBook.bundledFiles().stream()
                        .filter(file ->
                                file.name().contains("documents") || file.name().contains("insurance"))
                        .toList())
                .orElseThrow();
    }

    private static String text(String name) {
        try (InputStream in = Rules.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
