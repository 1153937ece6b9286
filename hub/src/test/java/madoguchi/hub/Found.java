package madoguchi.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import madoguchi.core.InsurerNumber;

/** 所見の一覧 – what the report finds in facts that lie in memory. */
record Found(List<QualityFinding> findings, QualityTally tally) {

    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final Instant KNOWN = Instant.parse("2026-11-20T15:00:00Z");

    static Found in(Fact... facts) {
        return in(Arrays.asList(facts), KNOWN);
    }

    static Found in(List<Fact> facts, Instant knownAt) {
        try {
            List<QualityFinding> findings = new ArrayList<>();
            QualityTally tally = new QualityRun(
                            new QualityQuestion(DAY, knownAt, QualityTerms.standard()),
                            Files.createTempDirectory("quality"),
                            2)
                    .over(new InMemory(facts), findings::add, persons -> {});
            findings.sort(Comparator.comparing(QualityFinding::kind)
                    .thenComparingLong(finding -> finding.facts().getFirst()));
            return new Found(findings, tally);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<QualityKind> kinds() {
        return findings.stream().map(QualityFinding::kind).toList();
    }

    QualityFinding only(QualityKind kind) {
        List<QualityFinding> of =
                findings.stream().filter(finding -> finding.kind() == kind).toList();
        if (of.size() != 1) {
            throw new AssertionError(of.size() + " of " + kind + " among " + kinds());
        }
        return of.getFirst();
    }

    DelaySpread delays(String insurer, QualityKind kind) {
        return DelaySpread.of(
                tally.delays().lines().stream()
                        .filter(line ->
                                line.insurer().equals(new InsurerNumber(insurer).digits()) && line.kind() == kind)
                        .toList(),
                QualityTerms.standard().lateDays());
    }

    private record InMemory(TreeMap<Long, List<Fact>> persons) implements PersonFacts {
        InMemory(List<Fact> facts) {
            this(new TreeMap<>());
            facts.stream()
                    .sorted(Comparator.comparingLong(Fact::id))
                    .forEach(fact -> persons.computeIfAbsent(fact.person(), any -> new ArrayList<>())
                            .add(fact));
        }

        @Override
        public long lastPerson() {
            return persons.isEmpty() ? 0 : persons.lastKey();
        }

        @Override
        public void eachPerson(long from, long until, Consumer<List<Fact>> reader) {
            persons.subMap(from, until).values().forEach(reader);
        }
    }
}
