package madoguchi.reader;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import madoguchi.core.Answer;
import madoguchi.core.Reply;
import madoguchi.core.Text;

/** エラーコード表 – what each code means, to whom ({@code faults.properties}). Official codes stand in it only where a source was found; ours begin with {@code X-}. */
public final class Faults {

    /**
     * エラーコード.
     *
     * @param code {@code 001}, {@code X-PIN0} …
     * @param source where its meaning is from
     * @param certain whether that source is sure
     * @param cause what it means for the desk
     * @param patient what the patient reads, by language
     * @param staff what staff do
     * @param engineer what an engineer looks at, English
     */
    public record Fault(
            FaultCode code,
            String source,
            boolean certain,
            Answer.Cause cause,
            Map<View.Speech, String> patient,
            Text staff,
            String engineer) {
        /** Copies the map. */
        public Fault {
            patient = Map.copyOf(patient);
        }
    }

    private final Map<String, Fault> faults;

    private Faults(Map<String, Fault> faults) {
        this.faults = faults;
    }

    /** The table of this release. Throws {@link IllegalStateException} when a row lacks a field. */
    public static Faults load() {
        PropertiesFile file = PropertiesFile.load("faults.properties");
        Set<String> codes = new TreeSet<>();
        file.keys().forEach(key -> codes.add(key.substring(0, key.indexOf('.'))));
        Map<String, Fault> faults = new TreeMap<>();
        codes.forEach(code -> faults.put(code, row(file, code)));
        return new Faults(faults);
    }

    private static Fault row(PropertiesFile file, String code) {
        Map<View.Speech, String> patient = new EnumMap<>(View.Speech.class);
        for (View.Speech speech : View.Speech.values()) {
            patient.put(speech, file.value(code + "." + speech.tag()));
        }
        return new Fault(
                new FaultCode(code),
                file.value(code + ".source"),
                file.isTrue(code + ".certain"),
                Answer.Cause.valueOf(file.value(code + ".cause")),
                patient,
                new Text(file.value(code + ".staff.ja"), file.value(code + ".staff.en")),
                file.value(code + ".engineer"));
    }

    /** Every row, by code. */
    public List<Fault> all() {
        return List.copyOf(faults.values());
    }

    /** The row of a code; throws {@link IllegalStateException} when the table lacks it. */
    public Fault of(FaultCode code) {
        Fault fault = faults.get(code.code());
        if (fault == null) {
            throw new IllegalStateException("faults.properties has no " + code.code());
        }
        return fault;
    }

    /** What the patient reads. */
    public String patient(FaultCode code, View.Speech speech) {
        return Optional.ofNullable(of(code).patient().get(speech)).orElseThrow();
    }

    /** The reply that brings the code to the desk: nobody answered, and here is why. */
    Reply reply(FaultCode code, Clock clock) {
        Fault fault = of(code);
        return Reply.of(
                new Answer.Unreachable(fault.cause(), Optional.of(code.code()), fault.staff()), clock.instant());
    }
}
