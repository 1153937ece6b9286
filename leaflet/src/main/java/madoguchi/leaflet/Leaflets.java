package madoguchi.leaflet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import madoguchi.core.Parsed;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;

/** 印刷所 – the kinds of print there are, made from the rules in force when they are asked for. Wire it as one bean. */
public final class Leaflets {

    private static final int KEPT = 12;
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final List<LeafletKind> kinds;
    private final Supplier<Policy> policy;
    private final Function<RuleBook, String> version;
    private final String place;
    private final Clock clock;
    private final Map<Made, byte[]> made = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Made, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    /** What a PDF was made from. */
    private record Made(String kind, Issue issue) {}

    /**
     * A printing house.
     *
     * @param kinds in the order of the page: {@link LeafletKinds#standard}, and whatever else
     * @param policy the rules in force; asked anew for each print
     * @param version names a book of rules in a few characters
     * @param place the facility's name, for the foot
     * @param clock the time; business days are days in Tokyo
     */
    public Leaflets(
            List<LeafletKind> kinds,
            Supplier<Policy> policy,
            Function<RuleBook, String> version,
            String place,
            Clock clock) {
        this.kinds = List.copyOf(kinds);
        this.policy = policy;
        this.version = version;
        this.place = place;
        this.clock = clock;
    }

    /** 種類 – all of them. */
    public List<LeafletKind> kinds() {
        return kinds;
    }

    /** 種類 – the one of this name; empty when there is none. */
    public Optional<LeafletKind> kind(String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** 印刷 – the PDF of what was ordered; every fault of the order at once. */
    public Parsed<byte[]> pdf(LeafletKind kind, Map<String, String> typed) {
        return issue(kind, typed).map(issue -> pdf(kind, issue));
    }

    Parsed<Issue> issue(LeafletKind kind, Map<String, String> typed) {
        return new LeafletOrder(kind, typed).issue(policy.get().book(), today(), place);
    }

    /* Whoever looks at a preview takes the PDF next: the latest are remembered. The same order gives the same bytes, so nothing can be stale. */
    byte[] pdf(LeafletKind kind, Issue issue) {
        Made key = new Made(kind.name(), issue);
        synchronized (made) {
            byte[] before = made.get(key);
            if (before != null) {
                return before;
            }
        }
        byte[] pdf = set(kind, issue);
        synchronized (made) {
            made.put(key, pdf);
        }
        return pdf;
    }

    private byte[] set(LeafletKind kind, Issue issue) {
        return new LeafletPaper(version.apply(issue.rules())).pdf(kind, issue);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TOKYO);
    }
}
