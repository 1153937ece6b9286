package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.hub.Registrations;

/** 測定 – registers the persons, starts the hub, has it asked, and stops everything again. */
final class Bench {

    static final MedicalInstitutionCode FACILITY = new MedicalInstitutionCode("1319999913");
    private static final int STRIDE = 100_000;

    private final BenchPlan plan;
    private final Clock clock;
    private final Consumer<String> progress;
    private long told;

    /** A measurement of {@code plan}; {@code progress} is told what happens. */
    Bench(BenchPlan plan, Clock clock, Consumer<String> progress) {
        this.plan = plan;
        this.clock = clock;
        this.progress = progress;
    }

    /** Measures; throws when the hub or the database cannot be used. */
    BenchReport run()
            throws IOException, GeneralSecurityException, InterruptedException, SQLException, ExecutionException {
        Files.createDirectories(plan.data());
        progress.accept("データベースを起動 / starting the database: " + plan.data());
        try (BenchSite site = new BenchSite(plan.data())) {
            BenchStore store = new BenchStore(site.database());
            register(site, store);
            DevelopmentCa ca = new DevelopmentCa(plan.data().resolve("pki"), clock);
            progress.accept("ハブを別プロセスで起動 / starting the hub in its own process");
            BenchSite.Started started = site.startHub(Tls.client(ca, FACILITY.digits()), plan.persons());
            BenchHub hub = started.hub();
            progress.accept(BenchTable.of(started.start()));
            LoadQuestions questions = new LoadQuestions(plan.persons(), LocalDate.now(clock), FACILITY);
            try (LoadGenerator generator = new LoadGenerator(
                    ca, FACILITY.digits(), plan.lane() ? hub.lanePort() : hub.machinePort(), plan.connections())) {
                return new BenchRun(plan, progress, store, started, generator, questions).report();
            }
        }
    }

    /** Registers the persons that are still missing. */
    void register(BenchSite site, BenchStore store) throws IOException {
        int known = store.registered();
        if (known < plan.persons()) {
            site.forgetSavedIndex();
            progress.accept("作り物の人を登録 / registering invented persons: %,d".formatted(plan.persons() - known));
            new Registrations(site.database(), HubKey.of(plan.data()), clock)
                    .take(new BenchFile(known, plan.persons()), this::taken)
                    .orElseThrow();
        }
        store.settle();
    }

    private void taken(long lines) {
        if (lines / STRIDE > told) {
            told = lines / STRIDE;
            progress.accept("  %,d".formatted(lines));
        }
    }
}
