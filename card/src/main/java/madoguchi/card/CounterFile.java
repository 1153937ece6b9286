package madoguchi.card;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/** 失敗回数のファイル – the counters of one virtual card, on disk before the card answers; read anew each time, so that an unlocking by another program is felt at once. */
final class CounterFile implements TryCounters {

    private final Path file;

    CounterFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized int wrong(String reference) {
        return Integer.parseInt(read().getProperty(reference, "0"));
    }

    @Override
    public synchronized void remember(String reference, int wrong) {
        Properties counters = read();
        if (wrong == Integer.parseInt(counters.getProperty(reference, "0"))) {
            return;
        }
        counters.setProperty(reference, Integer.toString(wrong));
        write(counters);
    }

    private Properties read() {
        Properties counters = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                counters.load(in);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return counters;
    }

    private void write(Properties counters) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            StringWriter text = new StringWriter();
            counters.store(text, null);
            try (FileChannel out = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
