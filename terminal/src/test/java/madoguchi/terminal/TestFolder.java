package madoguchi.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import madoguchi.core.Answer;
import madoguchi.core.Arrivals;
import madoguchi.core.Hub;
import madoguchi.core.Reply;

/** A shared folder on a real disk, with either side wired as the application would, only less patient. */
record TestFolder(Path root) {

    static final Instant NOW = Samples.ANSWERED;
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration SCAN = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMillis(200);

    static Hub answering(Answer answer) {
        return inquiry -> Reply.of(answer, NOW);
    }

    FolderTerminal terminal(Hub hub) {
        FolderTerminal terminal = new FolderTerminal(
                root, Samples.CLINIC, hub, CLOCK, new TerminalSettings(OqsCharset.UTF_8, SCAN, PATIENCE));
        terminal.start();
        return terminal;
    }

    OqsFolderHub desk(Duration timeout) {
        OqsFolderHub desk = new OqsFolderHub(root, CLOCK, settings(timeout));
        desk.start();
        return desk;
    }

    FaceWatcher faces(Arrivals arrivals) {
        FaceWatcher faces = new FaceWatcher(root, arrivals, CLOCK, settings(Duration.ofSeconds(8)));
        faces.start();
        return faces;
    }

    private static OqsFolderSettings settings(Duration timeout) {
        return new OqsFolderSettings(OqsCharset.SHIFT_JIS, SCAN, PATIENCE, timeout, 3, false);
    }

    Path at(String path) {
        return root.resolve(path);
    }

    boolean has(String path) {
        return Files.exists(at(path));
    }

    List<String> in(String folder) {
        return Folder.files(at(folder)).stream().map(FileName::of).toList();
    }

    void put(String path, byte[] bytes) {
        try {
            Folder.write(at("draft-of-test/x"), at(path), bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String text(String path) {
        try {
            return Files.readString(at(path), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
