package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import madoguchi.charge.Accumulator;
import madoguchi.charge.CapLedger;
import madoguchi.charge.LedgerEntry;
import madoguchi.charge.LedgerFact;
import madoguchi.charge.Service;
import madoguchi.core.CeilingKind;
import madoguchi.fixture.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerStoreTest {

    private static final LedgerKey KEY = new LedgerKey(
            "54139993/5400015/", YearMonth.of(2026, 5), new Accumulator(EnumSet.allOf(CeilingKind.class)));

    private final DataSource database = Database.fresh("desk", Desk::migrate);
    private final LedgerStore store = new LedgerStore(database);

    private static LedgerFact paid(String facility, long yen) {
        return new LedgerFact.Entered(new LedgerEntry(
                LocalDate.of(2026, 5, 25), facility, Service.PHARMACY, 10_000, yen, LedgerEntry.Source.OWN));
    }

    private LedgerStore.Written append(long seen, LedgerFact... facts) {
        return store.append(KEY, seen, List.of(facts), "yamamoto", Sample.MORNING);
    }

    @Test
    void whatIsWrittenIsReadBackInOrder() {
        List<LedgerFact> facts = List.of(paid("架空薬局", 1_000), paid("架空病院", 500), new LedgerFact.Struck(1));
        assertThat(append(0, facts.toArray(LedgerFact[]::new))).isEqualTo(new LedgerStore.Written.Done());
        assertThat(store.facts(KEY)).isEqualTo(facts);
        assertThat(store.between(KEY, YearMonth.of(2025, 6))).containsOnlyKeys(YearMonth.of(2026, 5));
    }

    @Test
    void aWriterWhoSawAnOlderTotalIsRefusedWithTheNewOne() {
        append(0, paid("架空薬局", 1_000));
        assertThat(append(0, paid("架空病院", 500))).isEqualTo(new LedgerStore.Written.Overtaken(1_000));
        assertThat(store.facts(KEY)).hasSize(1);
    }

    @Test
    void ofWritersOfTwoFacilitiesAtTheSameMomentExactlyOneIsTakenEachTime() throws Exception {
        try (ExecutorService facilities = Executors.newVirtualThreadPerTaskExecutor()) {
            long running = 0;
            for (int round = 0; round < 20; round++) {
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<LedgerStore.Written>> writers = new ArrayList<>();
                long seen = running;
                for (String facility : List.of("架空薬局", "架空病院")) {
                    writers.add(facilities.submit(() -> {
                        together.await();
                        return append(seen, paid(facility, 100));
                    }));
                }
                running += 100;
                assertThat(List.of(of(writers.get(0)), of(writers.get(1))))
                        .containsExactlyInAnyOrder(
                                new LedgerStore.Written.Done(), new LedgerStore.Written.Overtaken(running));
            }
            assertThat(CapLedger.of(store.facts(KEY), Optional.empty()).runningYen())
                    .isEqualTo(2_000);
        }
    }

    private static LedgerStore.Written of(Future<LedgerStore.Written> writer) throws InterruptedException {
        try {
            return writer.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update desk.cap_ledger set at = now()",
                "delete from desk.cap_ledger",
                "truncate desk.cap_ledger",
                "update desk.subsidy_fact set at = now()",
                "delete from desk.subsidy_fact",
                "delete from desk.subsidy_setting",
            })
    void theLogsRefuseAnyChange(String change) {
        append(0, paid("架空薬局", 1_000));
        assertThatThrownBy(() -> JdbcClient.create(database).sql(change).update())
                .hasMessageContaining("append-only");
    }
}
