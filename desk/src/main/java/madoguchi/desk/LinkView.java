package madoguchi.desk;

import java.util.List;
import java.util.Optional;

/**
 * 診察券としての利用 – what the reception page shows of the facility's own number of this patient.
 *
 * @param number 照会番号 that is linked now
 * @param candidates numbers of the facility's list with the same kana and birth: none, one, or several of which staff choose
 * @param wished whether the patient asked for it at the reader
 * @param possible whether there is an eligibility to link it to
 */
public record LinkView(Optional<String> number, List<String> candidates, boolean wished, boolean possible) {

    /** Copies the list. */
    public LinkView {
        candidates = List.copyOf(candidates);
    }

    static LinkView of(Visit visit, PatientNumberStore list) {
        List<String> candidates = visit.coverage()
                .flatMap(coverage -> coverage.holder()
                        .name()
                        .kana()
                        .map(kana -> list.find(
                                PatientNumbers.key(kana), coverage.holder().birth())))
                .orElse(List.of());
        boolean wished = visit.answers().flatMap(answers -> answers.link()).orElse(false);
        return new LinkView(
                visit.reference(), candidates, wished, visit.coverage().isPresent());
    }

    /** The number to begin with: the only candidate, else nothing. */
    public String suggested() {
        return candidates.size() == 1 ? candidates.getFirst() : "";
    }
}
