package madoguchi.app;

import picocli.CommandLine.Command;

/** 医療費助成の登録と参加 – takes files of municipalities, shows the schemes and who takes part, and says for whom a clerk works. */
@Command(
        name = "subsidy",
        mixinStandardHelpOptions = true,
        description = {
            "医療費助成（PMH の模擬）: 登録ファイルを受け付け、制度と参加者を示す（docs/subsidy.md）",
            "the hub of subsidies, SIMULATION: take registration files, show schemes and who takes part"
        },
        subcommands = {
            SubsidyRegisterCommand.class,
            SubsidySchemesCommand.class,
            SubsidyParticipantsCommand.class,
            SubsidyClerkCommand.class,
            SubsidyCertificateCommand.class,
            SubsidyTokenCommand.class
        })
final class SubsidyCommand {}
