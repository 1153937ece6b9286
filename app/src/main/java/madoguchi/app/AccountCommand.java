package madoguchi.app;

import java.time.Clock;
import java.util.concurrent.Callable;
import madoguchi.account.AccountStore;
import madoguchi.account.Accounts;
import madoguchi.account.By;
import madoguchi.account.Issued;
import madoguchi.account.Passwords;
import madoguchi.account.Role;
import madoguchi.core.Parsed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 利用者を作る – makes the first account of a new system; later ones are made on the screen. */
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        description = "利用者を作り、最初のパスワードと確認コードの鍵を表示する / make an account and print its first password and secret")
final class AccountCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "LOGIN", description = "ログイン名 / log-in name")
    String login = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "氏名 / name as colleagues know it")
    String name = "";

    @Option(names = "--role", required = true, description = "reception, admin, operator, auditor, municipality")
    Role role = Role.RECEPTION;

    @Mixin
    DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() throws Exception {
        try (LocalHub hub = options.open()) {
            Parsed<Issued> issued = new Accounts(
                            new AccountStore(hub.database()), Passwords.standard(), Clock.system(Server.TOKYO))
                    .create(login, name, role, By.program("cli"));
            return switch (issued) {
                case Parsed.Value<Issued>(var made) -> printed(made);
                case Parsed.Faults<Issued>(var problems) -> {
                    problems.forEach(System.err::println);
                    yield 2;
                }
            };
        }
    }

    private static int printed(Issued made) {
        System.out.printf("""
                ログイン名 log-in   %s
                パスワード password     %s
                確認コードの鍵 key  %s （認証アプリに登録 / add it to an authenticator app）
                この表示は一度だけです / shown only once
                """, made.login(), made.password(), made.secret());
        return 0;
    }
}
