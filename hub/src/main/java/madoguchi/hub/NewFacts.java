package madoguchi.hub;

import madoguchi.core.Coverage;
import madoguchi.hub.FactStore.NewFact;

/** 事実の下書き – gives what is said about a coverage its name and its stored form, as an insurer's line has them. */
final class NewFacts {

    private NewFacts() {}

    static NewFact of(long person, boolean withdrawn, boolean suppressed, Coverage coverage) {
        return new NewFact(
                name(person, coverage),
                person,
                coverage.id().insurer().digits(),
                Asked.hash(coverage.id()),
                withdrawn,
                suppressed,
                new StoredCoverage.Writer().write(coverage));
    }

    /** What names a coverage of a person. */
    static FactName name(long person, Coverage coverage) {
        Naming naming = new Naming();
        return naming.of(naming.parts(coverage), person);
    }
}
