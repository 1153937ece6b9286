package madoguchi.town;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import madoguchi.core.CardSerial;
import madoguchi.core.Inquiry;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Subject;

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

    /** カード – the certificate that the person's card carries today, as the card files tell; absent for whoever has none. */
    public Optional<CardSerial> card(Townsperson person) {
        Register register = Register.read(batches);
        Subject.ByNumber number = new Subject.ByNumber(person.id(), person.birth());
        Map<RegisteredCoverage.Name, RegisteredCoverage> latest = new HashMap<>();
        register.coverages().forEach(row -> latest.put(row.name(), row));
        Optional<String> holder = latest.values().stream()
                .filter(row -> !row.withdrawn() && row.matches(number))
                .map(RegisteredCoverage::person)
                .findFirst();
        return register.cards().reversed().stream()
                .filter(row -> !row.withdrawn() && holder.equals(Optional.of(row.person())))
                .map(RegisteredCard::card)
                .findFirst();
    }

    /** 住民 – the people whom the registration files know, in the order of {@link #people}, as registered last. */
    public List<Resident> residents() {
        Register register = Register.read(batches);
        return people.stream()
                .flatMap(person -> resident(person, register).stream())
                .toList();
    }

    private static Optional<Resident> resident(Townsperson person, Register register) {
        Subject.ByNumber number = new Subject.ByNumber(person.id(), person.birth());
        Optional<RegisteredCoverage> last = register.coverages().reversed().stream()
                .filter(row -> !row.withdrawn() && row.matches(number))
                .findFirst();
        return last.map(row -> new Resident(
                person,
                row.coverage().holder(),
                row.person(),
                register.enrolments().stream()
                        .anyMatch(enrolment ->
                                !enrolment.withdrawn() && enrolment.person().equals(row.person()))));
    }

    /**
     * 問い – inquiries of the clinic at every edge of every history: each id in full and without symbol and branch, with and without consents, on both sides of each first and last day, as known
     * now and around each registration. Put to two hubs, they must bring the same answers.
     */
    public List<Inquiry> questions() {
        Questions questions = new Questions(Register.read(batches), clinic.caller());
        return people.stream()
                .flatMap(person -> questions.about(person).stream())
                .toList();
    }
}
