package madoguchi.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import madoguchi.hub.DatabaseTrouble;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * 窓口のコマンド. Exit codes: 0 done; 1 done, but something needs attention (faulty lines, a failed check, nobody could answer); 2 the command line was not understood; 3 it could not be done, and the message says why.
 */
@Command(
        name = "madoguchi",
        mixinStandardHelpOptions = true,
        version = "Madoguchi 0.1.0",
        header = "窓口 – オンライン資格確認 / online health-insurance eligibility verification",
        subcommands = {
            HelpCommand.class,
            DemoCommand.class,
            ServeCommand.class,
            InquireCommand.class,
            BulkCommand.class,
            DetermineCommand.class,
            AskCommand.class,
            LeafletCommand.class,
            ImportCommand.class,
            AuditCommand.class,
            QualityCommand.class,
            AccountCommand.class,
            CardCommand.class,
            PhoneReaderCommand.class,
            CodeCommand.class,
            RulesCommand.class,
            UkeCommand.class,
            ClaimsCommand.class,
            ReviewCommand.class,
            SubsidyCommand.class,
            StatsCommand.class,
            NationCommand.class,
            DoctorCommand.class,
            BenchCommand.class,
        },
        footer = {
            "",
            "終了コード / exit codes:",
            "  0 完了 done · 1 要確認 needs attention",
            "  2 使い方の誤り usage · 3 実行できない failed",
            "テスト / tests: ./madoguchi test"
        })
public final class Madoguchi {

    /** Something needs a person's attention. */
    static final int ATTENTION = 1;

    /** It could not be done. */
    static final int FAILED = 3;

    private Madoguchi() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Madoguchi())
                .setParameterExceptionHandler((wrong, given) -> misunderstood(wrong))
                .setExecutionExceptionHandler((failed, command, parsed) -> failed(failed, command))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(YearMonth.class, Madoguchi::month)
                .execute(arguments);
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeParseException other) {
            throw new CommandLine.TypeConversionException("年月は 2026-05 のように / a month such as 2026-05: " + typed);
        }
    }

    private static int misunderstood(CommandLine.ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("コマンドの書き方が違います / the command line was not understood: " + wrong.getMessage());
        command.getErr().println("使い方 / usage: " + command.getCommandSpec().qualifiedName() + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int failed(Exception failed, CommandLine command) {
        command.getErr().println("実行できませんでした / failed: " + reason(failed));
        if (System.getenv("MADOGUCHI_TRACE") != null) {
            failed.printStackTrace(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        } else {
            command.getErr()
                    .println(
                            "詳しくは / for details: MADOGUCHI_TRACE=1 を付けて再実行 / run again with MADOGUCHI_TRACE=1; ./madoguchi doctor");
        }
        return FAILED;
    }

    private static String reason(Throwable failed) {
        Optional<DatabaseTrouble> trouble = DatabaseTrouble.of(failed);
        if (trouble.isPresent()) {
            return trouble.get().what() + " " + trouble.get().todo();
        }
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof NoSuchFileException missing) {
            return "ファイルがありません / there is no such file: " + missing.getFile();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
