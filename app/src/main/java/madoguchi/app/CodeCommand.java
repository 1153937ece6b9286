package madoguchi.app;

import java.time.Clock;
import java.util.concurrent.Callable;
import madoguchi.account.Totp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** 見本の利用者の確認コード – stands in for the authenticator app of a demo log-in. */
@Command(
        name = "code",
        mixinStandardHelpOptions = true,
        description = "見本の利用者の今の確認コードを表示する / print the present code of a demo log-in")
final class CodeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "yamamoto, sato, suzuki, tanaka")
    String name = "";

    @Override
    public Integer call() {
        for (DemoLogin login : DemoLogin.ALL) {
            if (login.name().equals(name)) {
                System.out.println(Totp.codeAt(login.secret(), Clock.systemUTC().instant()));
                return 0;
            }
        }
        System.err.println("見本の利用者にその名前はありません / no demo log-in of that name: yamamoto, sato, suzuki, tanaka");
        return Madoguchi.ATTENTION;
    }
}
