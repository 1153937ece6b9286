package madoguchi.app;

import picocli.CommandLine.Command;

/** 仮想カードを扱う – the municipality's counter for virtual cards and phones of the sample town. A SIMULATION: nothing here makes or changes a real card. */
@Command(
        name = "card",
        mixinStandardHelpOptions = true,
        description =
                "見本の町の仮想カードを発行し、使う（模擬。docs/cards.md） / issue and use virtual cards of the sample town (a simulation)",
        subcommands = {
            CardIssueCommand.class,
            CardRenewCommand.class,
            CardRevokeCommand.class,
            CardListCommand.class,
            CardPlugCommand.class,
            CardPinCommand.class,
            CardUnlockCommand.class,
            CardReadCommand.class,
        })
final class CardCommand {}
