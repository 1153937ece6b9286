package madoguchi.hub;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import madoguchi.hub.Concordance.Agreement;

/**
 * 似た二人 – among marks of one reading, birth and sex, two persons who are probably one: the same address, too, or a coverage of one that begins where one of the other's ended.
 * Namesakes born on one day are common in a nation; those two signs are not.
 */
final class LookAlikes {

    /** A key with more marks is a common name in a damaged file: comparing all would take for ever. */
    private static final int MOST = 200;

    private LookAlikes() {}

    /** Compares the marks of one key, sorted by person. */
    static void of(List<QualityMark> marks, QualityTerms terms, Consumer<QualityFinding> findings) {
        for (int i = 0; i < Math.min(marks.size(), MOST); i++) {
            for (int j = nextPerson(marks, i); j < Math.min(marks.size(), MOST); j = nextPerson(marks, j)) {
                pair(person(marks, i), person(marks, j), terms).ifPresent(findings);
            }
            i = nextPerson(marks, i) - 1;
        }
    }

    private static int nextPerson(List<QualityMark> marks, int at) {
        int next = at + 1;
        while (next < marks.size() && marks.get(next).person() == marks.get(at).person()) {
            next++;
        }
        return next;
    }

    private static List<QualityMark> person(List<QualityMark> marks, int at) {
        return marks.subList(at, nextPerson(marks, at));
    }

    private static Optional<QualityFinding> pair(List<QualityMark> one, List<QualityMark> other, QualityTerms terms) {
        Optional<QualityFinding> handedOver = Optional.empty();
        for (QualityMark a : one) {
            for (QualityMark b : other) {
                if (a.extra() != 0 && a.extra() == b.extra()) {
                    return Optional.of(finding(a, b, Gravity.SERIOUS, Agreement.SAME));
                }
                if (handedOver.isEmpty() && (follows(a, b, terms) || follows(b, a, terms))) {
                    Agreement address = a.extra() == 0 || b.extra() == 0 ? Agreement.UNKNOWN : Agreement.DIFFERS;
                    handedOver = Optional.of(finding(a, b, Gravity.ATTENTION, address));
                }
            }
        }
        return handedOver;
    }

    private static boolean follows(QualityMark former, QualityMark later, QualityTerms terms) {
        long days = (long) later.from() - former.end();
        return !former.isOpen() && days >= 0 && days <= terms.handOverDays();
    }

    private static QualityFinding finding(QualityMark a, QualityMark b, Gravity gravity, Agreement address) {
        boolean inOrder = a.from() <= b.from();
        QualityMark earlier = inOrder ? a : b;
        QualityMark later = inOrder ? b : a;
        return new QualityFinding(
                QualityKind.LOOK_ALIKE,
                gravity,
                later.insurer(),
                Optional.of(earlier.insurer()),
                List.of(earlier.person(), later.person()),
                List.of(earlier.fact(), later.fact()),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.of(new Concordance(Agreement.SAME, Agreement.SAME, Agreement.SAME, address)),
                a.hidden() || b.hidden());
    }
}
