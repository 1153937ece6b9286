package madoguchi.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import madoguchi.uke.FileKind;
import madoguchi.uke.InventedClaims;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** 作りものの電子レセプトを書く – SIMULATION: a claim file of any size about nobody, to try programs on. */
@Command(
        name = "invent",
        mixinStandardHelpOptions = true,
        description = {
            "作りものの電子レセプトを書く（誰のものでもない、試すためのファイル）",
            "SIMULATION: write a claim file about nobody, to try programs on"
        })
final class UkeInventCommand implements Callable<Integer> {

    private static final long STEP = 100_000;

    @Parameters(paramLabel = "FILE", description = "書くファイル（あれば断る） / the file to write; refused when it is there")
    Path path = Path.of("");

    @Option(names = "--kind", defaultValue = "medical", description = "medical, dpc, dental, dispensing")
    FileKind kind = FileKind.MEDICAL;

    @Option(names = "--receipts", defaultValue = "1000", description = "件数 / how many (default: ${DEFAULT-VALUE})")
    long receipts;

    @Option(
            names = "--month",
            defaultValue = "2026-04",
            description = "診療年月 / service month (default: ${DEFAULT-VALUE})")
    YearMonth month = YearMonth.of(2026, 4);

    @Option(names = "--seed", defaultValue = "1", description = "同じ数なら同じファイル / the same seed, the same file")
    long seed;

    @Spec
    CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (kind == FileKind.NURSING || kind == FileKind.UNKNOWN) {
            throw new ParameterException(command.commandLine(), "--kind: medical, dpc, dental, dispensing");
        }
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW), 1 << 16)) {
            new InventedClaims(kind, seed, month).writeTo(out, receipts, this::progress);
        }
        System.out.printf("○ %s: %,d 件、%,d 字節（作りもの） / receipts, bytes, invented%n", path, receipts, Files.size(path));
        return 0;
    }

    private void progress(long written) {
        if (written % STEP == 0) {
            System.err.printf("\r  %,d / %,d%s", written, receipts, written == receipts ? "\n" : "");
        }
    }
}
