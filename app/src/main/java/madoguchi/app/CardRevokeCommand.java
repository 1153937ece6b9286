package madoguchi.app;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.card.IssuedCard;
import madoguchi.jpki.RevocationReason;
import madoguchi.jpki.SimulatedAuthority;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 失効・一時保留 – what the simulated authority says about a card's certificate from now on. The card itself does not notice. */
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        description = "電子証明書を失効・一時保留にする、保留を解く / revoke a certificate, put it on hold, release it")
final class CardRevokeCommand implements Callable<Integer> {

    /** 一時保留か解除か – neither means: revoked for good. */
    static final class Instead {
        @Option(names = "--hold", description = "一時保留（紛失の届出） / on hold, as when it was lost")
        boolean hold;

        @Option(names = "--release", description = "一時保留を解く / release the hold")
        boolean release;
    }

    @Mixin
    CardOptions options = new CardOptions();

    @ArgGroup
    Instead instead = new Instead();

    @Parameters(paramLabel = "CARD", description = "カードの名前（card list） / the card's name")
    String name = "";

    @Override
    public Integer call() {
        Optional<IssuedCard> card = options.cards().find(name);
        if (card.isEmpty()) {
            System.err.println("そのカードはありません / no such card: card list");
            return Madoguchi.ATTENTION;
        }
        boolean done = changed(card.get(), options.clock().instant());
        System.out.println(
                done
                        ? "模擬認証局に記録しました / recorded by the simulated authority"
                        : "今の状態からはできません / not possible from its present state: card list");
        return done ? 0 : Madoguchi.ATTENTION;
    }

    private boolean changed(IssuedCard card, Instant now) {
        SimulatedAuthority authority = options.authority();
        if (instead.hold) {
            return authority.hold(card.serial(), now);
        }
        return instead.release
                ? authority.release(card.serial(), now)
                : authority.revoke(card.serial(), RevocationReason.CESSATION, now);
    }
}
