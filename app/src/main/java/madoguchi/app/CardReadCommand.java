package madoguchi.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.card.CardContents;
import madoguchi.card.CardResult;
import madoguchi.card.CardTransport;
import madoguchi.card.Centre;
import madoguchi.card.IssuedCard;
import madoguchi.card.MyNumberCard;
import madoguchi.card.PcscTransport;
import madoguchi.card.Secret;
import madoguchi.card.VirtualCard;
import madoguchi.card.VirtualReader;
import madoguchi.core.Octets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 読み取りを測る – the whole reading of a virtual card, step by step, with the time of each. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = {
            "仮想カードを一通り読み、各段階の時間を測る / read a virtual card through, timing each step",
            "--pcsc: card plug で差し込んだ同じカードを PC/SC で読む / read it through PC/SC, plugged in by card plug"
        })
final class CardReadCommand implements Callable<Integer> {

    private static final Octets MESSAGE = Octets.of(new byte[32]);

    @Mixin
    CardOptions options = new CardOptions();

    @Parameters(paramLabel = "CARD", description = "カードの名前（card list） / the card's name")
    String name = "";

    @Option(names = "--pcsc", description = "PC/SC のリーダーから / from a reader of PC/SC")
    boolean pcsc;

    @Option(names = "--rounds", defaultValue = "20", description = "回数 / how many times (default: ${DEFAULT-VALUE})")
    int rounds = 20;

    private interface Step {
        CardResult<?> take(MyNumberCard card);
    }

    private record Named(String name, Step step) {}

    @Override
    public Integer call() {
        Optional<IssuedCard> card = options.cards().find(name);
        if (card.isEmpty()) {
            System.err.println("そのカードはありません / no such card: card list");
            return Madoguchi.ATTENTION;
        }
        CardResult<CardTransport> way =
                pcsc ? PcscTransport.open(reader -> true).map(found -> found) : CardResult.got(inProcess(name));
        return switch (way) {
            case CardResult.Got<CardTransport>(var transport) ->
                measured(transport, card.get().contents());
            case CardResult.Failed<CardTransport>(var trouble, var word) ->
                failed(trouble.label().toString());
            case CardResult.Wrong<CardTransport> never -> failed("");
            case CardResult.Locked<CardTransport> never -> failed("");
        };
    }

    private CardTransport inProcess(String card) {
        VirtualReader reader = new VirtualReader();
        VirtualCard laid = options.cards().card(card).orElseThrow();
        laid.confirmBiometrics();
        reader.insert(laid);
        return reader;
    }

    private static int failed(String why) {
        System.err.println(why);
        return Madoguchi.FAILED;
    }

    private List<Named> steps(CardContents contents) {
        Centre centre = Centre.of(options.verifier());
        List<Named> steps = new ArrayList<>();
        switch (contents.profile().keyUse()) {
            case PIN -> {
                if (contents.profile().hasFace() && contents.portrait().size() > 0) {
                    steps.add(new Named("顔写真 portrait", card -> card.portrait(contents.faceNumber())));
                }
                steps.add(
                        contents.profile().pinUsable()
                                ? new Named("暗証番号 PIN", card -> card.verify(typed(contents.pin())))
                                : new Named("特定機関認証 centre", card -> card.admit(centre)));
            }
            case BIOMETRICS, NONE -> {}
        }
        steps.add(new Named("証明書 certificate", MyNumberCard::certificate));
        steps.add(new Named("署名 signature", card -> card.sign(MESSAGE)));
        steps.add(new Named("終了 finish", MyNumberCard::finish));
        return steps;
    }

    private static Secret typed(String pin) {
        return Secret.typed(pin.toCharArray()).orElseThrow();
    }

    private int measured(CardTransport transport, CardContents contents) {
        List<Named> steps = steps(contents);
        double[][] millis = new double[steps.size() + 2][rounds];
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            CardResult<MyNumberCard> open = MyNumberCard.open(transport);
            if (!(open instanceof CardResult.Got<MyNumberCard>(var card))) {
                return failed(open.toString());
            }
            try (card) {
                long last = System.nanoTime();
                millis[0][round] = (last - begun) / 1e6;
                for (int step = 0; step < steps.size(); step++) {
                    CardResult<?> result = steps.get(step).step().take(card);
                    long now = System.nanoTime();
                    if (!(result instanceof CardResult.Got)) {
                        return failed(steps.get(step).name() + ": " + result);
                    }
                    millis[step + 1][round] = (now - last) / 1e6;
                    last = now;
                }
                millis[steps.size() + 1][round] = (last - begun) / 1e6;
            }
        }
        print(steps, millis);
        return 0;
    }

    private void print(List<Named> steps, double[][] millis) {
        System.out.printf("%d 回。ミリ秒: 中央値と最大 / milliseconds, median and largest%n", rounds);
        List<String> names = new ArrayList<>(List.of("開く open"));
        steps.forEach(step -> names.add(step.name()));
        names.add("合計 whole");
        for (int row = 0; row < names.size(); row++) {
            Arrays.sort(millis[row]);
            System.out.printf("%9.2f %9.2f  %s%n", millis[row][rounds / 2], millis[row][rounds - 1], names.get(row));
        }
    }
}
