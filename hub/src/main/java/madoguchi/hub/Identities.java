package madoguchi.hub;

import java.util.ArrayList;
import java.util.List;

/** 本人像 – compares the people that the coverages of one person describe: a wrong link (誤紐付け) shows as two people. */
final class Identities {

    /** So many different people are compared with each other; a record with more is told often enough by these. */
    private static final int MOST = 8;

    private Identities() {}

    static void of(List<Fact> coverages, boolean hidden, QualitySink sink) {
        List<Fact> different = new ArrayList<>();
        for (Fact fact : coverages) {
            if (different.size() < MOST && different.stream().noneMatch(known -> isSame(known, fact))) {
                different.forEach(known -> compare(known, fact, hidden, sink));
                different.add(fact);
            }
        }
    }

    /** Exactly the same words: the usual case, found quickly. */
    private static boolean isSame(Fact one, Fact other) {
        var a = one.coverage().holder();
        var b = other.coverage().holder();
        return a.birth().equals(b.birth()) && a.sex() == b.sex() && a.name().equals(b.name());
    }

    private static void compare(Fact earlier, Fact later, boolean hidden, QualitySink sink) {
        Concordance agreeing =
                Concordance.of(earlier.coverage().holder(), later.coverage().holder());
        if (!agreeing.allowsOnePerson()) {
            sink.finding(QualityFinding.between(QualityKind.MIXED_PERSON, later, earlier, later, hidden)
                    .weighing(agreeing.against() > 1 ? Gravity.SERIOUS : Gravity.ATTENTION)
                    .with(agreeing));
        }
    }
}
