package madoguchi.desk;

import java.util.List;
import madoguchi.policy.RuleBook;

/** The rules of this release, read once. */
final class Rules {

    static final RuleBook BOOK = RuleBook.bundled();

    private static final List<String> BESIDE = List.of("leaving.yaml", "evidence-check.yaml", "catalogue.yaml");

    private Rules() {}

    /** The same without the tables of reasons and of checks. */
    static RuleBook withoutTablesBeside() {
        return RuleBook.read(RuleBook.bundledFiles().stream()
                        .filter(file -> BESIDE.stream().noneMatch(file.name()::endsWith))
                        .toList())
                .orElseThrow();
    }
}
