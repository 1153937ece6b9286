package madoguchi.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Problem;
import madoguchi.core.ReferenceNumber;
import madoguchi.core.Reply;
import madoguchi.core.Subsidies;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/** 資格確認システム – answers inquiries from the registers, and lets no answer leave before its verification is on disk. */
public final class RegisterHub implements Hub, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterHub.class);
    private static final Text DOWN =
            new Text("資格確認システムが応答できません。しばらくしてからもう一度照会してください。", "The hub cannot answer now. Ask again in a while.");
    private static final Text ODD = new Text(
            "照会の内容に、使えない文字か、ありえない日付があります。入力を見直してください。",
            "The inquiry holds a character or a date that cannot be. Check what was typed.");
    private static final Text BUSY =
            new Text("照会が混み合っています。少し待ってからもう一度照会してください。", "Too many inquiries at once. Ask again in a moment.");

    private static final Text NOT_ENROLLED = new Text(
            "このカードは健康保険証としての利用登録がありません。読取機かマイナポータルで登録できます。",
            "This card is not registered for use as an insurance card. It can be registered at the reader or in Mynaportal.");

    /** How long an answer waits for its verification to be on disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How many questions may wait for the database at once; more are told to come again. */
    private static final int READERS = 512;

    private final FactStore facts;
    private final Registry registry;
    private final Registers registers;
    private final Optional<RegisterIndex> index;
    private final VerificationLog log;
    private final SubsidyAsking subsidies;
    private final Clock clock;
    private final Semaphore readers = new Semaphore(READERS);
    private final Executor reading =
            reader -> Thread.ofVirtual().name("register-reader").start(reader);

    /** A hub without an index whose log is not signed: for measurements and tests. */
    public RegisterHub(DataSource database, Clock clock) {
        this(database, Optional.empty(), Optional.empty(), clock);
    }

    /**
     * A hub over one database.
     *
     * @param database schema {@code hub}, already migrated
     * @param index of that database: answers what is asked as of now, whenever it serves; its owner closes it
     * @param seal how it vouches for its log; without one the log is chained but not signed, and answers carry no proof of check
     * @param clock tells when an inquiry was answered
     */
    public RegisterHub(DataSource database, Optional<RegisterIndex> index, Optional<Seal> seal, Clock clock) {
        this(database, index, seal, Subsidies.none(), SubsidyTerms.usual(), clock);
    }

    /**
     * A hub that asks for subsidies, too, where the person wants it.
     *
     * @param database schema {@code hub}, already migrated
     * @param index of that database, as in the other constructor
     * @param seal how it vouches for its log
     * @param subsidies whom to ask; its trouble is never trouble of the answer about the insurance
     * @param terms how long and how many at once
     * @param clock tells when an inquiry was answered
     */
    public RegisterHub(
            DataSource database,
            Optional<RegisterIndex> index,
            Optional<Seal> seal,
            Subsidies subsidies,
            SubsidyTerms terms,
            Clock clock) {
        this.subsidies = new SubsidyAsking(subsidies, terms);
        this.facts = new FactStore(database);
        this.registry = new Registry(database);
        this.registers = new Registers(database, index, clock);
        this.index = index;
        this.log = new VerificationLog(
                new VerificationStore(database),
                new Sealing(new CheckpointStore(database), seal, clock),
                seal.map(Seal::key));
        this.clock = clock;
    }

    @Override
    public Reply inquire(Inquiry inquiry) {
        try {
            return ask(inquiry).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException broken) {
            LOG.error(
                    "an inquiry broke: {}",
                    broken.getCause() == null
                            ? "?"
                            : broken.getCause().getClass().getSimpleName());
            return down();
        } catch (TimeoutException stuck) {
            return down();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return down();
        }
    }

    /**
     * Asks without waiting.
     *
     * @return complete once the verification is on disk, usually on the thread that wrote it; never exceptionally, and never at all while the database hangs
     */
    CompletableFuture<Reply> ask(Inquiry inquiry) {
        try {
            return fromMemory(inquiry)
                    .map(material -> answered(material, finding(material, inquiry), inquiry))
                    .orElseGet(() -> fromDatabase(inquiry));
        } catch (DataAccessException broken) {
            // Memory itself may have had to ask, where two fingerprints met.
            return unread(broken);
        }
    }

    private CompletableFuture<Reply> unread(DataAccessException broken) {
        LOG.error("the registers cannot be read: {}", broken.getClass().getSimpleName());
        return CompletableFuture.completedFuture(down());
    }

    /** The reply for whom the hub sends away unheard. */
    Reply busy() {
        return unreachable(Answer.Cause.OVERLOAD, BUSY, now());
    }

    /** The reply when no answer came in time. */
    Reply down() {
        return unreachable(Answer.Cause.HUB, DOWN, now());
    }

    /** Whether so many verifications wait for the disk that a new question had better come later. */
    boolean isBusy() {
        return log.isBusy();
    }

    /** An earlier state of knowledge and tickets of medical assistance are in the database only, and so is what memory cannot tell of cards. */
    private Optional<Material> fromMemory(Inquiry inquiry) {
        return index.filter(memory -> inquiry.knownAt().isEmpty())
                .flatMap(memory -> memory.material(inquiry))
                .filter(material -> material.facts().stream().noneMatch(Fact::isAssistance));
    }

    private CompletableFuture<Reply> fromDatabase(Inquiry inquiry) {
        if (!readers.tryAcquire()) {
            return CompletableFuture.completedFuture(busy());
        }
        return CompletableFuture.supplyAsync(() -> read(inquiry).join(), reading);
    }

    private CompletableFuture<Reply> read(Inquiry inquiry) {
        long begun = System.nanoTime();
        Material material;
        Finding finding;
        try {
            material = registry.of(inquiry, now());
            finding = finding(material, inquiry);
        } catch (DataIntegrityViolationException question) {
            return CompletableFuture.completedFuture(unreachable(Answer.Cause.REFUSED, ODD, now()));
        } catch (DataAccessException broken) {
            return unread(broken);
        } finally {
            readers.release();
        }
        if (finding.answer() instanceof Answer.NotFound) {
            // What memory tells does not pass here.
            Even.since(begun, Even.INQUIRY);
        }
        return answered(material, finding, inquiry);
    }

    /** Whether a reply says that the card leads to somebody who has not enrolled it, which its answer alone does not tell. */
    static boolean isNotEnrolled(Reply reply) {
        return reply.message().equals(Optional.of(NOT_ENROLLED.toString()));
    }

    private Finding finding(Material material, Inquiry inquiry) {
        return material.finding(inquiry, recipient -> tickets(recipient, inquiry));
    }

    private CompletableFuture<Reply> answered(Material material, Finding finding, Inquiry inquiry) {
        Optional<ReferenceNumber> reference = material.reference(finding);
        return subsidies.ask(inquiry, material, finding).thenCompose(told -> logged(finding, reference, inquiry, told));
    }

    private CompletableFuture<Reply> logged(
            Finding finding, Optional<ReferenceNumber> reference, Inquiry inquiry, SubsidyAnswer told) {
        // After the reading: no fact that was seen is younger than the answer.
        Instant now = now();
        return log.append(new VerificationStore.Entry(now, inquiry, finding, told))
                .map(writing -> writing.handle((entry, failed) -> reply(finding, reference, now, entry, failed, told)))
                .orElseGet(() -> CompletableFuture.completedFuture(unreachable(Answer.Cause.OVERLOAD, BUSY, now)));
    }

    @Override
    public Filed file(Filing filing) {
        try {
            return registers.file(filing);
        } catch (DataIntegrityViolationException odd) {
            return new Filed.Refused(List.of(new Problem("届出", ODD)));
        } catch (DataAccessException broken) {
            LOG.error("the registers cannot be written: {}", broken.getClass().getSimpleName());
            return new Filed.Undelivered(new Answer.Unreachable(Answer.Cause.HUB, Optional.empty(), DOWN));
        }
    }

    /** As exact as the database keeps an instant, so that an answer can be asked for again by the instant it carries. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Reply reply(
            Finding finding,
            Optional<ReferenceNumber> reference,
            Instant now,
            @Nullable Accounted entry,
            @Nullable Throwable failed,
            SubsidyAnswer told) {
        if (entry == null) {
            return failed instanceof DataIntegrityViolationException
                    ? unreachable(Answer.Cause.REFUSED, ODD, now)
                    : unreachable(Answer.Cause.HUB, DOWN, now);
        }
        return new Reply(
                finding.answer(),
                told,
                now,
                Optional.of(entry.id()),
                entry.proof(),
                reference.map(ReferenceNumber::text),
                finding.outcome() == Outcome.NOT_ENROLLED ? Optional.of(NOT_ENROLLED.toString()) : Optional.empty(),
                List.of());
    }

    private static Reply unreachable(Answer.Cause cause, Text detail, Instant now) {
        return Reply.of(new Answer.Unreachable(cause, Optional.empty(), detail), now);
    }

    private List<MedicalTicket> tickets(InsuredId recipient, Inquiry inquiry) {
        return facts.tickets(
                recipient, YearMonth.from(inquiry.day()), inquiry.caller().facility(), inquiry.knownAt());
    }

    /** Writes the verifications that are still waiting. */
    @Override
    public void close() {
        log.close();
    }
}
