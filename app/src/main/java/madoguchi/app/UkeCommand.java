package madoguchi.app;

import picocli.CommandLine.Command;

/** 電子レセプトを扱う – checks, shows, compares and copies claim files; no server is needed. */
@Command(
        name = "uke",
        mixinStandardHelpOptions = true,
        description = "電子レセプト（UKE）を検査し、読み、比べ、写す（docs/uke.md） / check, show, compare and copy claim files",
        subcommands = {
            UkeCheckCommand.class,
            UkeShowCommand.class,
            UkeDiffCommand.class,
            UkeCopyCommand.class,
            UkeInventCommand.class
        })
final class UkeCommand {}
