package madoguchi.app;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import madoguchi.core.Caller;
import madoguchi.core.Inquiry;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.hub.HubApi;
import madoguchi.json.CoreJson;

/** 負荷の問い – inquiries about random persons, written down beforehand and asked again and again; one in twenty asks for somebody who is not registered. */
final class LoadQuestions implements Supplier<LoadQuestion> {

    private static final int UNKNOWN_PERCENT = 5;
    private static final List<String> NOT_FOUND = List.of("\"outcome\":\"notFound\"");
    private static final int UNKNOWN = 1_000_000;

    /** Writing a question costs more than sending it: so many different ones are written before anything is measured. */
    private static final int PREPARED = 200_000;

    private final int persons;
    private final LocalDate day;
    private final Caller caller;
    private final LoadQuestion[] prepared = new LoadQuestion[PREPARED];
    private int next = -1;

    /**
     * Questions about serials from 0.
     *
     * @param persons how many are registered
     * @param day 資格確認日
     * @param facility code the client certificate carries
     */
    LoadQuestions(int persons, LocalDate day, MedicalInstitutionCode facility) {
        this.persons = persons;
        this.day = day;
        this.caller = new Caller(facility, "bench", "bench");
        Arrays.setAll(prepared, place -> made());
    }

    @Override
    public LoadQuestion get() {
        next = next + 1 < prepared.length ? next + 1 : 0;
        return prepared[next];
    }

    private LoadQuestion made() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return random.nextInt(100) < UNKNOWN_PERCENT
                ? of(new BenchPerson(BenchPerson.MOST + random.nextInt(UNKNOWN)), false)
                : of(new BenchPerson(random.nextInt(persons)), true);
    }

    private LoadQuestion of(BenchPerson person, boolean registered) {
        Inquiry inquiry = Inquiry.byNumber(person.id(), person.birth(), day, true, caller);
        byte[] request = LoadConnection.post(HubApi.PATH, CoreJson.mapper().writeValueAsBytes(inquiry));
        return registered
                ? new LoadQuestion(
                        request,
                        List.of(
                                "\"outcome\":\"active\"",
                                "\"number\":\"" + person.id().number() + '"',
                                "\"birth\":\"" + person.birth() + '"'),
                        true)
                : new LoadQuestion(request, NOT_FOUND, false);
    }
}
