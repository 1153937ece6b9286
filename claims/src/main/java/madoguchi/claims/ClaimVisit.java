package madoguchi.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.InsuredId;
import madoguchi.core.Subject;
import madoguchi.policy.Known;
import madoguchi.policy.Means;
import madoguchi.policy.Shown;

/**
 * 請求から見た受付 – what the desk knows of one reception, as far as the claim needs it.
 *
 * @param id of the reception, opaque
 * @param day 資格確認日
 * @param answer the last answer a peer gave
 * @param asked by which number it was asked; absent for a card
 * @param means how it was verified; absent while it is not settled
 * @param known which coverage is known by now
 * @param shown what was on the counter
 * @param first 初診
 * @param proof 確認証 of the check
 * @param contacted the days on which the patient was asked afterwards, oldest first
 * @param numberTold whether the patient told the number then
 * @param subsidySeen whether a recipient certificate or medical ticket was seen
 * @param subsidies 公費 the desk knows of, in the order of application
 */
public record ClaimVisit(
        String id,
        LocalDate day,
        Answer answer,
        Optional<Subject.ByNumber> asked,
        Optional<Means> means,
        Known known,
        Shown shown,
        boolean first,
        Optional<String> proof,
        List<LocalDate> contacted,
        boolean numberTold,
        boolean subsidySeen,
        List<ClaimSubsidy> subsidies) {

    /** Copies the lists. */
    public ClaimVisit {
        contacted = List.copyOf(contacted);
        subsidies = List.copyOf(subsidies);
    }

    /** The same reception with these subsidies. */
    public ClaimVisit with(List<ClaimSubsidy> of) {
        return new ClaimVisit(
                id, day, answer, asked, means, known, shown, first, proof, contacted, numberTold, subsidySeen, of);
    }

    /** オンラインで有効 – the coverages a peer said are in force on the day. */
    List<Coverage> active() {
        return answer instanceof Answer.Active(var coverages) ? coverages : List.of();
    }

    /** Every number the reception is known by. */
    Stream<Subject.ByNumber> numbers() {
        return Stream.concat(
                asked.stream(),
                answer.coverages().stream()
                        .map(coverage -> new Subject.ByNumber(
                                coverage.id(), coverage.holder().birth())));
    }

    /** Whether one of its numbers is this one, by the same birth date. */
    boolean isAbout(InsuredId insured, LocalDate birth) {
        return numbers().anyMatch(number -> number.birth().equals(birth) && Numbers.same(number.insured(), insured));
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "ClaimVisit[" + id + "]";
    }
}
