package madoguchi.town;

import java.util.List;
import java.util.NoSuchElementException;
import madoguchi.core.MedicalInstitutionCode;

/**
 * 見本の町 – the people, the registration files their insurers sent, and the clinic they go to.
 *
 * @param people in the order of {@code people.yaml}
 * @param batches in the order of their 登録日時
 * @param clinic the facility whose desk they visit
 */
public record Town(List<Townsperson> people, List<Batch> batches, Clinic clinic) {

    private static final Clinic CLINIC = new Clinic(new MedicalInstitutionCode("1319999913"), "みなと架空診療所");

    /** Copies the lists. */
    public Town {
        people = List.copyOf(people);
        batches = List.copyOf(batches);
    }

    /** The town as it is kept in this module's resources. */
    public static Town load() {
        return new Town(PeopleFile.read(Resources.text("people.yaml")), Resources.batches(), CLINIC);
    }

    /** The person with this key. Throws {@link NoSuchElementException} when nobody has it. */
    public Townsperson person(String key) {
        return people.stream()
                .filter(person -> person.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("nobody in the town is called " + key));
    }
}
