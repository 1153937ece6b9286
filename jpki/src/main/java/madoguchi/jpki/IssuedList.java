package madoguchi.jpki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.core.CardSerial;

/** 発行簿 – the append-only list {@code issued.csv} of an authority. Whatever another process appends is seen at the next look. */
final class IssuedList {

    private final KeyFolder folder;
    private final Path file;
    private final Map<CardSerial, IssuedCertificate> certificates = new LinkedHashMap<>();
    private long read;

    IssuedList(KeyFolder folder) {
        this.folder = folder;
        this.file = folder.resolve("issued.csv");
    }

    /** Everything issued, in order of issue. */
    synchronized List<IssuedCertificate> all() {
        catchUp();
        return List.copyOf(certificates.values());
    }

    synchronized Optional<IssuedCertificate> find(CardSerial serial) {
        catchUp();
        return Optional.ofNullable(certificates.get(serial));
    }

    /** Appends what the present state allows; empty when it allows nothing. Nobody else writes meanwhile. */
    boolean append(CardSerial serial, Function<Optional<IssuedCertificate>, Optional<StatusEntry>> deciding) {
        return folder.alone(() -> {
            Optional<StatusEntry> entry = deciding.apply(find(serial));
            entry.ifPresent(this::write);
            return entry.isPresent();
        });
    }

    private void write(StatusEntry entry) {
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
            // A line that was cut off by a crash ends here.
            String before = out.size() > read ? "\n" : "";
            out.write(ByteBuffer.wrap((before + entry.line() + "\n").getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void catchUp() {
        try {
            if (!Files.exists(file) || Files.size(file) == read) {
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            String news = new String(bytes, (int) read, bytes.length - (int) read, StandardCharsets.US_ASCII);
            int end = news.lastIndexOf('\n') + 1;
            news.substring(0, end)
                    .lines()
                    .flatMap(line -> StatusEntry.read(line).stream())
                    .forEach(this::fold);
            read += end;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void fold(StatusEntry entry) {
        CardSerial serial = entry.serial();
        switch (entry.event()) {
            case StatusEntry.Event.Issue(var token, var from, var end) ->
                certificates.put(serial, new IssuedCertificate(serial, token, from, end, new RevocationStatus.Good()));
            case StatusEntry.Event.Hold _ -> become(serial, new RevocationStatus.OnHold(entry.at()));
            case StatusEntry.Event.Release _ -> become(serial, new RevocationStatus.Good());
            case StatusEntry.Event.Revoke(var why) -> become(serial, new RevocationStatus.Revoked(why, entry.at()));
        }
    }

    private void become(CardSerial serial, RevocationStatus status) {
        certificates.computeIfPresent(serial, (_, known) -> known.now(status));
    }
}
