package madoguchi.hub;

import java.security.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import madoguchi.core.Problem;
import madoguchi.hub.FactStore.Latest;
import madoguchi.hub.FactStore.NewFact;

/** 資格登録の行のまとまり. Everything that needs no database is done when a line is taken, so that one thread may read while another one stores. */
final class RegistrationChunk implements Chunk {

    private final Persons persons;
    private final boolean whole;
    private final Mac mac;
    private final UnderstoodLine.Writer writer;
    private final Naming naming = new Naming();
    private final List<UnderstoodLine> lines = new ArrayList<>();
    private Optional<PlainRegistration> plain = Optional.empty();

    /** Takes lines; {@code whole} when the file says what it does not contain, too. */
    RegistrationChunk(Key key, Persons persons, boolean whole) {
        this.persons = persons;
        this.whole = whole;
        this.mac = MyNumber.mac(key);
        this.writer = new UnderstoodLine.Writer(key);
    }

    @Override
    public List<Problem> add(Map<String, String> cells) {
        Optional<UnderstoodLine> understood = plainly(cells);
        if (understood.isPresent()) {
            lines.add(understood.get());
            return List.of();
        }
        return switch (Registration.parse(cells)) {
            case madoguchi.core.Parsed.Value<Registration>(var line) -> {
                lines.add(writer.of(line));
                yield List.of();
            }
            case madoguchi.core.Parsed.Faults<Registration>(var problems) -> problems;
        };
    }

    /** All lines of a chunk come from one file. */
    private Optional<UnderstoodLine> plainly(Map<String, String> cells) {
        if (!(cells instanceof Line line && line.cells() instanceof PlainLine text)) {
            return Optional.empty();
        }
        if (plain.isEmpty()) {
            plain = Optional.of(new PlainRegistration(line.places()));
        }
        return plain.get().read(text, mac);
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
        store.mayDraw();
        Persons.Found found =
                persons.draw(store, lines.stream().map(UnderstoodLine::person).toList());
        long[] ids = IntStream.range(0, lines.size()).mapToLong(found::id).toArray();
        Relinked.follow(store, ids, line -> !lines.get(line).withdrawn(), this::name);
        long[] known = IntStream.range(0, lines.size())
                .filter(line -> !found.isNew(line) || ids[line] != found.id(line))
                .mapToLong(line -> ids[line])
                .distinct()
                .toArray();
        Map<FactName, Latest> latest = known.length == 0 ? new HashMap<>(lines.size() * 2) : store.latest(known);
        List<NewFact> news = new ArrayList<>();
        List<Long> again = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            NewFact fact = fact(lines.get(i), ids[i]);
            Latest before = latest.get(fact.name());
            if (before == null || !before.says(fact)) {
                news.add(fact);
                latest.put(fact.name(), new Latest(0, fact.withdrawn(), fact.suppressed(), fact.packed()));
            } else if (before.id() != 0) {
                again.add(before.id());
            }
        }
        long first = store.factIds(news.size());
        store.hasDrawn();
        found.add(store);
        store.addFacts(first, batch, recordedAt, news);
        if (whole) {
            store.saidAgain(batch, again);
        }
        return news.size();
    }

    private FactName name(int line, long person) {
        return naming.of(lines.get(line).name(), person);
    }

    private NewFact fact(UnderstoodLine line, long person) {
        return new NewFact(
                naming.of(line.name(), person),
                person,
                line.insurer(),
                line.asked(),
                line.withdrawn(),
                line.suppressed(),
                line.packed());
    }
}
