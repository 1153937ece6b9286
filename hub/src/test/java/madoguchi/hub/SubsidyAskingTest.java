package madoguchi.hub;

import static madoguchi.hub.FileOf.line;
import static madoguchi.hub.FileOf.lines;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Answer;
import madoguchi.core.Inquiry;
import madoguchi.core.PersonKey;
import madoguchi.core.Reply;
import madoguchi.core.Subsidies;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyAnswer.Absence;
import madoguchi.core.SubsidyInquiry;
import madoguchi.core.SubsidyUse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hub of subsidies beside the answer about the insurance: asked only where it may be, logged as a word, and never in the way. */
class SubsidyAskingTest {

    private static final Instant NOW = Instant.parse("2026-08-03T00:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 8, 3);
    private static final SubsidyTerms BY_NUMBER_TOO = SubsidyTerms.usual().byNumberWhile(() -> true);
    private static final SubsidyAnswer ENDED = new SubsidyAnswer.Nothing(Absence.ENDED);

    private final HikariDataSource database = Databases.fresh();
    private final List<SubsidyInquiry> asked = new ArrayList<>();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatTheHubOfSubsidiesSaysStandsBesideTheInsuranceAndInTheLogAsAWord() {
        take(lines(line(1)));
        Reply reply = over(this::ended, BY_NUMBER_TOO, about(1, SubsidyUse.USE));

        assertThat(reply.answer()).isInstanceOf(Answer.Active.class);
        assertThat(reply.subsidies()).isEqualTo(ENDED);
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().facility()).isEqualTo(Said.CLINIC.facility());
        assertThat(asked.getFirst().day()).isEqualTo(DAY);
        assertThat(logged(reply)).containsEntry("form", 3).containsEntry("subsidies", "Ended");
    }

    @Test
    void thePersonAskedAboutIsTheOneOfTheirMyNumber() {
        take(lines(line(1)));
        PersonKey person = new KnownPersons(database, new SecretKeySpec(new byte[32], "HmacSHA256"))
                .of(List.of(line(1).get("個人番号")))
                .getFirst();
        over(this::ended, BY_NUMBER_TOO, about(1, SubsidyUse.USE));

        assertThat(asked.getFirst().person()).isEqualTo(person);
    }

    @Test
    void nobodyAsksWhereItWasNotAskedForDeclinedOrByNumberOnly() {
        take(lines(line(1)));

        assertThat(over(this::ended, BY_NUMBER_TOO, about(1, SubsidyUse.NOT_ASKED))
                        .subsidies())
                .isEqualTo(new SubsidyAnswer.NotAsked());
        assertThat(over(this::ended, BY_NUMBER_TOO, about(1, SubsidyUse.DECLINE))
                        .subsidies())
                .isEqualTo(new SubsidyAnswer.Nothing(Absence.DECLINED));
        assertThat(over(this::ended, SubsidyTerms.usual(), about(1, SubsidyUse.USE))
                        .subsidies())
                .isEqualTo(new SubsidyAnswer.NotAsked());
        assertThat(asked).isEmpty();
    }

    @Test
    void ofSomebodyHiddenNobodyAsksAndTheReplyAndTheLogAreThoseOfAStranger() {
        take(lines(line(1, "不開示", "1")));
        Reply hidden = over(this::ended, BY_NUMBER_TOO, about(1, SubsidyUse.USE));
        Reply stranger = over(this::ended, BY_NUMBER_TOO, about(2, SubsidyUse.USE));

        assertThat(hidden.subsidies()).isEqualTo(new SubsidyAnswer.Nothing(Absence.NONE));
        assertThat(hidden.subsidies()).isEqualTo(stranger.subsidies());
        assertThat(logged(hidden).get("subsidies")).isEqualTo(logged(stranger).get("subsidies"));
        assertThat(asked).isEmpty();
    }

    @Test
    void anInquiryAboutAnEarlierKnowledgeAsksAboutTheSame() {
        take(lines(line(1)));
        over(this::ended, BY_NUMBER_TOO, about(1, SubsidyUse.USE).asKnownAt(NOW));

        assertThat(asked.getFirst().knownAt()).contains(NOW);
    }

    @Test
    void aHubOfSubsidiesThatBreaksIsUnreachableAndNothingElseIs() {
        take(lines(line(1)));
        Reply reply = over(
                inquiry -> {
                    throw new DataAccessResourceFailureException("gone");
                },
                BY_NUMBER_TOO,
                about(1, SubsidyUse.USE));

        assertThat(reply.answer()).isInstanceOf(Answer.Active.class);
        assertThat(reply.subsidies()).isInstanceOf(SubsidyAnswer.Unreachable.class);
        assertThat(logged(reply)).containsEntry("subsidies", "Unreachable");
    }

    @Test
    void aHubOfSubsidiesThatHangsCostsTheFirstFewTheirPatienceAndThenNobodyAnything() throws InterruptedException {
        take(lines(line(1)));
        CountDownLatch dead = new CountDownLatch(1);
        AtomicInteger reached = new AtomicInteger();
        Subsidies hanging = inquiry -> {
            reached.incrementAndGet();
            await(dead);
            return ENDED;
        };
        SubsidyTerms terms = new SubsidyTerms(Duration.ofMillis(100), 64, 2, () -> true);
        try (RegisterHub hub = new RegisterHub(database, Optional.empty(), Optional.empty(), hanging, terms, CLOCK)) {
            List<CompletableFuture<Reply>> first =
                    List.of(hub.ask(about(1, SubsidyUse.USE)), hub.ask(about(1, SubsidyUse.USE)));
            assertThat(first)
                    .allSatisfy(one -> assertThat(cause(one.join())).isEqualTo(Answer.Cause.TIMEOUT))
                    .allSatisfy(one -> assertThat(one.join().answer()).isInstanceOf(Answer.Active.class));
            for (int i = 0; i < 100; i++) {
                assertThat(cause(hub.inquire(about(1, SubsidyUse.USE)))).isEqualTo(Answer.Cause.OVERLOAD);
            }
            assertThat(reached.get()).isEqualTo(2);
            dead.countDown();
            // It lives again: whoever asks next is answered, once the late ones have come back.
            SubsidyAnswer told = hub.inquire(about(1, SubsidyUse.USE)).subsidies();
            while (!told.equals(ENDED)) {
                told = hub.inquire(about(1, SubsidyUse.USE)).subsidies();
            }
        } finally {
            dead.countDown();
        }
    }

    private SubsidyAnswer ended(SubsidyInquiry inquiry) {
        asked.add(inquiry);
        return ENDED;
    }

    private Reply over(Subsidies subsidies, SubsidyTerms terms, Inquiry inquiry) {
        try (RegisterHub hub = new RegisterHub(database, Optional.empty(), Optional.empty(), subsidies, terms, CLOCK)) {
            return hub.inquire(inquiry);
        }
    }

    private Map<String, Object> logged(Reply reply) {
        return JdbcClient.create(database)
                .sql("select form::int, subsidies, outcome, facts from hub.verification where id = ?")
                .param(reply.verification().orElseThrow())
                .query()
                .singleRow();
    }

    private static Answer.Cause cause(Reply reply) {
        return ((SubsidyAnswer.Unreachable) reply.subsidies()).cause();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(FileOf file) {
        new Registrations(database, new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK)
                .take(Source.of("a.csv", file.utf8()), lines -> {})
                .orElseThrow();
    }

    private static Inquiry about(int person, SubsidyUse use) {
        return Inquiry.byNumber(
                        Said.id("138016", "12-34", Integer.toString(500_000 + person), "02"),
                        Said.BIRTH,
                        DAY,
                        true,
                        Said.CLINIC)
                .withSubsidies(use);
    }
}
