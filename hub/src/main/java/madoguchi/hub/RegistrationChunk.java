package madoguchi.hub;

import java.security.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import madoguchi.core.Problem;
import madoguchi.hub.FactStore.NewFact;

/** 資格登録の行のまとまり. */
final class RegistrationChunk implements Chunk {

    private final Key key;
    private final List<Registration> lines = new ArrayList<>();

    RegistrationChunk(Key key) {
        this.key = key;
    }

    @Override
    public List<Problem> add(Map<String, String> cells) {
        var parsed = Registration.parse(cells);
        if (parsed.problems().isEmpty()) {
            lines.add(parsed.orElseThrow());
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
        List<Long> persons = store.persons(
                lines.stream().map(line -> line.myNumber().digest(key)).toList());
        List<NewFact> said = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            said.add(fact(lines.get(i), persons.get(i)));
        }
        List<NewFact> facts = Relinked.follow(store, said);
        List<NewFact> news = Chunk.news(
                facts,
                store.latestContents("fact", facts.stream().map(NewFact::name).toList()),
                NewFact::name,
                NewFact::content);
        store.addFacts(batch, recordedAt, news);
        return news.size();
    }

    private static NewFact fact(Registration line, long person) {
        return NewFacts.of(person, line.withdrawn(), line.suppressed(), line.coverage());
    }
}
