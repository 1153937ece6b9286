package madoguchi.spark;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** 計算機の群れのコマンド: the main class for {@code spark-submit}, or for {@code java} on one machine. Exit codes as {@code madoguchi}'s. */
@Command(
        name = "madoguchi-spark",
        mixinStandardHelpOptions = true,
        description = "振替・分割を Apache Spark で / transfer and split on Apache Spark",
        subcommands = {SettleCommand.class, LocalCommand.class, InventCommand.class})
public final class MadoguchiSpark {

    private static final int FAILED = 3;

    private MadoguchiSpark() {}

    /** Runs one command; ends the process with its code when that is not 0. */
    public static void main(String[] arguments) {
        int code = run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String... arguments) {
        return new CommandLine(new MadoguchiSpark())
                .setExecutionExceptionHandler((failed, command, parsed) -> {
                    command.getErr().println("実行できませんでした / failed: " + failed.getMessage());
                    return FAILED;
                })
                .execute(arguments);
    }
}
