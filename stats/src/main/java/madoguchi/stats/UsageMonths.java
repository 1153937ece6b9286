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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 集計済みの月 – folds of months of the ledger. A month that is over never changes, so its fold is kept in memory as long as there is room and the rules are the same; the running month is folded again after a while. */
final class UsageMonths {

    private static final Logger LOG = LoggerFactory.getLogger(UsageMonths.class);
    private static final int KEPT = 48;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Key(YearMonth month, Optional<MedicalInstitutionCode> only) {}

    private record Kept(UsageMonth month, Origin origin, Instant at, RuleBook by) {}

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

    /** One month, of one facility or of all. */
    UsageMonth of(YearMonth month, Optional<MedicalInstitutionCode> only) {
        return kept(month, only).month();
    }

    /** What the figures of a month of everybody were folded from. */
    Origin origin(YearMonth month) {
        return kept(month, Optional.empty()).origin();
    }

    /* One at a time: a fold of the nation is worth waiting for. */
    private synchronized Kept kept(YearMonth month, Optional<MedicalInstitutionCode> only) {
        Key key = new Key(month, only);
        RuleBook book = rules.get();
        Kept known = kept.get(key);
        if (known != null && known.by() == book && holds(month, known.at())) {
            return known;
        }
        Kept folded = only.isEmpty() ? ofAll(month, book) : ofLedger(month, only, book, Origin.LEDGER);
        kept.put(key, folded);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return folded;
    }

    /* The log is the truth: where a file is broken, it is read instead, and that is told. */
    private Kept ofAll(YearMonth month, RuleBook book) {
        Instant at = clock.instant();
        try {
            return days.fold(month, book, Runtime.getRuntime().availableProcessors(), spill)
                    .map(folded -> new Kept(folded, Origin.FILES, at, book))
                    .orElseGet(() -> ofLedger(month, Optional.empty(), book, Origin.LEDGER));
        } catch (IOException broken) {
            LOG.warn("day files of {} are not used, the log is read instead: {}", month, broken.getMessage());
            return ofLedger(month, Optional.empty(), book, Origin.LEDGER_FOR_BROKEN_FILES);
        }
    }

    private Kept ofLedger(YearMonth month, Optional<MedicalInstitutionCode> only, RuleBook book, Origin origin) {
        Instant at = clock.instant();
        return new Kept(UsageMonth.of(ledger, new Counting(book), month, only, spill), origin, at, book);
    }

    private boolean holds(YearMonth month, Instant at) {
        return at.isAfter(month.plusMonths(1).atDay(1).atStartOfDay(Use.TOKYO).toInstant())
                || at.plus(FRESH).isAfter(clock.instant());
    }
}
