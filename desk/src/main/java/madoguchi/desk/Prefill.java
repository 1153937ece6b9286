package madoguchi.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Coverage;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.PersonName;
import madoguchi.core.Sex;

/**
 * 申立書の下書き – what the desk knows of the patient already, for a form that is to be filled in.
 *
 * @param name 氏名; absent where a character was lost (●), which the card in the patient's hand shows
 * @param kana フリガナ, where it is registered
 * @param birth 生年月日
 * @param sex 性別
 * @param address 住所 as given to the insurer
 * @param insurerName 保険者等名称
 * @param insured the number known, perhaps of a former coverage
 */
public record Prefill(
        Optional<String> name,
        Optional<String> kana,
        Optional<LocalDate> birth,
        Optional<Sex> sex,
        Optional<String> address,
        Optional<String> insurerName,
        Optional<InsuredId> insured) {

    /** From the answer, else from the last reception of the person, else from what was asked. */
    static Prefill of(Visit visit, List<Visit> before) {
        return visit.coverage()
                .or(() -> before.stream()
                        .flatMap(earlier -> earlier.coverage().stream())
                        .findFirst())
                .map(Prefill::of)
                .orElseGet(() -> asked(visit.question()));
    }

    private static Prefill of(Coverage coverage) {
        Holder holder = coverage.holder();
        return new Prefill(
                Optional.of(holder.name())
                        .filter(name -> !name.hasBlackCircle())
                        .map(PersonName::written),
                Optional.of(holder.name())
                        .filter(name -> name.kana().isPresent())
                        .map(PersonName::reading),
                Optional.of(holder.birth()),
                Optional.of(holder.shownSex()),
                holder.address(),
                Optional.of(coverage.insurerName()),
                Optional.of(coverage.id()));
    }

    private static Prefill asked(Optional<Question> question) {
        return new Prefill(
                Optional.empty(),
                Optional.empty(),
                question.map(Question::birth),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                question.map(Question::insured));
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "Prefill[…]";
    }
}
