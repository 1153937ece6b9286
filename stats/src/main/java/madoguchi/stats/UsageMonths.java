package madoguchi.stats;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.policy.RuleBook;

/** 集計済みの月 – folds of months of the ledger. A month that is over never changes, so its fold is kept in memory as long as there is room and the rules are the same; the running month is folded again after a while. */
final class UsageMonths {

    private static final int KEPT = 48;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Key(YearMonth month, Optional<MedicalInstitutionCode> only) {}

    private record Kept(UsageMonth month, Instant at, RuleBook by) {}

    private final Ledger ledger;
    private final UseFolder days;
    private final Supplier<RuleBook> rules;
    private final Path spill;
    private final Clock clock;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    UsageMonths(Ledger ledger, UseFolder days, Supplier<RuleBook> rules, Path spill, Clock clock) {
        this.ledger = ledger;
        this.days = days;
        this.rules = rules;
        this.spill = spill;
        this.clock = clock;
    }

    /** One month, of one facility or of all. One at a time: a fold of the nation is worth waiting for. */
    synchronized UsageMonth of(YearMonth month, Optional<MedicalInstitutionCode> only) {
        Key key = new Key(month, only);
        RuleBook book = rules.get();
        Kept known = kept.get(key);
        if (known != null && known.by() == book && holds(month, known.at())) {
            return known.month();
        }
        Instant at = clock.instant();
        UsageMonth folded = (only.isEmpty() ? ofFiles(month, book) : Optional.<UsageMonth>empty())
                .orElseGet(() -> UsageMonth.of(ledger, new Counting(book), month, only, spill));
        kept.put(key, new Kept(folded, at, book));
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return folded;
    }

    /* The log is the truth: where a file is broken, it is read instead. The command tells the fault. */
    private Optional<UsageMonth> ofFiles(YearMonth month, RuleBook book) {
        try {
            return days.fold(month, book, Runtime.getRuntime().availableProcessors(), spill);
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private boolean holds(YearMonth month, Instant at) {
        return at.isAfter(month.plusMonths(1).atDay(1).atStartOfDay(Use.TOKYO).toInstant())
                || at.plus(FRESH).isAfter(clock.instant());
    }
}
