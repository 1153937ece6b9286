package madoguchi.app;

import madoguchi.account.Account;
import madoguchi.account.Accounts;
import madoguchi.account.By;
import madoguchi.hub.Registrations;
import madoguchi.hub.Source;
import madoguchi.town.Batch;
import madoguchi.town.Town;

/** 町の引越し – brings the town's registration files and the demo log-ins into an empty system; a second start changes nothing. */
final class TownSettlement {

    private final Town town;
    private final Registrations registrations;
    private final Accounts accounts;

    TownSettlement(Town town, Registrations registrations, Accounts accounts) {
        this.town = town;
        this.registrations = registrations;
        this.accounts = accounts;
    }

    void settle() {
        for (Batch batch : town.batches()) {
            registrations
                    .take(Source.of(batch.fileName(), batch.bytes()), batch.recordedAt(), lines -> {})
                    .orElseThrow();
        }
        var known = accounts.all().stream().map(Account::login).toList();
        for (DemoLogin login : DemoLogin.ALL) {
            if (!known.contains(login.name())) {
                accounts.create(
                                login.name(),
                                login.label(),
                                login.role(),
                                DemoLogin.PASSWORD,
                                login.secret(),
                                By.program("demo"))
                        .orElseThrow();
            }
        }
    }
}
