package madoguchi.app;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import madoguchi.account.Totp;

/** 起動のあいさつ – what the terminal window says once everything works. */
final class Greeting {

    private Greeting() {}

    /** Where to find what. */
    static void serving(Server server, Settings settings) {
        System.out.println("""

                窓口 Madoguchi – 準備ができました / ready (%.1f s)
                  画面 screens          %s
                %s  データ data           %s
                  終了 stop             Ctrl-C
                """.formatted(
                        ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0,
                        settings.staff().url(),
                        machineLine(settings),
                        settings.data().toAbsolutePath()));
    }

    private static String machineLine(Settings settings) {
        StringBuilder lines = new StringBuilder();
        if (settings.role().hasHub()) {
            lines.append("  機械の入口 machines   https://localhost:%d（クライアント証明書 %s/client-….p12）\n"
                    .formatted(settings.machinePort(), settings.pki()));
        }
        settings.oqsFolder()
                .ifPresent(folder -> lines.append("  試験台 test bench     %s （req/ に要求、res/ に回答、face/ に読取結果）\n"
                        .formatted(folder.toAbsolutePath())));
        settings.officialFolder()
                .ifPresent(folder -> lines.append("  公式端末 terminal     %s\n".formatted(folder.toAbsolutePath())));
        return lines.toString();
    }

    /** In the demo: the log-ins too, with the codes of this moment. */
    static void demo(Server server, Settings settings) {
        serving(server, settings);
        List<DemoLogin> logins = DemoLogin.ALL;
        Clock clock = server.bean(Clock.class);
        System.out.println("  見本の利用者 demo log-ins（パスワード password: " + DemoLogin.PASSWORD + "）");
        for (DemoLogin login : logins) {
            System.out.println("    %-10s %-18s 今のコード code now %s"
                    .formatted(login.name(), login.label(), Totp.codeAt(login.secret(), clock.instant())));
        }
        System.out.println("    コードは30秒で変わります / codes change every 30 s:  ./madoguchi code yamamoto\n");
        System.out.println("  見本の町の人たち people to try   " + settings.staff().url() + "/town\n");
    }
}
