package madoguchi.app;

import picocli.CommandLine.Command;

/** 規則を扱う – from rule files to a bundle that every desk takes. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "規則を点検し、違いを読み、署名し、公布する（docs/rule-bundles.md） / check, compare, sign and publish rules",
        subcommands = {
            RulesCheckCommand.class,
            RulesDiffCommand.class,
            RulesKeyCommand.class,
            RulesSignCommand.class,
            RulesPublishCommand.class,
        })
final class RulesCommand {}
