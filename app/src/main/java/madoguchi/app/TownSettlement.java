package madoguchi.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import madoguchi.account.Account;
import madoguchi.account.Accounts;
import madoguchi.account.By;
import madoguchi.hub.Registrations;
import madoguchi.hub.Source;
import madoguchi.subsidy.MunicipalityCode;
import madoguchi.subsidy.SubsidyHub;
import madoguchi.town.Batch;
import madoguchi.town.SubsidyFile;
import madoguchi.town.Town;

/** 町の引越し – brings the town's registration files and the demo log-ins into an empty system; a second start changes nothing. */
final class TownSettlement {

    /** 架空区, and who works for it. */
    private static final String WARD = "139998";

    private static final String CLERK = "kobayashi";

    private final Town town;
    private final Registrations registrations;
    private final Accounts accounts;
    private final SubsidyHub subsidies;

    TownSettlement(Town town, Registrations registrations, Accounts accounts, SubsidyHub subsidies) {
        this.town = town;
        this.registrations = registrations;
        this.accounts = accounts;
        this.subsidies = subsidies;
    }

    void settle() {
        for (Batch batch : town.batches()) {
            registrations
                    .take(Source.of(batch.fileName(), batch.bytes()), batch.recordedAt(), lines -> {})
                    .orElseThrow();
        }
        settleSubsidies();
        var known = accounts.all().stream().map(Account::login).toList();
        for (DemoLogin login : DemoLogin.ALL) {
            if (!known.contains(login.name())) {
                accounts.publish(
                        login.name(), login.label(), login.role(), DemoLogin.HASH, login.secret(), By.program("demo"));
            }
        }
    }

    /** Subsidies come after the insured, whose My Numbers name the same people; who takes part is known before the first of them is registered. */
    private void settleSubsidies() {
        MunicipalityCode ward = new MunicipalityCode(WARD);
        if (subsidies.schemesTakingPart().isEmpty()) {
            List<SubsidyFile> files = SubsidyFile.all();
            Optional<Instant> before = Optional.of(files.getFirst().recordedAt());
            taken(() -> subsidies
                    .participants(new ByteArrayInputStream(SubsidyFile.participants()), before, "demo")
                    .orElseThrow());
            subsidies.clerk(CLERK, Optional.of(ward), "demo");
        }
        for (SubsidyFile file : SubsidyFile.all()) {
            MunicipalityCode municipality = new MunicipalityCode(file.municipality());
            if (!subsidies.isStored(municipality, file.fileName())) {
                taken(() -> subsidies.register(
                        new ByteArrayInputStream(file.bytes()),
                        municipality,
                        "demo",
                        file.fileName(),
                        Optional.of(file.recordedAt()),
                        records -> {}));
            }
        }
    }

    private interface Taking {
        Object take() throws IOException;
    }

    private static void taken(Taking taking) {
        try {
            Object _ = taking.take();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
