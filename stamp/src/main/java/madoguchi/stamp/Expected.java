package madoguchi.stamp;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.InsuredId;
import madoguchi.core.Octets;

/**
 * 窓口の期待 – what the desk knows when it checks a code: what it asked to see, and who is in front of it as far as is known.
 *
 * @param kinds the screens that will do; empty where any will
 * @param people everybody the patient is known as: the answer, the number asked for, an earlier reception; empty for a patient nobody knows yet
 */
public record Expected(Set<ScreenKind> kinds, List<Patient> people) {

    /**
     * 窓口の知る患者 – one way in which the patient is known.
     *
     * @param birth 生年月日
     * @param reading 氏名カナ, where it is known
     * @param insured 記号・番号, where they are known
     */
    public record Patient(LocalDate birth, Optional<String> reading, Optional<InsuredId> insured) {
        /** Never prints the person. */
        @Override
        public String toString() {
            return "Patient[…]";
        }
    }

    /** Copies the collections. */
    public Expected {
        kinds = Set.copyOf(kinds);
        people = List.copyOf(people);
    }

    /** Whether a code's person and coverage are those of the patient; empty when they are another's. */
    Optional<Fit> fit(Stamp stamp) {
        boolean person = people.stream()
                .anyMatch(patient -> patient.reading()
                        .map(name -> Digests.person(stamp.salt(), patient.birth(), name))
                        .filter(stamp.person()::equals)
                        .isPresent());
        boolean coverage = people.stream()
                .anyMatch(patient -> patient.insured()
                        .map(number -> coverage(stamp.salt(), patient.birth(), number))
                        .filter(stamp.coverage()::equals)
                        .isPresent());
        if (coverage) {
            return Optional.of(Fit.SAME);
        }
        if (person) {
            return Optional.of(Fit.OTHER_COVERAGE);
        }
        boolean comparable = people.stream()
                .anyMatch(patient ->
                        patient.reading().isPresent() || patient.insured().isPresent());
        return comparable ? Optional.empty() : Optional.of(Fit.NOT_COMPARED);
    }

    private static Octets coverage(Octets salt, LocalDate birth, InsuredId insured) {
        return Digests.coverage(salt, birth, insured);
    }
}
