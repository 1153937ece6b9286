package madoguchi.hub;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 紐付けの索引の追い手 – keeps the index of links abreast of the log of the other registers. One thread at a time. */
final class LinkFollower {

    private static final Logger LOG = LoggerFactory.getLogger(LinkFollower.class);
    private static final int PAGE = 10_000;

    private final RegisterStore log;
    private LinkIndex index = new LinkIndex();
    private Optional<RegisterFact> last = Optional.empty();

    LinkFollower(DataSource database) {
        log = new RegisterStore(database);
    }

    /** The index as far as it was read. Another one when the database turned out to be another. */
    LinkIndex index() {
        return index;
    }

    /** Takes one page; whether it was the last one. */
    boolean page() {
        List<RegisterFact> facts = log.from(last.map(RegisterFact::id).orElse(0L), PAGE);
        boolean end = facts.size() < PAGE;
        if (last.isPresent()) {
            if (facts.isEmpty() || !facts.getFirst().equals(last.get())) {
                LOG.warn("the database is not the one the links were read from; they are read anew");
                index = new LinkIndex();
                last = Optional.empty();
                return false;
            }
            facts = facts.subList(1, facts.size());
        }
        if (!facts.isEmpty()) {
            index.take(facts, log);
            last = Optional.of(facts.getLast());
        }
        return end;
    }
}
