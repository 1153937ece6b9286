package madoguchi.hub;

import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.BulkChange;
import madoguchi.core.BulkQuestion;
import madoguchi.core.Coverage;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.json.CoreJson;

/*
 * What changed since the last time is found from what was *told*, never from the registers: a digest of the answer is kept with it and compared with the digest of
 * the last answer that the same facility got to the same question in a bulk inquiry. So nothing about other facilities can show, and a person who is hidden (不開示)
 * looks like one whose coverage was withdrawn: told before, not found now, changed.
 */

/**
 * 伝えた内容 – an answer reduced to what can be compared.
 *
 * @param shown digest of the answer without limit information
 * @param limits digest of the limit information, where the patient consented
 */
record Told(Digest shown, Optional<Digest> limits) {

    static Told of(Answer answer, boolean limitConsent) {
        return new Told(
                Digest.of(CoreJson.mapper().writeValueAsString(withoutLimits(answer))),
                limitConsent
                        ? Optional.of(Digest.of(answer.coverages().stream()
                                .map(coverage -> CoreJson.mapper().writeValueAsString(coverage.limit()))
                                .toArray(String[]::new)))
                        : Optional.empty());
    }

    private static Answer withoutLimits(Answer answer) {
        return switch (answer) {
            case Answer.Active(var coverages) ->
                new Answer.Active(coverages.stream().map(Coverage::withoutLimit).toList());
            case Answer.ActiveUnregistered(var coverage) -> new Answer.ActiveUnregistered(coverage.withoutLimit());
            case Answer.Inactive(var former) -> new Answer.Inactive(former.map(Coverage::withoutLimit));
            case Answer.InactiveNewExists(var former) ->
                new Answer.InactiveNewExists(former.map(Coverage::withoutLimit));
            case Answer.NotFound(), Answer.Ambiguous(), Answer.NotAsked() -> answer;
            case Answer.Unreachable none -> none;
        };
    }

    /** What makes two questions of one facility the same: number, branch and birth, without differences of writing. */
    static Digest asked(MedicalInstitutionCode facility, BulkQuestion question) {
        return Digest.of(
                facility.digits(),
                question.insured().insurer().digits(),
                question.insured().symbolKey(),
                question.insured().numberKey(),
                question.insured().branch().orElse(""),
                question.birth().toString());
    }

    BulkChange since(Optional<Told> before) {
        if (before.isEmpty()) {
            return BulkChange.FIRST;
        }
        boolean same = before.get().shown.equals(shown)
                && (limits.isEmpty() || before.get().limits.isEmpty() || limits.equals(before.get().limits));
        return same ? BulkChange.SAME : BulkChange.CHANGED;
    }

    /** OQSCD014: only where both times there was consent can it be said that nothing changed. */
    boolean limitMayHaveChangedSince(Optional<Told> before) {
        return limits.isEmpty()
                || before.flatMap(Told::limits).filter(limits.get()::equals).isEmpty();
    }

    /** What a facility is told about somebody of whom nothing may be shown. */
    static Told nothing(boolean limitConsent) {
        return Told.of(new Answer.NotFound(), limitConsent);
    }
}
