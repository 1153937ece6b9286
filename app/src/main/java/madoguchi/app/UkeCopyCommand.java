package madoguchi.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.uke.Line;
import madoguchi.uke.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 電子レセプトを写す – reads every record by its type and writes it again: the copy is the file, byte for byte, and this says so after comparing them. */
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        description = {
            "電子レセプトを、すべての記録を型で読んで書き直し、字節が同じことを確かめる",
            "read every record of a claim file by its type, write it again, and compare the bytes"
        })
final class UkeCopyCommand implements Callable<Integer> {

    private static final int BUFFER = 1 << 16;

    @Parameters(index = "0", paramLabel = "FILE", description = "電子レセプト / claim file")
    Path from = Path.of("");

    @Parameters(index = "1", paramLabel = "COPY", description = "写し / the copy")
    Path to = Path.of("");

    @Option(names = "--force", description = "写しがあれば置き換える / replace a copy that is there")
    boolean force;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(to) && (!force || Files.isSameFile(from, to))) {
            System.err.println("すでにあります: " + to + "（--force で置き換えます） / already there; --force replaces it");
            return Madoguchi.FAILED;
        }
        Path written = to.resolveSibling(to.getFileName() + ".part");
        try {
            long records = write(written);
            long differs = Files.mismatch(from, written);
            if (differs >= 0) {
                System.err.println("写しが違います: " + differs + " 字節目から / the copy differs from byte " + differs);
                return Madoguchi.FAILED;
            }
            Files.move(written, to, StandardCopyOption.REPLACE_EXISTING);
            System.out.printf(
                    "○ %,d 記録、%,d 字節。字節はすべて同じです / records, bytes; all bytes are the same%n", records, Files.size(to));
            return 0;
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private long write(Path target) throws IOException {
        long records = 0;
        try (UkeFile file = new UkeFile(from);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), BUFFER)) {
            for (Optional<Part> part = file.next(); part.isPresent(); part = file.next()) {
                for (Line line : part.get().lines()) {
                    line.typed().line().writeTo(out);
                    records++;
                }
            }
        }
        return records;
    }
}
