package madoguchi.app;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.card.CardResult;
import madoguchi.card.VirtualCard;
import madoguchi.card.VpcdPlug;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** カードを差し込む – plugs a virtual card into pcscd through vpcd, so that any PC/SC program sees it; until the command is stopped. */
@Command(
        name = "plug",
        mixinStandardHelpOptions = true,
        description = "仮想カードを vpcd に差し込む（Ctrl-C で抜く） / plug a virtual card into vpcd; Ctrl-C pulls it")
final class CardPlugCommand implements Callable<Integer> {

    @Mixin
    CardOptions options = new CardOptions();

    @Parameters(paramLabel = "CARD", description = "カードの名前（card list） / the card's name")
    String name = "";

    @Option(
            names = "--host",
            defaultValue = "localhost",
            description = "vpcd のあるところ / where vpcd runs (default: ${DEFAULT-VALUE})")
    String host = "localhost";

    @Option(
            names = "--port",
            defaultValue = "" + VpcdPlug.PORT,
            description = "vpcd のポート / port of vpcd (default: ${DEFAULT-VALUE})")
    int port = VpcdPlug.PORT;

    @Option(names = "--biometrics", description = "iPhone の生体認証を済ませておく / an iPhone whose holder has confirmed")
    boolean biometrics;

    @Override
    public Integer call() throws Exception {
        Optional<VirtualCard> card = options.cards().card(name);
        if (card.isEmpty()) {
            System.err.println("そのカードはありません / no such card: card list");
            return Madoguchi.ATTENTION;
        }
        if (biometrics) {
            card.get().confirmBiometrics();
        }
        if (!(VpcdPlug.plug(card.get(), new InetSocketAddress(host, port))
                instanceof CardResult.Got<VpcdPlug>(var plug))) {
            System.err.printf(
                    "vpcd が %s:%d で待っていません / vpcd does not listen there: apt-get install pcscd vsmartcard-vpcd%n",
                    host, port);
            return Madoguchi.FAILED;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(plug::close));
        System.out.println("差し込みました。Ctrl-C で抜きます / plugged in; Ctrl-C pulls it");
        plug.awaitEnd();
        return 0;
    }
}
