package madoguchi.hub;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 資格確認システム – answers inquiries from the registers, and lets no answer leave before its verification is on disk. */
public final class RegisterHub implements Hub, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterHub.class);
    private static final Text DOWN =
            new Text("資格確認システムが応答できません。しばらくしてからもう一度照会してください。", "The hub cannot answer now. Ask again in a while.");
    private static final Text BUSY =
            new Text("照会が混み合っています。少し待ってからもう一度照会してください。", "Too many inquiries at once. Ask again in a moment.");

    private final FactStore facts;
    private final VerificationLog log;
    private final Clock clock;

    /**
     * A hub over one database.
     *
     * @param database schema {@code hub}, already migrated
     * @param clock tells when an inquiry was answered
     */
    public RegisterHub(DataSource database, Clock clock) {
        this.facts = new FactStore(database);
        this.log = new VerificationLog(new VerificationStore(database));
        this.clock = clock;
    }

    @Override
    public Reply inquire(Inquiry inquiry) {
        Instant now = clock.instant();
        try {
            Finding finding = Register.answer(withTickets(inquiry), inquiry);
            return log.append(new VerificationStore.Entry(now, inquiry, finding))
                    .map(written -> written(finding, now, written))
                    .orElseGet(() -> unreachable(Answer.Cause.OVERLOAD, BUSY, now));
        } catch (org.springframework.dao.DataAccessException broken) {
            LOG.error("the registers cannot be read: {}", broken.getClass().getSimpleName());
            return unreachable(Answer.Cause.HUB, DOWN, now);
        }
    }

    private Reply written(Finding finding, Instant now, CompletableFuture<Long> written) {
        try {
            return new Reply(
                    finding.answer(), now, Optional.of(written.get()), Optional.empty(), Optional.empty(), List.of());
        } catch (ExecutionException logged) {
            return unreachable(Answer.Cause.HUB, DOWN, now);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return unreachable(Answer.Cause.HUB, DOWN, now);
        }
    }

    private static Reply unreachable(Answer.Cause cause, Text detail, Instant now) {
        return Reply.of(new Answer.Unreachable(cause, Optional.empty(), detail), now);
    }

    private List<Fact> withTickets(Inquiry inquiry) {
        return facts.about(inquiry.insured(), inquiry.birth()).stream()
                .map(fact ->
                        fact.coverage().kind() == CoverageClass.MEDICAL_ASSISTANCE ? withTickets(fact, inquiry) : fact)
                .toList();
    }

    private Fact withTickets(Fact fact, Inquiry inquiry) {
        Coverage coverage = fact.coverage();
        return new Fact(
                fact.id(),
                fact.recordedAt(),
                fact.person(),
                fact.name(),
                fact.withdrawn(),
                fact.suppressed(),
                coverage.withTickets(facts.tickets(
                        coverage.id(),
                        YearMonth.from(inquiry.day()),
                        inquiry.caller().facility(),
                        inquiry.knownAt())));
    }

    /** Writes the verifications that are still waiting. */
    @Override
    public void close() {
        log.close();
    }
}
