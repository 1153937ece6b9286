package madoguchi.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Text;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Situation;
import madoguchi.policy.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A desk that fetches rules: what it takes, what it refuses, and what it goes on with. Over a real PostgreSQL. */
class FetcherTest {

    private static final RuleBook RELEASED = RuleBook.bundled();

    @TempDir
    Path folder;

    private final DataSource database = Database.fresh("rules", RuleDatabase::migrate);
    private final MovableClock clock = new MovableClock("2026-05-22T09:00:00Z");
    private final ScriptedFeed feed = new ScriptedFeed();
    private Issuer ministry;
    private Path keys;
    private RuleHolder holder;
    private Fetcher fetcher;

    @BeforeEach
    void open() {
        ministry = new Issuer(folder, "ministry");
        keys = Issuer.trusted(folder, ministry);
        start();
    }

    /** A start of the program; a second one is a restart. */
    private void start() {
        holder = new RuleHolder(new Policy(RELEASED), clock);
        fetcher = new Fetcher(feed, keys, new Verification(RELEASED), new ReceivedStore(database), holder, clock);
        fetcher.restore();
    }

    @Test
    void aNoticeOfTwentySecondMayDecidesFromTwentyFifthMayOnWithoutARestart() {
        assertThat(expiredCardInJune()).isEqualTo("R-OLD-16");
        feed.hands(ministry.issue(1));
        fetcher.round();

        assertThat(said()).isEqualTo("Rules no. 1 were taken.");
        assertThat(expiredCardInJune()).isEqualTo("R-OLD-16");
        clock.set(Issuer.IN_FORCE.minusMillis(1));
        assertThat(expiredCardInJune()).isEqualTo("R-OLD-16");
        clock.set(Issuer.IN_FORCE);
        assertThat(expiredCardInJune()).isEqualTo("R-OLD-13");
    }

    @Test
    void afterARestartWithoutAHubTheLastGoodRulesStillDecideAndTheNextStillWait() {
        feed.hands(ministry.issue(1, Issuer.ISSUED, Issuer.extended()));
        fetcher.round();
        feed.hands(ministry.issue(2));
        fetcher.round();
        feed.isDown();
        start();
        fetcher.round();

        assertThat(holder.inForce().serial()).isEqualTo(1);
        assertThat(holder.inForce().since()).isEqualTo(clock.instant());
        assertThat(expiredCardInJune()).isEqualTo("R-OLD-13");
        assertThat(holder.next().orElseThrow().serial()).isEqualTo(2);
        assertThat(said()).isEqualTo("Down.");
    }

    @Test
    void aHubThatIsDownChangesNothing() {
        feed.hands(ministry.issue(1, Issuer.ISSUED, Issuer.extended()));
        fetcher.round();
        feed.isDown();
        fetcher.round();

        assertThat(fetcher.last().orElseThrow().good()).isFalse();
        assertThat(holder.inForce().serial()).isEqualTo(1);
    }

    @Test
    void aRefusedBundleIsKeptAsideOnceWithItsReasonsAndTheLastGoodOneGoesOn() {
        feed.hands(ministry.issue(1, Issuer.ISSUED, Issuer.extended()));
        fetcher.round();
        SignedBundle gap = ministry.issue(
                2, Issuer.ISSUED, Issuer.edited("insurance-old", "from: 2026-04-01", "from: 2026-04-03"));
        feed.hands(gap);
        fetcher.round();
        fetcher.round();
        start();
        fetcher.round();

        assertThat(holder.inForce().serial()).isEqualTo(1);
        assertThat(fetcher.last().orElseThrow().good()).isFalse();
        assertThat(store().latest(10)).hasSize(2).first().satisfies(refused -> {
            assertThat(refused.refusal()).contains(Refusal.NOT_TOTAL);
            assertThat(refused.head().orElseThrow().serial()).isEqualTo(2);
            assertThat(refused.problems().toString()).contains("抜け");
            assertThat(store().bundle(refused).bytes()).isEqualTo(gap.bytes());
        });
    }

    @Test
    void anOlderBundleIsRefusedAlsoAfterARestart() {
        feed.hands(ministry.issue(5, Issuer.ISSUED, Issuer.extended()));
        fetcher.round();
        start();
        feed.hands(ministry.issue(4, Issuer.ISSUED, RuleBook.bundledFiles()));
        fetcher.round();

        assertThat(said()).isEqualTo(Refusal.NOT_NEWER.sentence().en());
        assertThat(holder.inForce().serial()).isEqualTo(5);
    }

    @Test
    void anUnchangedBundleIsNotFetchedAgain() {
        feed.hands(ministry.issue(1));
        fetcher.round();
        fetcher.round();
        fetcher.round();

        assertThat(feed.fetched()).isEqualTo(1);
        assertThat(said()).isEqualTo("Nothing new.");
    }

    @Test
    void aBundleOfAnUnknownKeyIsTakenOnceTheKeyIsAddedWithoutFetchingItAgain() throws IOException {
        Issuer next = new Issuer(folder, "ministry-2027");
        feed.hands(next.issue(1, Issuer.ISSUED, Issuer.extended()));
        fetcher.round();
        fetcher.round();
        assertThat(said()).isEqualTo(Refusal.UNKNOWN_KEY.sentence().en());
        Files.copy(next.publicFile, keys.resolve("next.pem"));
        fetcher.round();

        assertThat(holder.inForce().serial()).isEqualTo(1);
        assertThat(feed.fetched()).isEqualTo(1);
        assertThat(store().latest(10))
                .extracting(Received::refusal)
                .containsExactly(Optional.empty(), Optional.of(Refusal.UNKNOWN_KEY));
    }

    @Test
    void removingAnOldKeyDoesNotThrowTheDeskBackToTheRulesOfTheRelease() throws IOException {
        feed.hands(ministry.issue(1, Issuer.ISSUED, Issuer.extended()));
        fetcher.round();
        Files.delete(keys.resolve("ministry.pem"));
        feed.isDown();
        start();

        assertThat(holder.inForce().serial()).isEqualTo(1);
    }

    @Test
    void aBundleThatNoLongerFitsTheProgramIsPassedOverAtTheStartForTheOneBefore() {
        feed.hands(ministry.issue(1, Issuer.ISSUED, Issuer.extended()));
        fetcher.round();
        // As a program with fewer needs would have taken it: a book without the tables of this one.
        SignedBundle small =
                ministry.issue(2, Issuer.ISSUED, RuleBook.bundledFiles().subList(0, 1));
        store().take(small.look().orElseThrow().head(), small, clock.instant());
        start();

        assertThat(holder.inForce().serial()).isEqualTo(1);
        assertThat(store().latest(1).getFirst().refusal()).contains(Refusal.UNFIT);
    }

    @Test
    void aBundleTooLargeToBeFetchedIsWrittenDownOnce() {
        feed.answers(new RuleFeed.Fetched.TooLarge("\"big\""));
        fetcher.round();
        fetcher.round();

        assertThat(store().latest(10))
                .singleElement()
                .satisfies(received -> assertThat(received.refusal()).contains(Refusal.TOO_LARGE));
    }

    @Test
    void whatWasReceivedCannotBeChanged() {
        feed.hands(ministry.issue(1));
        fetcher.round();

        for (String change : new String[] {
            "update rules.received set serial = 2", "delete from rules.received", "truncate rules.received"
        }) {
            assertThatThrownBy(() -> JdbcClient.create(database).sql(change).update())
                    .hasStackTraceContaining("append-only");
        }
    }

    @Test
    void publishedSerialsRise() {
        Publishing publishing = new Publishing(database, new Verification(RELEASED), clock);
        TrustedKeys trusted = TrustedKeys.in(keys);

        assertThat(publishing.publish(ministry.issue(3), trusted)).isInstanceOf(Receipt.Good.class);
        assertThat(publishing.publish(ministry.issue(3), trusted).sentence()).isEqualTo(Refusal.NOT_NEWER.sentence());
        assertThat(publishing
                        .publish(new Issuer(folder, "stranger").issue(4), trusted)
                        .sentence())
                .isEqualTo(Refusal.UNKNOWN_KEY.sentence());
        Head earlier = new Head(2, Issuer.ISSUED, Instant.EPOCH, "x", Text.same("x"));
        assertThat(new PublishedStore(database).add(earlier, ministry.issue(2), clock.instant()))
                .isFalse();
        assertThat(new PublishedStore(database).serial()).isEqualTo(3);
    }

    @Test
    void desksAskAtDifferentMomentsWithinAFifth() {
        for (int i = 0; i < 1000; i++) {
            assertThat(Polling.jittered(Duration.ofSeconds(60)))
                    .isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
        }
    }

    private ReceivedStore store() {
        return new ReceivedStore(database);
    }

    private String said() {
        return fetcher.last().orElseThrow().said().en();
    }

    /** Which row decides about an expired card, found active by its number, on 1 June 2026. */
    private String expiredCardInJune() {
        Table insurance = holder.get().book().table("insurance");
        Situation shown = insurance
                .read(Map.of(
                        "shown", "expired-insurance-card",
                        "outcome", "active",
                        "visit", "first",
                        "insurer", "national",
                        "facility", "online",
                        "occasion", "ordinary",
                        "seen", "not-yet"))
                .orElseThrow();
        return insurance.decide(LocalDate.parse("2026-06-01"), shown).id();
    }
}
