package madoguchi.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import madoguchi.core.Hub;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.ReaderAnswers;
import madoguchi.core.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 資格確認端末（連携アプリ） – plays the official terminal over one root folder: takes {@code req/OQSsiquc01req_*.xml}, asks a hub, answers in {@code res/}, puts reader results into
 * {@code face/} ({@code oqs-interface.md} §1.3).
 *
 * <p>A request is first moved to {@code work/} (that is how the asking software sees it taken) and deleted after its answer lies in {@code res/}; what lies in {@code req/} or
 * {@code work/} at start is answered then. A request that cannot be understood goes to {@code err/} together with {@code <its base name>.err}, which names every fault. A
 * {@code script.txt} in the root makes it a test bench, see {@link Scripted} and {@code terminal/TESTBENCH.md}.
 */
public final class FolderTerminal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderTerminal.class);

    private final Path req;
    private final Path res;
    private final Path face;
    private final Path err;
    private final Path work;
    private final MedicalInstitutionCode facility;
    private final Answering answering;
    private final ManyServices services;
    private final ManyAnswering many;
    private final Clock clock;
    private final ScriptFile script;
    private final Arriving arriving;
    private final Optional<VisitFolder> visits;
    private final FolderWatch watch;
    private final Set<Path> underway = ConcurrentHashMap.newKeySet();
    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * A terminal that has not started yet.
     *
     * @param root the shared folder; made with its sub-folders when missing
     * @param facility 医療機関コード of this terminal; a request with another one gets a header error
     * @param hub answers the inquiries
     */
    public FolderTerminal(Path root, MedicalInstitutionCode facility, Hub hub, Clock clock, TerminalSettings settings) {
        this(root, facility, hub, ManyServices.none(), clock, settings);
    }

    /**
     * A terminal that also takes requests about many persons.
     *
     * @param services who answers those
     */
    public FolderTerminal(
            Path root,
            MedicalInstitutionCode facility,
            Hub hub,
            ManyServices services,
            Clock clock,
            TerminalSettings settings) {
        this.req = root.resolve("req");
        this.res = root.resolve("res");
        this.face = root.resolve("face");
        this.err = root.resolve("err");
        this.work = root.resolve("work");
        this.facility = facility;
        this.answering = new Answering(facility, hub, clock, settings.charset());
        this.services = services;
        this.many = new ManyAnswering(facility, root.resolve("many"), services, clock, settings.charset());
        this.clock = clock;
        this.script = new ScriptFile(root);
        this.arriving = new Arriving(settings.patience());
        this.visits = services.visits()
                .map(consents -> new VisitFolder(root, facility, consents, new Arriving(settings.patience())));
        List<Path> folders = new ArrayList<>(List.of(req, res, face, err, work));
        visits.ifPresent(simulated -> folders.add(root.resolve("visits")));
        this.watch = new FolderWatch("terminal", folders, settings.scanEvery(), this::scan);
    }

    /** Begins to take requests, on virtual threads. */
    public void start() {
        Folder.files(work).stream().filter(FileName::isDraft).forEach(Folder::discard);
        watch.start();
    }

    /** Queues an outcome for the next request: the command of a test bench. */
    public void next(Scripted outcome) {
        script.next(outcome);
    }

    /**
     * 顔認証結果 – puts a reader result into {@code face/}, with 照会区分 1 and no search info.
     *
     * @param day 資格確認日
     * @return the file's name
     * @throws UncheckedIOException when the folder cannot be written
     */
    public String push(Reply reply, LocalDate day) {
        return push(reply, day, Optional.empty());
    }

    /**
     * 顔認証結果 – the same with the consents given at the reader, each with its end. 医療費助成 is not in it: the names of its elements are not public.
     *
     * @param day 資格確認日
     * @param answers 読取機での回答
     * @return the file's name
     * @throws UncheckedIOException when the folder cannot be written
     */
    public String push(Reply reply, LocalDate day, Optional<ReaderAnswers> answers) {
        String opaque = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        String name = FileName.FACE + facility + opaque + "_" + Wire.written(clock.instant()) + FileName.XML;
        try {
            put(face.resolve(name), answering.face(reply, day, answers));
        } catch (IOException away) {
            throw new UncheckedIOException("the face folder cannot be written", away);
        }
        return name;
    }

    private void scan() {
        visits.ifPresent(VisitFolder::scan);
        List<Path> files = Folder.files(req);
        arriving.keepOnly(files);
        files.stream().filter(file -> !FileName.isDraft(file)).forEach(this::look);
        Folder.files(work).stream()
                .filter(file -> isServed(file) && underway.add(file))
                .forEach(file -> answers.execute(() -> answer(file)));
    }

    private boolean isServed(Path file) {
        return FileName.request(file).isPresent() || many(file).isPresent();
    }

    private Optional<ManyKind.Named> many(Path file) {
        return ManyKind.of(FileName.of(file)).filter(named -> services.serves(named.kind()));
    }

    private void look(Path file) {
        try {
            if (!isServed(file)) {
                refuse(file, unknownKind());
                return;
            }
            byte[] bytes = bytes(file);
            List<Problem> problems = many(file)
                    .map(named -> ManyRequest.read(named, bytes).problems())
                    .orElseGet(() -> Requests.read(bytes).problems());
            if (problems.isEmpty()) {
                take(file);
            } else if (Xml.looksFinished(bytes) || !arriving.mayStillGrow(file)) {
                refuse(file, problems);
            }
        } catch (NoSuchFileException takenBack) {
            LOG.debug("a request was taken back");
        } catch (IOException locked) {
            LOG.debug("a request cannot be read yet");
        }
    }

    private byte[] bytes(Path file) throws IOException {
        return many(file).isPresent() ? Folder.read(file, Xml.MANY_BYTES_MAX) : Folder.read(file);
    }

    /** A second file of the same name waits until the first is answered. */
    private void take(Path file) throws IOException {
        Path taken = work.resolve(FileName.of(file));
        if (!underway.contains(taken)) {
            Folder.move(file, taken);
        }
    }

    private static List<Problem> unknownKind() {
        return List.of(
                Problem.at(
                        "ファイル名 / file name",
                        "この端末が扱う要求ファイルではありません（OQSsiquc01req_〈英数字〉.xml など。種類は TESTBENCH.md）。",
                        "Not a kind of request this terminal serves (such as OQSsiquc01req_<alphanumerics>.xml; the kinds are in TESTBENCH.md)."));
    }

    private void answer(Path taken) {
        try {
            byte[] file = bytes(taken);
            Parsed<Reception> read = many(taken).map(named -> many(named, file)).orElseGet(() -> single(file, taken));
            switch (read) {
                case Parsed.Value<Reception>(var reception) -> answer(taken, reception);
                case Parsed.Faults<Reception>(var problems) -> refuse(taken, problems);
            }
        } catch (NoSuchFileException answeredAlready) {
            LOG.debug("a request was answered between listing and reading");
        } catch (IOException away) {
            LOG.warn("an answer could not be written, trying again");
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            LOG.error("a request could not be answered, trying again", broken);
        } finally {
            underway.remove(taken);
        }
    }

    /** 受けた要求 – how a request of whatever kind is answered. */
    private record Reception(String base, Scripted outcome, Making answer, Making systemError) {}

    /** 作成. */
    private interface Making {
        byte[] bytes() throws IOException;
    }

    private Parsed<Reception> single(byte[] file, Path taken) {
        return Requests.read(file)
                .map(request -> new Reception(
                        FileName.answerTo(FileName.base(taken)),
                        script.outcome(request.search()),
                        () -> answering.answer(request),
                        () -> answering.systemError(request)));
    }

    private Parsed<Reception> many(ManyKind.Named named, byte[] file) {
        return ManyRequest.read(named, file)
                .map(request -> new Reception(
                        named.answer(),
                        script.outcome(request.persons()),
                        () -> many.answer(request, file),
                        () -> many.systemError(request)));
    }

    private void answer(Path taken, Reception reception) throws IOException, InterruptedException {
        Path target = res.resolve(reception.base() + FileName.XML);
        switch (reception.outcome()) {
            case Scripted.Plain() -> put(target, reception.answer().bytes());
            case Scripted.Delay(var by) -> {
                Thread.sleep(by);
                put(target, reception.answer().bytes());
            }
            case Scripted.SystemError() -> put(target, reception.systemError().bytes());
            case Scripted.HalfWritten(var rest) ->
                putInHalves(target, reception.answer().bytes(), rest.toMillis());
            case Scripted.Zipped() -> {
                String name = FileName.of(target);
                put(
                        target.resolveSibling(FileName.base(target) + FileName.ZIP),
                        Zip.of(name, reception.answer().bytes()));
            }
            case Scripted.ErrFile() -> {
                refuse(taken, List.of(Problem.at("script.txt", "台本によるエラーです。", "An error by the script.")));
                return;
            }
        }
        Files.deleteIfExists(taken);
    }

    private void put(Path target, byte[] bytes) throws IOException {
        Folder.write(work.resolve(FileName.of(target) + ".tmp"), target, bytes);
    }

    private static void putInHalves(Path target, byte[] bytes, long restMillis)
            throws IOException, InterruptedException {
        try (var out = Files.newOutputStream(target)) {
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
            Thread.sleep(restMillis);
            out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
        }
    }

    /** The reason first, then the file: a crash between the two repeats the refusal instead of losing it. */
    private void refuse(Path file, List<Problem> problems) throws IOException {
        LOG.info("a request was refused for {} reasons", problems.size());
        byte[] reason = ErrText.of(problems).getBytes(StandardCharsets.UTF_8);
        put(err.resolve(FileName.base(file) + FileName.ERR), reason);
        Folder.move(file, err.resolve(FileName.of(file)));
    }

    /** Stops; a request that is not answered yet stays in {@code work/} for the next start. */
    @Override
    public void close() {
        watch.close();
        answers.shutdownNow();
        try {
            answers.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
