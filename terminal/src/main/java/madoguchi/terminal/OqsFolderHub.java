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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import madoguchi.core.Answer;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Reply;
import madoguchi.core.Subject;
import madoguchi.core.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 公式端末のフォルダ越しの照会 – plays the レセコン: writes {@code req/}, waits for {@code res/}, and is so a core {@link Hub} ({@code oqs-interface.md} §1.3).
 *
 * <p>An answer belongs to an inquiry when its base name fits and the identifier it echoes is ours; files of other software in the same folders are left alone. Read answers go to
 * {@code done/}; what cannot be used (broken, late, foreign identifier, {@code .zip}, {@code .err}) stays in {@code unread/} with a reason. Inquiries may run at the same time. An inquiry
 * about an earlier state of knowledge is refused, and so is one by card: the interface cannot ask either (a card is read by the terminal's own reader, whose results come by {@link FaceWatcher}).
 * The consent for specific diseases cannot be carried.
 */
public final class OqsFolderHub implements Hub, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OqsFolderHub.class);
    private static final int REMEMBERED = 1000;

    private final Path req;
    private final Path res;
    private final Path err;
    private final Path draft;
    private final Clock clock;
    private final OqsFolderSettings settings;
    private final Archive archive;
    private final RequestNames names;
    private final Arriving arriving;
    private final FolderWatch watch;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final Set<String> over = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    /** An inquiry on its way. */
    private record Waiting(String base, String identifier, CompletableFuture<Reply> reply) {}

    /**
     * A hub that has not started yet.
     *
     * @param root the folder shared with the terminal, holding {@code req}, {@code res} and, where the terminal makes it, {@code err}
     */
    public OqsFolderHub(Path root, Clock clock, OqsFolderSettings settings) {
        this.req = root.resolve("req");
        this.res = root.resolve("res");
        this.err = root.resolve("err");
        this.draft = root.resolve("draft");
        this.clock = clock;
        this.settings = settings;
        this.archive = new Archive(root, settings.keepDone());
        this.names = new RequestNames(List.of(req, res, err, root.resolve("done"), root.resolve("unread")));
        this.arriving = new Arriving(settings.patience());
        this.watch = new FolderWatch("oqs-hub", List.of(req, res, err), settings.scanEvery(), this::scan);
    }

    /** Begins to watch for answers, on a virtual thread; before that every inquiry ends without an answer. */
    public void start() {
        watch.start();
    }

    @Override
    public Reply inquire(Inquiry inquiry) {
        if (inquiry.knownAt().isPresent()) {
            return none(
                    Answer.Cause.REFUSED,
                    "端末には「ある時点で分かっていた内容」を照会できません。",
                    "The terminal cannot be asked what was known at an earlier time.");
        }
        return switch (inquiry.subject()) {
            case Subject.ByNumber number -> ask(inquiry, number);
            case Subject.ByCard card ->
                none(
                        Answer.Cause.REFUSED,
                        "端末にはカードで照会できません。カードは端末の読取機に置いてください。",
                        "The terminal cannot be asked by card. Place the card on the terminal's own reader.");
        };
    }

    private Reply ask(Inquiry inquiry, Subject.ByNumber number) {
        Waiting sent = new Waiting(names.next(today()), identifier(), new CompletableFuture<>());
        waiting.put(sent.base(), sent);
        try {
            send(sent, inquiry, number);
            return sent.reply().get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return withdrawn(sent);
        } catch (IOException away) {
            return terminalAway();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return withdrawn(sent);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("an answer is never completed exceptionally", broken);
        } finally {
            over.add(sent.base());
            waiting.remove(sent.base());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Wire.JAPAN);
    }

    private String identifier() {
        return Wire.written(clock.instant()) + "-"
                + UUID.randomUUID().toString().substring(0, 13);
    }

    private void send(Waiting sent, Inquiry inquiry, Subject.ByNumber number) throws IOException {
        Search search = new Search(number.insured(), number.birth(), inquiry.limitConsent(), Optional.empty());
        Request request =
                new Request(inquiry.day(), inquiry.caller().facility(), Optional.of(sent.identifier()), search);
        String name = sent.base() + FileName.XML;
        Folder.write(draft.resolve(name), req.resolve(name), Requests.write(request, settings.charset()));
    }

    /** A request that still lies there was never taken: then it is taken back, so that nobody answers it tomorrow. */
    private Reply withdrawn(Waiting sent) {
        try {
            return Files.deleteIfExists(req.resolve(sent.base() + FileName.XML))
                    ? terminalAway()
                    : none(Answer.Cause.TIMEOUT, "時間内に回答がありませんでした。もう一度照会してください。", "No answer in time. Ask again.");
        } catch (IOException away) {
            return terminalAway();
        }
    }

    private Reply terminalAway() {
        return none(
                Answer.Cause.TERMINAL,
                "資格確認端末が要求ファイルを受け取りません。端末の電源と連携アプリを確かめてください。",
                "The terminal does not take the request file. Check that it is on and its link application runs.");
    }

    private Reply none(Answer.Cause cause, String ja, String en) {
        return Reply.of(new Answer.Unreachable(cause, Optional.empty(), new Text(ja, en)), clock.instant());
    }

    private void scan() {
        List<Path> answers = Folder.files(res);
        arriving.keepOnly(answers);
        answers.forEach(this::look);
        Folder.files(req).stream()
                .filter(file -> FileName.hasExtension(file, FileName.ERR))
                .forEach(this::lookAtErr);
        Folder.files(err).stream()
                .filter(file -> FileName.hasExtension(file, FileName.ERR))
                .forEach(this::lookAtErr);
    }

    private void look(Path file) {
        if (FileName.hasExtension(file, FileName.ERR)) {
            lookAtErr(file);
        } else if (FileName.of(file).startsWith(FileName.RESPONSE) && !FileName.isFace(file)) {
            String base = FileName.REQUEST + FileName.base(file).substring(FileName.RESPONSE.length());
            Waiting sent = waiting.get(base);
            try {
                if (sent != null) {
                    read(file, sent);
                } else if (over.contains(base)) {
                    archive.unread(file, tooLate());
                }
            } catch (IOException locked) {
                LOG.debug("an answer cannot be read yet");
            }
        }
    }

    private static List<Problem> tooLate() {
        return List.of(Problem.at("ファイル / file", "照会が終わった後に届いた回答です。", "Came after the inquiry had ended."));
    }

    private void read(Path file, Waiting sent) throws IOException {
        if (FileName.hasExtension(file, FileName.ZIP)) {
            unreadable(file, sent, zipped());
            return;
        }
        if (!FileName.hasExtension(file, FileName.XML)) {
            return;
        }
        byte[] bytes = Folder.read(file);
        switch (Responses.read(bytes, clock.instant())) {
            case Parsed.Value<Response>(var response) -> deliver(file, sent, response);
            case Parsed.Faults<Response>(var problems) -> {
                if (Xml.looksFinished(bytes) || !arriving.mayStillGrow(file)) {
                    unreadable(file, sent, problems);
                }
            }
        }
    }

    static List<Problem> zipped() {
        return List.of(Problem.at(
                "ファイル / file",
                "回答が暗号化（圧縮）されています。端末の暗号化設定を「なし」にしてください。",
                "The answer is an encrypted zip. Switch the terminal's encryption setting off."));
    }

    private void unreadable(Path file, Waiting sent, List<Problem> problems) throws IOException {
        archive.unread(file, problems);
        Text first = problems.getFirst().reason();
        sent.reply()
                .complete(none(
                        Answer.Cause.UNREADABLE,
                        "回答を読み取れませんでした（ファイルは unread/ にあります）。" + first.ja(),
                        "The answer could not be read (the file is in unread/). " + first.en()));
    }

    /** A foreign identifier means an old answer: the right one may still come. Only a header error, which says nothing about a person, may come without any. */
    private void deliver(Path file, Waiting sent, Response response) throws IOException {
        Optional<String> echoed = response.fileIdentifier();
        if (echoed.isEmpty() && response.reply().answer().isFromPeer()) {
            unreadable(
                    file,
                    sent,
                    List.of(Problem.at(Tag.FILE_IDENTIFIER, "任意のファイル識別子がありません。", "The file identifier is missing.")));
        } else if (echoed.isPresent() && !echoed.get().equals(sent.identifier())) {
            archive.unread(
                    file,
                    List.of(Problem.at(
                            Tag.FILE_IDENTIFIER, "この照会の識別子ではありません。", "Not the identifier of this inquiry.")));
        } else {
            archive.done(file);
            sent.reply().complete(response.reply());
        }
    }

    private void lookAtErr(Path file) {
        Waiting sent = waiting.get(FileName.base(file));
        if (sent == null) {
            return;
        }
        try {
            archive.unread(
                    file, List.of(Problem.at("ファイル / file", "端末が要求を受け付けませんでした。", "The terminal refused the request.")));
            Folder.discard(req.resolve(
                    sent.base() + FileName.XML)); // Some terminals return it there; it must not be taken again.
            sent.reply()
                    .complete(none(
                            Answer.Cause.REFUSED,
                            "端末が要求ファイルを受け付けませんでした（理由は unread/ の .err ファイルにあります）。",
                            "The terminal refused the request file (its reason is the .err file in unread/)."));
        } catch (IOException locked) {
            LOG.debug("an .err file cannot be moved yet");
        }
    }

    /** Stops watching; inquiries that still wait end without an answer, and a request that nobody has taken is taken back. */
    @Override
    public void close() {
        watch.close();
        waiting.values().forEach(sent -> {
            Folder.discard(req.resolve(sent.base() + FileName.XML));
            sent.reply().complete(none(Answer.Cause.TERMINAL, "照会を中止しました（停止中）。", "Stopped while waiting."));
        });
    }
}
