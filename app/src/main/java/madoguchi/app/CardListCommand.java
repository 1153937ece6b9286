package madoguchi.app;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import madoguchi.card.CardFolder;
import madoguchi.card.CardResult;
import madoguchi.card.IssuedCard;
import madoguchi.card.MyNumberCard;
import madoguchi.card.VirtualReader;
import madoguchi.core.CardSerial;
import madoguchi.jpki.IssuedCertificate;
import madoguchi.jpki.RevocationStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** カードの一覧 – remaining tries as a reader would learn them, dates, and what the authority says. No number of a certificate or person. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "カード、残り回数、期限、失効の状態 / cards, remaining tries, dates, revocation")
final class CardListCommand implements Callable<Integer> {

    @Mixin
    CardOptions options = new CardOptions();

    @Override
    public Integer call() {
        CardFolder cards = options.cards();
        if (cards.names().isEmpty()) {
            System.out.println("カードはまだありません / no cards yet: card issue");
            return 0;
        }
        Map<CardSerial, IssuedCertificate> issued = options.authority().issued().stream()
                .collect(Collectors.toMap(IssuedCertificate::serial, Function.identity()));
        System.out.println("暗証 PIN  照合B face  証明書の期限 certificate  カードの期限 card  状態 state       名前 name");
        for (String name : cards.names()) {
            IssuedCard card = cards.find(name).orElseThrow();
            System.out.printf(
                    "%-9s %-11s %-24s %-18s %-14s %s%n",
                    tries(cards, name, MyNumberCard::triesLeft),
                    tries(cards, name, MyNumberCard::faceTriesLeft),
                    card.certificateEnd(),
                    card.contents().cardEnd(),
                    state(issued, card),
                    name);
        }
        return 0;
    }

    private static String tries(CardFolder cards, String name, Function<MyNumberCard, CardResult<Integer>> asked) {
        VirtualReader reader = new VirtualReader();
        reader.insert(cards.card(name).orElseThrow());
        return switch (MyNumberCard.open(reader).then(asked)) {
            case CardResult.Got<Integer>(var left) -> "あと" + left;
            case CardResult.Locked<Integer> locked -> "閉塞";
            case CardResult.Wrong<Integer> uncounted -> "–";
            case CardResult.Failed<Integer> none -> "–";
        };
    }

    private static String state(Map<CardSerial, IssuedCertificate> issued, IssuedCard card) {
        IssuedCertificate known = issued.get(card.serial());
        if (known == null) {
            return "不明 unknown";
        }
        return switch (known.status()) {
            case RevocationStatus.Good good -> "有効 good";
            case RevocationStatus.Revoked revoked -> "失効 revoked";
            case RevocationStatus.OnHold held -> "保留 on hold";
            case RevocationStatus.Unknown unknown -> "不明 unknown";
            case RevocationStatus.Unconfirmed silent -> "不明 unknown";
        };
    }
}
