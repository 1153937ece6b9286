package madoguchi.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.card.IssuedCard;
import madoguchi.core.Parsed;
import madoguchi.core.Wareki;
import madoguchi.jpki.RevocationReason;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.policy.CertificateTerms;
import madoguchi.policy.RuleBook;
import madoguchi.town.Resident;
import madoguchi.town.Town;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 証明書を更新する – a new certificate with a new serial on the same card; the old one is revoked as superseded. */
@Command(
        name = "renew",
        mixinStandardHelpOptions = true,
        description = "同じカードに新しい電子証明書を入れ、旧→新のファイルを書く / put a new certificate on a card and write old → new for the hub")
final class CardRenewCommand implements Callable<Integer> {

    @Mixin
    CardOptions options = new CardOptions();

    @Parameters(paramLabel = "CARD", description = "カードの名前（card list） / the card's name")
    String name = "";

    @Option(names = "--day", description = "更新日（省略: きょう） / day of the renewal (default: today)")
    @Nullable
    String day;

    @Override
    public Integer call() throws Exception {
        Parsed<LocalDate> on = day == null ? Parsed.of(LocalDate.now(options.clock())) : Wareki.parse("--day", day);
        if (!on.problems().isEmpty()) {
            on.problems().forEach(System.err::println);
            return 2;
        }
        Optional<IssuedCard> old = options.cards().find(name);
        Optional<Resident> resident = old.flatMap(card -> Town.load().residents().stream()
                .filter(one -> one.person().key().equals(card.holder()))
                .findFirst());
        if (resident.isEmpty()) {
            System.err.println("そのカードはありません / no such card: card list");
            return Madoguchi.ATTENTION;
        }
        return renewed(old.orElseThrow(), resident.get(), on.orElseThrow());
    }

    private int renewed(IssuedCard old, Resident resident, LocalDate on) throws Exception {
        SimulatedAuthority authority = options.authority();
        IssuedCard fresh = new CardIssuing(
                        authority, options.verifier(), new CertificateTerms(RuleBook.bundled()), options.clock())
                .renew(old, resident, on);
        options.cards().put(fresh);
        boolean revoked = authority.revoke(
                old.serial(), RevocationReason.SUPERSEDED, options.clock().instant());
        System.out.printf(
                "更新 renewed: %s、新しい期限 valid through %s%s%n",
                fresh.name(), fresh.certificateEnd(), revoked ? "" : "（旧証明書は失効済 / the old one was revoked before）");
        options.write(
                "renewal-%s-%s.csv".formatted(fresh.name(), CardFiles.stamp(options.clock())),
                Resident.CARD_HEADER,
                List.of(resident.cardRow(fresh.contents().profile().token(), fresh.serial(), on, fresh.predecessor())));
        return 0;
    }
}
