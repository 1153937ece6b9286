package madoguchi.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import madoguchi.core.Answer;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * フォルダ越しの一往復 – writes one request about many persons into {@code req/} and waits for the file of the same base name in {@code res/}: an {@code .xml}, a plain {@code .zip} with one, or an {@code .err}.
 *
 * <p>Only files that belong to a call of ours are touched. What the caller understood goes to {@code done/}, everything else to {@code unread/} with a reason, as with single inquiries.
 */
final class FolderCalls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderCalls.class);
    private static final int REMEMBERED = 200;

    /** 届いたもの. */
    sealed interface Came {
        /** A file. */
        final class File implements Came {
            private final Path path;
            private final byte[] xml;

            private File(Path path, byte[] xml) {
                this.path = path;
                this.xml = xml;
            }

            Path path() {
                return path;
            }

            /** Its content, unzipped. */
            byte[] xml() {
                return xml;
            }
        }

        /** None. */
        record None(Answer.Unreachable why) implements Came {}
    }

    private final Path req;
    private final Path res;
    private final Path err;
    private final Path draft;
    private final Path root;
    private final Clock clock;
    private final OqsFolderSettings settings;
    private final Archive archive;
    private final Arriving arriving;
    private final FolderWatch watch;
    private final BiConsumer<String, Came.File> late;
    private final Map<String, RequestNames> names = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Came>> waiting = new ConcurrentHashMap<>();
    private final Map<String, Boolean> over = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    /**
     * Calls through one root.
     *
     * @param late is given answers that come after waiting for them ended, with the base name of the request
     */
    FolderCalls(Path root, Clock clock, OqsFolderSettings settings, BiConsumer<String, Came.File> late) {
        this.root = root;
        this.req = root.resolve("req");
        this.res = root.resolve("res");
        this.err = root.resolve("err");
        this.draft = root.resolve("draft");
        this.clock = clock;
        this.settings = settings;
        this.late = late;
        this.archive = new Archive(root, settings.keepDone());
        this.arriving = new Arriving(settings.patience());
        this.watch = new FolderWatch("oqs-many", List.of(req, res, err), settings.scanEvery(), this::scan);
    }

    void start() {
        watch.start();
    }

    /** A new base name for a request. */
    String name(ManyKind kind, ManyKind.Step step) {
        return names.computeIfAbsent(
                        kind.request(step),
                        prefix -> new RequestNames(
                                List.of(req, res, err, root.resolve("done"), root.resolve("unread")), prefix))
                .next(LocalDate.ofInstant(clock.instant(), Wire.JAPAN));
    }

    /** Sends and waits as long as the settings say. */
    Came call(String base, byte[] request) {
        CompletableFuture<Came> answer = new CompletableFuture<>();
        waiting.put(base, answer);
        try {
            String name = base + FileName.XML;
            Folder.write(draft.resolve(name), req.resolve(name), request);
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return withdrawn(base);
        } catch (IOException away) {
            return terminalAway();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return withdrawn(base);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("an answer is never completed exceptionally", broken);
        } finally {
            waiting.remove(base);
        }
    }

    /** An answer may still come: from now on it is late. */
    private Came withdrawn(String base) {
        over.put(base, true);
        try {
            return Files.deleteIfExists(req.resolve(base + FileName.XML))
                    ? terminalAway()
                    : none(Answer.Cause.TIMEOUT, "時間内に回答がありませんでした。もう一度お試しください。", "No answer in time. Try again.");
        } catch (IOException away) {
            return terminalAway();
        }
    }

    private static Came terminalAway() {
        return none(
                Answer.Cause.TERMINAL,
                "資格確認端末が要求ファイルを受け取りません。端末の電源と連携アプリを確かめてください。",
                "The terminal does not take the request file. Check that it is on and its link application runs.");
    }

    private static Came none(Answer.Cause cause, String ja, String en) {
        return new Came.None(new Answer.Unreachable(cause, Optional.empty(), new Text(ja, en)));
    }

    /** The file was understood. */
    void understood(Came.File file) {
        try {
            archive.done(file.path());
        } catch (IOException locked) {
            LOG.debug("an answer cannot be filed away yet");
        }
    }

    /** The file was not understood: it is kept aside with the reasons. */
    Answer.Unreachable notUnderstood(Came.File file, List<Problem> problems) {
        putAside(file.path(), problems);
        Text first = problems.getFirst().reason();
        return new Answer.Unreachable(
                Answer.Cause.UNREADABLE,
                Optional.empty(),
                new Text(
                        "回答を読み取れませんでした（ファイルは unread/ にあります）。" + first.ja(),
                        "The answer could not be read (the file is in unread/). " + first.en()));
    }

    private void putAside(Path file, List<Problem> problems) {
        try {
            archive.unread(file, problems);
        } catch (IOException locked) {
            LOG.debug("a file cannot be put aside yet");
        }
    }

    private void scan() {
        List<Path> answers = Folder.files(res);
        arriving.keepOnly(answers);
        answers.forEach(this::look);
        Stream.of(req, err)
                .flatMap(folder -> Folder.files(folder).stream())
                .filter(file -> FileName.hasExtension(file, FileName.ERR))
                .forEach(this::look);
    }

    private void look(Path file) {
        String base = FileName.base(file).replaceFirst("res_", "req_");
        CompletableFuture<Came> answer = waiting.get(base);
        if (answer == null && !over.containsKey(base)) {
            return;
        }
        if (FileName.hasExtension(file, FileName.ERR)) {
            refused(file, base, answer);
        } else {
            read(file).ifPresent(came -> deliver(base, came, answer));
        }
    }

    private void deliver(String base, Came came, @Nullable CompletableFuture<Came> answer) {
        if (answer != null && !answer.isDone()) {
            answer.complete(came);
        } else if (answer == null && came instanceof Came.File file) {
            late.accept(base, file);
        }
    }

    private void refused(Path file, String base, @Nullable CompletableFuture<Came> answer) {
        putAside(file, List.of(Problem.at("ファイル / file", "端末が要求を受け付けませんでした。", "The terminal refused the request.")));
        Folder.discard(req.resolve(base + FileName.XML));
        if (answer != null) {
            answer.complete(none(
                    Answer.Cause.REFUSED,
                    "端末が要求ファイルを受け付けませんでした（理由は unread/ の .err ファイルにあります）。",
                    "The terminal refused the request file (its reason is the .err file in unread/)."));
        }
    }

    /** The content once it is whole; a file that will not become whole is put aside. */
    private Optional<Came> read(Path file) {
        try {
            byte[] bytes = Folder.read(file, Xml.MANY_BYTES_MAX);
            boolean zip = FileName.hasExtension(file, FileName.ZIP);
            byte[] xml = zip ? Zip.only(bytes, Xml.MANY_BYTES_MAX) : bytes;
            return zip || Xml.looksFinished(xml) || !arriving.mayStillGrow(file)
                    ? Optional.of(new Came.File(file, xml))
                    : Optional.empty();
        } catch (ZipException unreadable) {
            return arriving.mayStillGrow(file) ? Optional.empty() : Optional.of(encrypted(file));
        } catch (IOException locked) {
            return Optional.empty();
        }
    }

    private Came encrypted(Path file) {
        return new Came.None(notUnderstood(new Came.File(file, new byte[0]), OqsFolderHub.zipped()));
    }

    @Override
    public void close() {
        watch.close();
        waiting.forEach((base, answer) -> {
            Folder.discard(req.resolve(base + FileName.XML));
            answer.complete(none(Answer.Cause.TERMINAL, "中止しました（停止中）。", "Stopped while waiting."));
        });
    }
}
