package madoguchi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** 起動中のデータベース – an embedded database that starts while the rest of the program does; whoever needs its address waits for it. */
final class StartingDatabase implements AutoCloseable {

    private final CompletableFuture<EmbeddedDatabase> started;

    private StartingDatabase(CompletableFuture<EmbeddedDatabase> started) {
        this.started = started;
    }

    static StartingDatabase of(Path data) {
        return new StartingDatabase(CompletableFuture.supplyAsync(() -> open(data)));
    }

    private static EmbeddedDatabase open(Path data) {
        try {
            return EmbeddedDatabase.open(data);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** The JDBC address, once the database has started. Throws {@link CompletionException} when it could not. */
    String url() {
        return started.join().url();
    }

    /** Stops the database; nothing to do when it never started. */
    @Override
    public void close() throws IOException {
        if (started.handle((database, failed) -> failed == null).join()) {
            started.join().close();
        }
    }
}
