package madoguchi.uke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** 取っておいた入力 – every input that broke something once, tried each time ({@code src/test/resources/fuzz/uke/}). */
final class Kept {

    private Kept() {}

    static List<byte[]> inputs() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/fuzz/uke"))) {
            return files.sorted().map(Kept::read).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Writes what broke something under {@code target/fuzz/uke/}, to be moved to the kept ones. */
    static Path keep(byte[] input) {
        try {
            Path folder = Files.createDirectories(Path.of("target/fuzz/uke"));
            return Files.write(folder.resolve("%08x".formatted(Arrays.hashCode(input))), input);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
