package madoguchi.hub;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** 世帯の点検 – dependants whose coverage goes on though the insured person of the same symbol and number has left. */
final class Households {

    private Households() {}

    /** Looks at the marks of one insurer, symbol and number. */
    static void of(List<QualityMark> marks, QualityQuestion question, Consumer<QualityFinding> findings) {
        if (marks.stream().anyMatch(mark -> mark.extra() == MarkKey.INSURED)) {
            return;
        }
        Optional<QualityMark> left = marks.stream()
                .filter(mark -> mark.extra() == MarkKey.INSURED_ENDED)
                .max(Comparator.comparingInt(QualityMark::end));
        left.ifPresent(insured -> marks.stream()
                .filter(mark -> mark.extra() == MarkKey.DEPENDENT)
                .forEach(dependent -> findings.accept(finding(insured, dependent, question))));
    }

    private static QualityFinding finding(QualityMark insured, QualityMark dependent, QualityQuestion question) {
        return new QualityFinding(
                QualityKind.DEPENDENT_LEFT_BEHIND,
                QualityKind.DEPENDENT_LEFT_BEHIND.gravity(),
                dependent.insurer(),
                Optional.empty(),
                List.of(dependent.person(), insured.person()),
                List.of(insured.fact(), dependent.fact()),
                Optional.of(insured.endDay()),
                OptionalInt.of((int) (question.day().toEpochDay() - insured.end())),
                Optional.empty(),
                insured.hidden() || dependent.hidden());
    }
}
