package madoguchi.subsidy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import madoguchi.core.Holder;
import madoguchi.core.PersonKey;
import madoguchi.core.SchemeMaster;
import madoguchi.json.CoreJson;

/*
 * Records come one after the other, are checked, and a portion at a time their My Numbers are swapped for person keys and they are written down. So neither memory nor
 * disk ever holds a whole file, and no My Number outlives its portion. Storing as facts comes later, from what was written down, and only when the text was an array
 * up to its end: half a file is refused as a whole, because nobody can tell what the other half said.
 */

/** 受信 – reads records from a sender, checks them, and writes them down. */
final class Intake {

    private static final int PORTION = 500;

    private final TaskStore tasks;
    private final ParticipationStore participation;
    private final SchemeMaster schemes;
    private final PersonKeys keys;
    private final RegisteredPeople registered;
    private final Clock clock;

    Intake(
            TaskStore tasks,
            ParticipationStore participation,
            SchemeMaster schemes,
            PersonKeys keys,
            RegisteredPeople registered,
            Clock clock) {
        this.tasks = tasks;
        this.participation = participation;
        this.schemes = schemes;
        this.keys = keys;
        this.registered = registered;
        this.clock = clock;
    }

    /** 書き方. */
    enum Form {
        /** JSON の配列. */
        JSON,
        /** CSV. */
        CSV
    }

    /**
     * 送り手.
     *
     * @param municipality for whom
     * @param origin by what way
     * @param by account or program
     * @param name file name, or empty
     */
    record Sender(MunicipalityCode municipality, TaskStore.Origin origin, String by, String name) {}

    /**
     * Reads everything; afterwards the task waits for confirmation, or is refused.
     *
     * @param at when it began to come
     * @param progress is told how many records came
     */
    long take(InputStream body, Form form, Sender sender, Instant at, LongConsumer progress) throws IOException {
        long task = tasks.begin(at, sender.municipality(), sender.origin(), sender.by(), sender.name());
        Reading reading = new Reading(task, new RecordCheck(types(sender.municipality()), day(at)), progress);
        boolean whole =
                switch (form) {
                    case JSON -> JsonRecords.read(body, reading);
                    case CSV -> CsvRecords.read(body, reading);
                };
        reading.flush();
        if (!whole || reading.count == 0) {
            RecordCode why = whole ? RecordCode.EMPTY : RecordCode.NOT_JSON;
            tasks.add(task, clock.instant(), new TaskStore.Event("REFUSED", sender.by(), reading.count, 0, why.name()));
        } else {
            tasks.add(
                    task,
                    clock.instant(),
                    new TaskStore.Event("CHECKED", sender.by(), reading.count, reading.good, ""));
        }
        return task;
    }

    private Map<String, IssuedType> types(MunicipalityCode municipality) {
        return participation.types(municipality, clock.instant()).values().stream()
                .flatMap(one -> schemes.named(one.scheme()).stream()
                        .map(scheme -> new IssuedType(one.type(), one.name(), one.certificate(), scheme)))
                .collect(Collectors.toMap(IssuedType::type, type -> type));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(SubsidyHub.JAPAN).toLocalDate();
    }

    /** One reading; for one thread. */
    private final class Reading implements Consumer<RawRecord> {

        private final long task;
        private final RecordCheck check;
        private final LongConsumer progress;
        private final List<CheckedRecord> portion = new ArrayList<>(PORTION);
        private long count;
        private long good;

        Reading(long task, RecordCheck check, LongConsumer progress) {
            this.task = task;
            this.check = check;
            this.progress = progress;
        }

        @Override
        public void accept(RawRecord raw) {
            portion.add(check.of(raw));
            if (portion.size() == PORTION) {
                flush();
            }
        }

        void flush() {
            List<String> numbers = portion.stream()
                    .flatMap(one -> one.myNumber().stream())
                    .distinct()
                    .toList();
            Map<String, PersonKey> persons = persons(numbers);
            Map<PersonKey, List<Holder>> holders = persons.isEmpty() ? Map.of() : registered.holders(persons.values());
            Set<TaskStore.Named> seen = tasks.known(task, persons.values());
            List<TaskStore.Received> received = new ArrayList<>(portion.size());
            for (CheckedRecord one : portion) {
                Optional<PersonKey> person = one.myNumber().map(persons::get);
                received.add(received(unlessRepeated(compared(one, person, holders), person, seen), person));
            }
            tasks.add(task, received);
            count += portion.size();
            good += received.stream().filter(one -> one.checked().isGood()).count();
            portion.clear();
            progress.accept(count);
        }

        private Map<String, PersonKey> persons(List<String> numbers) {
            List<PersonKey> found = numbers.isEmpty() ? List.of() : keys.of(numbers);
            Map<String, PersonKey> persons = new HashMap<>();
            for (int i = 0; i < numbers.size(); i++) {
                persons.put(numbers.get(i), found.get(i));
            }
            return persons;
        }

        private static CheckedRecord compared(
                CheckedRecord one, Optional<PersonKey> person, Map<PersonKey, List<Holder>> holders) {
            return person.flatMap(key -> one.five().flatMap(five -> five.against(holders.getOrDefault(key, List.of()))))
                    .map(one::with)
                    .orElse(one);
        }

        private static CheckedRecord unlessRepeated(
                CheckedRecord one, Optional<PersonKey> person, Set<TaskStore.Named> seen) {
            if (one.version().isEmpty()
                    || person.isEmpty()
                    || seen.add(new TaskStore.Named(
                            person.get(), one.version().get().key()))) {
                return one;
            }
            return one.with(RecordCode.REPEATED);
        }

        private TaskStore.Received received(CheckedRecord one, Optional<PersonKey> person) {
            Object kept = one.version().isPresent()
                    ? one.version().get().certificate()
                    : one.isKeepable() ? one.raw().keepable(RecordCheck.ITEMS) : Map.of();
            return new TaskStore.Received(one, person, CoreJson.mapper().writeValueAsString(kept));
        }
    }
}
