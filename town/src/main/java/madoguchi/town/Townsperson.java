package madoguchi.town;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import madoguchi.core.Caller;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.PersonName;
import madoguchi.core.Text;

/**
 * 町の人 – one invented person, as the clinic knows them, with a story.
 *
 * @param key names the person in tests, such as {@code mihon-hanako}
 * @param story one line on what happened to them
 * @param chart カルテの氏名; may differ from the registered name. Kana in full width
 * @param birth 生年月日
 * @param referenceNumber 照会番号 – the patient's number at the clinic; absent for a first visit
 * @param ids what a clerk may type, by its use; the first is what the person would bring today
 * @param troubles categories of the survey that this person stands for
 * @param subsidies 受給者証
 * @param expectations what the hub must answer
 */
public record Townsperson(
        String key,
        Text story,
        PersonName chart,
        LocalDate birth,
        Optional<String> referenceNumber,
        SequencedMap<String, InsuredId> ids,
        Set<Trouble> troubles,
        List<HeldSubsidy> subsidies,
        List<Expectation> expectations) {

    /** Copies the collections; refuses a person without an id. */
    public Townsperson {
        ids = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(ids));
        troubles = Set.copyOf(troubles);
        subsidies = List.copyOf(subsidies);
        expectations = List.copyOf(expectations);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException(key + " has nothing a clerk could type");
        }
    }

    /** What the person would bring today. */
    public InsuredId id() {
        return ids.firstEntry().getValue();
    }

    /** The id of that use. Throws {@link NoSuchElementException} when the person has none. */
    public InsuredId id(String ask) {
        return Optional.ofNullable(ids.get(ask))
                .orElseThrow(() -> new NoSuchElementException(key + " has no id named " + ask));
    }

    /** 番号による照会 – the inquiry by today's id for a day, with consent to the limit class. */
    public Inquiry inquiry(LocalDate day, Caller caller) {
        return Inquiry.byNumber(id(), birth, day, true, caller);
    }

    /** The inquiry an expectation speaks of, with consent to the limit class. */
    public Inquiry inquiry(Expectation expected, Caller caller) {
        Inquiry now = Inquiry.byNumber(id(expected.ask()), birth, expected.day(), true, caller);
        return expected.knownAt().map(now::asKnownAt).orElse(now);
    }

    /** The key: never prints the person, though invented. */
    @Override
    public String toString() {
        return key;
    }
}
