package madoguchi.hub;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import madoguchi.core.Answer;
import madoguchi.core.Inquiry;
import madoguchi.core.InquiryKind;
import madoguchi.core.PersonKey;
import madoguchi.core.Subsidies;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyAnswer.Absence;
import madoguchi.core.SubsidyInquiry;
import madoguchi.core.SubsidyUse;
import madoguchi.core.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * A bulkhead. The hub of subsidies runs on threads of its own, of which there are so many and no more; whoever waits for it waits so long and no longer, and what it
 * throws ends here. When some questions are late already, the next ones are not waited for at all: a hub of subsidies that hangs costs the first few askers their
 * patience, and everybody after them nothing. What comes too late is thrown away.
 */

/** 医療費助成の照会の隔壁 – asks the hub of subsidies so that its trouble never becomes trouble of the answer about the insurance. */
final class SubsidyAsking {

    private static final Logger LOG = LoggerFactory.getLogger(SubsidyAsking.class);
    private static final SubsidyAnswer LATE = new SubsidyAnswer.Unreachable(
            Answer.Cause.TIMEOUT,
            new Text(
                    "医療費助成の回答が間に合いませんでした。紙の受給者証を確認してください。",
                    "Subsidies were not answered in time. Check the paper certificate."));
    private static final SubsidyAnswer FULL = new SubsidyAnswer.Unreachable(
            Answer.Cause.OVERLOAD,
            new Text(
                    "医療費助成の確認が混み合っています。紙の受給者証を確認してください。",
                    "Too many questions about subsidies at once. Check the paper certificate."));
    private static final SubsidyAnswer BROKEN = new SubsidyAnswer.Unreachable(
            Answer.Cause.HUB,
            new Text(
                    "医療費助成の情報を確認できません。紙の受給者証を確認してください。",
                    "Subsidies cannot be looked up now. Check the paper certificate."));

    private final Subsidies peer;
    private final SubsidyTerms terms;
    private final Semaphore places;
    private final AtomicInteger late = new AtomicInteger();

    SubsidyAsking(Subsidies peer, SubsidyTerms terms) {
        this.peer = peer;
        this.terms = terms;
        this.places = new Semaphore(terms.most());
    }

    /** What came of it; complete soon, and never exceptionally. */
    CompletableFuture<SubsidyAnswer> ask(Inquiry inquiry, Material material, Finding finding) {
        Optional<SubsidyAnswer> known = withoutAsking(inquiry, finding);
        return known.map(CompletableFuture::completedFuture)
                .orElseGet(() -> material.person(finding)
                        .map(person -> asked(new SubsidyInquiry(
                                new PersonKey(person),
                                inquiry.day(),
                                inquiry.knownAt(),
                                inquiry.caller().facility(),
                                inquiry.subsidies())))
                        .orElseGet(() -> CompletableFuture.completedFuture(new SubsidyAnswer.Nothing(Absence.NONE))));
    }

    /** Nobody looks for who did not want it. A card that is not enrolled shows no subsidies. */
    private Optional<SubsidyAnswer> withoutAsking(Inquiry inquiry, Finding finding) {
        boolean possible =
                (inquiry.kind() == InquiryKind.CARD || terms.byNumber().getAsBoolean())
                        && finding.outcome() != Outcome.NOT_ENROLLED;
        if (inquiry.subsidies() == SubsidyUse.NOT_ASKED || !possible) {
            return Optional.of(new SubsidyAnswer.NotAsked());
        }
        return inquiry.subsidies() == SubsidyUse.DECLINE
                ? Optional.of(new SubsidyAnswer.Nothing(Absence.DECLINED))
                : Optional.empty();
    }

    private CompletableFuture<SubsidyAnswer> asked(SubsidyInquiry inquiry) {
        if (late.get() >= terms.overdue() || !places.tryAcquire()) {
            return CompletableFuture.completedFuture(FULL);
        }
        CompletableFuture<SubsidyAnswer> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("subsidy-asking").start(() -> {
            SubsidyAnswer told = attempt(inquiry);
            places.release();
            if (!answer.complete(told)) {
                late.decrementAndGet();
            }
        });
        // Whoever completes it first says whether it is late.
        CompletableFuture.delayedExecutor(terms.patience().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    late.incrementAndGet();
                    if (!answer.complete(LATE)) {
                        late.decrementAndGet();
                    }
                });
        return answer;
    }

    private SubsidyAnswer attempt(SubsidyInquiry inquiry) {
        try {
            return peer.inquire(inquiry);
        } catch (RuntimeException | Error failed) {
            LOG.error("the hub of subsidies failed: {}", failed.getClass().getSimpleName());
            return BROKEN;
        }
    }
}
