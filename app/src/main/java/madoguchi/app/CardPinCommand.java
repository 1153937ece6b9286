package madoguchi.app;

import java.util.concurrent.Callable;
import madoguchi.card.CardResult;
import madoguchi.card.CardTrouble;
import madoguchi.card.Done;
import madoguchi.card.MyNumberCard;
import madoguchi.card.Secret;
import madoguchi.card.VirtualReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 暗証番号を試す – types a PIN into a virtual card as a reader would; wrong tries are counted for good. */
@Command(
        name = "pin",
        mixinStandardHelpOptions = true,
        description = "暗証番号を一度試す。誤りは残り回数を減らす / try a PIN once; a wrong one is counted")
final class CardPinCommand implements Callable<Integer> {

    @Mixin
    CardOptions options = new CardOptions();

    @Parameters(paramLabel = "CARD", description = "カードの名前（card list） / the card's name")
    String name = "";

    @Option(
            names = "--pin",
            interactive = true,
            arity = "0..1",
            required = true,
            description = "暗証番号。値を省くと尋ねる / the PIN; asked for when given without value")
    char[] pin = {};

    @Override
    public Integer call() {
        VirtualReader reader = new VirtualReader();
        options.cards().card(name).ifPresent(reader::insert);
        CardResult<Done> tried = Secret.typed(pin)
                .map(secret -> MyNumberCard.open(reader).then(card -> card.verify(secret)))
                .orElseGet(() -> CardResult.failed(CardTrouble.NOT_A_PIN));
        System.out.println(
                switch (tried) {
                    case CardResult.Got<Done> right -> "正しい暗証番号です / the right PIN";
                    case CardResult.Wrong<Done>(var left) ->
                        "違います。あと " + left.map(String::valueOf).orElse("?") + " 回 / wrong, so many tries are left";
                    case CardResult.Locked<Done>(var justNow) ->
                        (justNow ? "ロックしました" : "ロックされています") + " / locked: card unlock";
                    case CardResult.Failed<Done>(var trouble, var word) ->
                        trouble.label().toString();
                });
        return tried instanceof CardResult.Got ? 0 : Madoguchi.ATTENTION;
    }
}
