package madoguchi.hub;

import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import madoguchi.core.CardSerial;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.Subject.ByCard;
import madoguchi.core.Subject.ByNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/*
 * One thread reads the log of facts page by page (while it takes one, another thread reads the next), from the saved index's last fact or from the beginning, and then asks five times a second for what is new. An
 * import of this process does not wait for that: it has the index follow after each commit, so what was acknowledged is in the next answer. An import of
 * another process is seen at the next asking.
 *
 * The other registers have a log of their own, which is read before the facts each time. References to persons go from there to the facts, so it does no harm that
 * the two are not read in one moment.
 *
 * The index serves only while it is known to stand at the end of the log. When a page was full, when the log cannot be read, when nothing was heard for some
 * seconds, or when the log turns out to be another database's, it serves nobody, and inquiries go to the database, which gives the same answers. Saving it happens
 * beside all that (IndexSaving) and holds up neither.
 */

/** 台帳の索引 – the latest facts in memory, kept abreast of the log of facts. */
public final class RegisterIndex implements AutoCloseable {

    /** An index of at most so many facts is not saved: they are read from the database as fast. */
    public static final int WORTH_SAVING = 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(RegisterIndex.class);
    private static final int PAGE = 4_000;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(10);
    private static final Digest NOTHING = Digest.of();

    private final FactLogStore log;
    private final LinkFollower links;
    private final Registry registry;
    private final Optional<IndexSaving> saving;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * 回答中.
     *
     * @param index answers inquiries
     * @param links cards and what else the other registers say
     * @param entries it had when it began to; tells one time of serving from the next
     */
    private record Serving(FactIndex index, LinkIndex links, long entries) {

        /** Absent where memory cannot tell. */
        Optional<Material> material(Inquiry inquiry, Registry ask) {
            Material.References references =
                    person -> links.reference(inquiry.caller().facility(), person, ask);
            return switch (inquiry.subject()) {
                case ByNumber(var insured, var birth) ->
                    Optional.of(Material.of(index.about(insured, birth, links::isSuppressed), references));
                case ByCard(var card) -> {
                    OptionalLong holder = links.holder(card);
                    yield holder.isPresent() && holder.getAsLong() == Fingerprints.ASK
                            ? Optional.empty()
                            : Optional.of(Material.of(shown(holder, card), references));
                }
            };
        }

        private List<Fact> shown(OptionalLong holder, CardSerial card) {
            return holder.isEmpty() || links.isSuppressed(holder.getAsLong())
                    ? index.ofNobody(card.hashCode())
                    : index.ofPerson(holder.getAsLong());
        }
    }

    private FactIndex index = new FactIndex();
    private Optional<Ahead> ahead = Optional.empty();
    private Digest last = NOTHING;
    private boolean broken;

    private volatile Optional<Serving> serving = Optional.empty();
    private volatile long heard;

    /**
     * Starts to read the log.
     *
     * @param database schema {@code hub}, already migrated
     * @param file where the index is kept for the next start; without, every start reads the whole log
     */
    public RegisterIndex(DataSource database, Optional<Path> file) {
        this(database, file.map(IndexFile::new), WORTH_SAVING);
    }

    /** The same, saved as soon as it took more facts than that. */
    RegisterIndex(DataSource database, Optional<IndexFile> file, long worthSaving) {
        this.log = new FactLogStore(database);
        this.links = new LinkFollower(database);
        this.registry = new Registry(database);
        this.saving = file.map(place -> new IndexSaving(place, worthSaving, this::isAt));
        this.thread = Thread.ofPlatform().name("register-index").daemon().start(this::run);
    }

    /** Whether inquiries are answered from memory at this moment. */
    public boolean isServing() {
        return serving.isPresent() && System.nanoTime() - heard < SILENCE.toNanos();
    }

    /** What {@link FactStore#about} tells, so far as an inquiry as of now needs it; empty while the index does not serve. */
    Optional<List<Fact>> about(InsuredId asked, LocalDate birth) {
        return whileServing(memory -> Optional.of(memory.index().about(asked, birth, memory.links()::isSuppressed)));
    }

    /** What an inquiry as of now is answered from; empty while the index does not serve, and for what only the database can tell. */
    Optional<Material> material(Inquiry inquiry) {
        return whileServing(memory -> memory.material(inquiry, registry));
    }

    private <T> Optional<T> whileServing(Function<Serving, Optional<T>> reading) {
        Optional<Serving> present = serving;
        if (!isServing()) {
            return Optional.empty();
        }
        Optional<T> read = present.flatMap(reading);
        VarHandle.acquireFence();
        return present.equals(serving) ? read : Optional.empty();
    }

    /** Takes what was committed until now, so that the next answer knows it. Does nothing while the index does not serve; never fails, but may end the serving. */
    synchronized void follow() {
        while (serving.isPresent() && !attempt()) {
            LOG.debug("the index is behind the log");
        }
    }

    private void run() {
        restore();
        boolean end = false;
        while (!pausedUntilClosed(end)) {
            end = attempt();
            if (end) {
                save();
            }
        }
    }

    private boolean pausedUntilClosed(boolean wait) {
        try {
            return closed.await(wait ? PAUSE.toMillis() : 0, TimeUnit.MILLISECONDS);
        } catch (InterruptedException nobodysWish) {
            return true;
        }
    }

    /** Reads one page; whether there is nothing more to do now. */
    private synchronized boolean attempt() {
        try {
            return broken || page();
        } catch (DataAccessException unreadable) {
            if (serving.isPresent()) {
                LOG.warn(
                        "the log of facts cannot be read: {}",
                        unreadable.getClass().getSimpleName());
            }
            serving = Optional.empty();
            return true;
        } catch (RuntimeException | Error failed) {
            LOG.error(
                    "the index is given up, inquiries go to the database: {}",
                    failed.getClass().getSimpleName());
            serving = Optional.empty();
            index = new FactIndex();
            broken = true;
            return true;
        }
    }

    /** Takes one page; whether it was the last one. */
    private boolean page() {
        boolean linked = links.page();
        long from = index.tally().published();
        List<Fact> facts = read(from);
        boolean full = facts.size() == PAGE;
        boolean end = !full && linked;
        ahead = full ? Optional.of(Ahead.read(log, facts.getLast().id())) : Optional.empty();
        if (from > 0) {
            if (facts.isEmpty() || !digest(facts.getFirst()).equals(last)) {
                startOver();
                return false;
            }
            facts = facts.subList(1, facts.size());
        }
        take(facts, end);
        return end;
    }

    /** A full page that was read ahead is as good as one read now: what was committed never changes. Any other is read again. */
    private List<Fact> read(long from) {
        return ahead.filter(page -> page.from() == from).flatMap(Ahead::full).orElseGet(() -> log.from(from, PAGE));
    }

    /**
     * 先に読む頁 – the next page, read while the one before it is taken.
     *
     * @param from the id it begins with
     * @param facts what another thread reads
     */
    private record Ahead(long from, CompletableFuture<List<Fact>> facts) {

        static Ahead read(FactLogStore log, long from) {
            return new Ahead(
                    from,
                    CompletableFuture.supplyAsync(
                            () -> log.from(from, PAGE),
                            task -> Thread.ofPlatform()
                                    .name("register-index-ahead")
                                    .daemon()
                                    .start(task)));
        }

        /** The page when it is full; waits for it. */
        Optional<List<Fact>> full() {
            return facts.exceptionally(unreadable -> List.of())
                    .thenApply(page -> Optional.of(page).filter(read -> read.size() == PAGE))
                    .join();
        }
    }

    /** The last page of a run ends with a transaction, another one may end within. */
    private void take(List<Fact> facts, boolean end) {
        if (!end) {
            serving = Optional.empty();
        }
        index.take(facts);
        if (!facts.isEmpty()) {
            last = digest(facts.getLast());
        }
        if (end) {
            heard = System.nanoTime();
            if (serving.isEmpty()) {
                LOG.info(
                        "inquiries are answered from memory: {} facts",
                        index.tally().entries());
                serving = Optional.of(
                        new Serving(index, links.index(), index.tally().entries()));
            }
        }
    }

    private void startOver() {
        LOG.warn("the database is not the one the index was made from; it is made anew");
        serving = Optional.empty();
        index = new FactIndex();
        last = NOTHING;
        saving.ifPresent(IndexSaving::forget);
    }

    /** What tells a fact from any other, also of another database. */
    static Digest digest(Fact fact) {
        return Digest.of(
                Long.toString(fact.id()),
                fact.recordedAt().toString(),
                fact.name(),
                Boolean.toString(fact.withdrawn()),
                Boolean.toString(fact.suppressed()));
    }

    private synchronized void restore() {
        saving.flatMap(IndexSaving::read).ifPresent(there -> {
            index = there.index();
            last = there.last();
        });
    }

    private synchronized void save() {
        if (serving.isPresent()) {
            saving.ifPresent(keeper -> keeper.consider(IndexSaving.Moment.of(index, last)));
        }
    }

    private synchronized boolean isAt(IndexSaving.Moment moment) {
        return IndexSaving.Moment.of(index, last).equals(moment);
    }

    /** Stops reading the log; from now on nobody is served. */
    @Override
    public void close() {
        closed.countDown();
        serving = Optional.empty();
        try {
            if (!thread.join(FAREWELL)) {
                LOG.error("the index did not stop in time");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        saving.ifPresent(IndexSaving::close);
    }
}
