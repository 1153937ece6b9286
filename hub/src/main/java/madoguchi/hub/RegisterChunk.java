package madoguchi.hub;

import java.security.Key;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.hub.ImportReport.LineFault;

/** 台帳ファイルの行のまとまり – of one file for the other registers. */
final class RegisterChunk implements Chunk {

    private record Placed(long number, RegisterLine line) {}

    private final RegisterStore registers;
    private final Key key;
    private final Function<Map<String, String>, Parsed<RegisterLine>> parser;
    private final List<Placed> lines = new ArrayList<>();
    private final List<LineFault> refused = new ArrayList<>();
    private long at;

    RegisterChunk(RegisterStore registers, Key key, Function<Map<String, String>, Parsed<RegisterLine>> parser) {
        this.registers = registers;
        this.key = key;
        this.parser = parser;
    }

    @Override
    public void at(long line) {
        at = line;
    }

    @Override
    public List<Problem> add(Map<String, String> cells) {
        var parsed = parser.apply(cells);
        if (parsed.problems().isEmpty()) {
            lines.add(new Placed(at, parsed.orElseThrow()));
        }
        return parsed.problems();
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public void clear() {
        lines.clear();
    }

    @Override
    public int store(FactStore store, long batch, Instant recordedAt) {
        registers.lock();
        refused.clear();
        Mac mac = MyNumber.mac(key);
        Persons.Found persons = Persons.asked()
                .of(
                        store,
                        lines.stream()
                                .map(line -> line.line().myNumber().digest(mac))
                                .toList());
        List<NewRegisterFact> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            RegisterLine line = lines.get(i).line();
            entries.add(new NewRegisterFact(persons.id(i), line.valid(), line.withdrawn(), line.said()));
        }
        Entering entering = new Entering(registers.named(entries.stream()
                .flatMap(entry -> Entering.names(entry).stream())
                .toList()));
        int taken = 0;
        for (int i = 0; i < entries.size(); i++) {
            int before = entering.news().size();
            List<Problem> problems = against(store, lines.get(i).line(), persons.id(i), recordedAt);
            problems = problems.isEmpty() ? entering.take(entries.get(i)) : problems;
            taken += entering.news().size() > before ? 1 : 0;
            if (!problems.isEmpty()) {
                refused.add(new LineFault(lines.get(i).number(), problems));
            }
        }
        registers.add(recordedAt, RegisterStore.Origin.file(batch), entering.news());
        return taken;
    }

    /** Lines about a coverage must be about one that is registered; nothing can be issued or come back tomorrow. */
    private static List<Problem> against(FactStore store, RegisterLine line, long person, Instant recordedAt) {
        LocalDate today = RegisterFold.day(recordedAt);
        return switch (line) {
            case CollectionLine collection -> collection.against(store.ofPerson(person), today);
            case IssueLine issue -> issue.against(today);
            case CardLine _, EnrolmentLine _, SuppressionLine _ -> List.of();
        };
    }

    @Override
    public List<LineFault> refused() {
        return List.copyOf(refused);
    }
}
