package madoguchi.app;

import picocli.CommandLine.Command;

/** 全国規模の処理 – a month of claim files on all cores of this machine, without a database: first the snapshot of the registers, then the files. */
@Command(
        name = "nation",
        mixinStandardHelpOptions = true,
        description = {
            "一か月分の振替・分割を一台で（docs/settle.md）: 台帳の写しを作り、ファイルを処理する",
            "transfer and split a month of files on this machine: a snapshot of the registers, then the files"
        },
        subcommands = {NationSnapshotCommand.class, NationSettleCommand.class})
final class NationCommand {}
