package madoguchi.hub;

import madoguchi.core.Coverage;
import madoguchi.core.Period;
import madoguchi.hub.FactStore.NewFact;
import madoguchi.json.CoreJson;

/** 事実の下書き – gives what is said about a coverage its name and the digest of its content, the same for an insurer's line and for a link that was mended. */
final class NewFacts {

    private NewFacts() {}

    static NewFact of(long person, boolean withdrawn, boolean suppressed, Coverage coverage) {
        return new NewFact(
                name(person, coverage),
                Digest.of(
                        CoreJson.mapper().writeValueAsString(coverage),
                        Boolean.toString(withdrawn),
                        Boolean.toString(suppressed)),
                person,
                withdrawn,
                suppressed,
                coverage);
    }

    /** What names a coverage: insurer, symbol, number, branch, person, first day. */
    static Digest name(long person, Coverage coverage) {
        return Digest.of(
                coverage.id().insurer().digits(),
                coverage.id().symbolKey(),
                coverage.id().numberKey(),
                coverage.id().branch().orElse(""),
                Long.toString(person),
                coverage.qualified().map(Period::from).map(Object::toString).orElse(""));
    }
}
