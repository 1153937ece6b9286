package madoguchi.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 暗証番号の初期化 – plays the MUNICIPALITY'S COUNTER, which alone can unlock a card: a new PIN, all wrong tries forgotten. No facility can do this. */
@Command(
        name = "unlock",
        mixinStandardHelpOptions = true,
        description = {
            "【市区町村の窓口】ロックを解き、暗証番号を設定し直す / the MUNICIPALITY'S COUNTER: unlock and set a new PIN",
            "医療機関・薬局ではできない手続きです / no facility can do this"
        })
final class CardUnlockCommand implements Callable<Integer> {

    @Mixin
    CardOptions options = new CardOptions();

    @Parameters(paramLabel = "CARD", description = "カードの名前（card list） / the card's name")
    String name = "";

    @Option(
            names = "--pin",
            defaultValue = "1234",
            description = "新しい暗証番号 / new PIN, 4 digits (default: ${DEFAULT-VALUE})")
    String pin = "1234";

    @Override
    public Integer call() {
        if (!pin.matches("[0-9]{4}")) {
            System.err.println("--pin は数字4桁です / a PIN has four digits");
            return 2;
        }
        boolean done = options.cards().unlock(name, pin);
        System.out.println(
                done
                        ? "市区町村の窓口でロックを解きました / unlocked at the municipality's counter"
                        : "そのカードはありません / no such card: card list");
        return done ? 0 : Madoguchi.ATTENTION;
    }
}
