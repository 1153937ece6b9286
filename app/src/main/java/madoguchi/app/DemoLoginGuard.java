package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import madoguchi.account.Account;
import madoguchi.account.Accounts;
import madoguchi.account.By;

/**
 * 見本の利用者の出入り – the demo log-ins, whose password everybody knows, are open only while a demo runs. A demo marks its data folder; any other start on a marked folder closes them.
 */
final class DemoLoginGuard {

    private static final By US = By.program("demo-guard");

    private final Accounts accounts;
    private final Settings settings;

    DemoLoginGuard(Accounts accounts, Settings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    void apply() throws IOException {
        Path mark = settings.data().resolve("demo");
        if (settings.demo() && !Files.exists(mark)) {
            Files.writeString(mark, "This folder holds the sample town of a demo.\n");
        }
        if (Files.exists(mark)) {
            accounts.all().stream().filter(DemoLoginGuard::isDemo).forEach(this::openOrClose);
        }
    }

    private static boolean isDemo(Account account) {
        return DemoLogin.ALL.stream().anyMatch(login -> login.name().equals(account.login()));
    }

    private void openOrClose(Account account) {
        if (settings.demo() && account.disabled()) {
            accounts.enable(account.login(), US);
        } else if (!settings.demo() && !account.disabled()) {
            accounts.disable(account.login(), US);
        }
    }
}
