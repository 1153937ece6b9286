package madoguchi.app;

import picocli.CommandLine.Command;

/** 請求を点検する – what would become of a claim file if it were sent. */
@Command(
        name = "claims",
        mixinStandardHelpOptions = true,
        description = "請求前のレセプトを点検し、確実な訂正をする（docs/claims.md） / check a claim file before it is sent, and mend it",
        subcommands = ClaimsCheckCommand.class)
final class ClaimsCommand {}
