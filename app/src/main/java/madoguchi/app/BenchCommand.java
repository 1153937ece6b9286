package madoguchi.app;

import picocli.CommandLine.Command;

/** 測る – measures this system on the machine it runs on, against figures written down beforehand. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "この機械で性能を測る / measure on this machine",
        subcommands = {
            BenchInquireCommand.class,
            BenchBulkCommand.class,
            BenchIndexCommand.class,
            BenchImportCommand.class,
            BenchLedgerCommand.class,
            BenchQualityCommand.class,
            BenchRulesCommand.class,
            BenchReaderCommand.class,
            BenchSettleCommand.class,
            BenchStatsCommand.class,
            BenchUkeCommand.class
        })
final class BenchCommand {}
