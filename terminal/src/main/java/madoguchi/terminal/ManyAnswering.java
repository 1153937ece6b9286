package madoguchi.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkHub;
import madoguchi.core.BulkHub.Progress;
import madoguchi.core.BulkHub.Submission;
import madoguchi.core.BulkQuestion;
import madoguchi.core.BulkRequest;
import madoguchi.core.BulkResult;
import madoguchi.core.BulkRetrieval;
import madoguchi.core.Caller;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.ReferenceNumbers;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import madoguchi.terminal.BulkCollected.State;
import madoguchi.terminal.Receipt.Taken;

/*
 * A bulk inquiry goes to the hub, which gives the 受付番号; the request file is kept under that number in many/, because the answer must echo what only the file knows: its identifier,
 * and the search info of persons who were not understood and so were never asked about. A retrieval (tickets of a month, consents to visits) goes the same way, kept under its number and kind.
 * Reference numbers are registered at once, under a number of our own, and the finished second answer lies in many/ until it is called for.
 */

/** 一括の回答の作成 – from a request about many persons to the bytes of its answer. */
final class ManyAnswering {

    private static final int KEPT = 400;
    private final MedicalInstitutionCode facility;
    private final Path kept;
    private final ManyServices services;
    private final Clock clock;
    private final OqsCharset charset;

    ManyAnswering(MedicalInstitutionCode facility, Path kept, ManyServices services, Clock clock, OqsCharset charset) {
        this.facility = facility;
        this.kept = kept;
        this.services = services;
        this.clock = clock;
        this.charset = charset;
    }

    /**
     * The answer; a header error for a request in another facility's name. Throws when {@code many/} cannot be used.
     *
     * @param file the request's bytes
     */
    byte[] answer(ManyRequest request, byte[] file) throws IOException {
        if (!request.facility().equals(facility)) {
            return failed(request, FourSteps.none(Answer.Cause.REFUSED));
        }
        return switch (request.content()) {
            case ManyRequest.Content.Inquire(var send) -> submitted(request, send, file);
            case ManyRequest.Content.Register(var send) -> registered(request, send);
            case ManyRequest.Content.Period(var wanted) -> retrieved(request, wanted, file);
            case ManyRequest.Content.Download(var collect) -> collected(request, collect);
        };
    }

    /** A header error without asking. */
    byte[] systemError(ManyRequest request) {
        return failed(request, FourSteps.none(Answer.Cause.HUB));
    }

    private byte[] failed(ManyRequest request, Answer.Unreachable why) {
        if (request.content() instanceof ManyRequest.Content.Download(var collect)) {
            return BulkFiles.write(
                    collectedFile(Optional.empty(), collect.reception(), new State.Failed(why)), charset);
        }
        return receipt(request, new Taken.Failed(why));
    }

    private byte[] receipt(ManyRequest request, Taken taken) {
        return FourSteps.write(
                new Receipt(clock.instant(), Optional.of(request.facility()), request.fileIdentifier(), taken),
                charset);
    }

    private Caller caller() {
        return new Caller(facility, "OQS", "terminal");
    }

    private byte[] submitted(ManyRequest request, BulkSend send, byte[] file) throws IOException {
        List<BulkQuestion> questions = send.persons().stream()
                .flatMap(person -> person.question().stream())
                .toList();
        return taken(request, file, bulk().submit(new BulkRequest(id(request, file), send.day(), caller(), questions)));
    }

    private byte[] retrieved(ManyRequest request, MonthOrConsent wanted, byte[] file) throws IOException {
        ManyKind kind = request.named().kind();
        return taken(
                request, file, bulk().retrieve(new BulkRetrieval(id(request, file), caller(), wanted.wanted(kind))));
    }

    private byte[] taken(ManyRequest request, byte[] file, Submission taken) throws IOException {
        return switch (taken) {
            case Submission.Accepted(var reception, var at) -> {
                keep(kept(request.named().kind(), reception), file);
                yield receipt(request, new Taken.Numbered(reception, at));
            }
            case Submission.Refused(var problems) ->
                failed(
                        request,
                        new Answer.Unreachable(
                                Answer.Cause.REFUSED,
                                Optional.empty(),
                                problems.getFirst().reason()));
            case Submission.NoAnswer(var why) -> failed(request, why);
        };
    }

    private BulkHub bulk() {
        return services.bulk().orElseThrow();
    }

    /** The same file on the same day is the same request: a terminal that stopped between asking and answering asks again safely. */
    private String id(ManyRequest request, byte[] file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((LocalDate.ofInstant(clock.instant(), Wire.JAPAN)
                            + request.named().base())
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(file)).substring(0, 40);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] registered(ManyRequest request, References.Send send) throws IOException {
        References.Send done = new References.Send(
                send.facility(),
                send.fileIdentifier(),
                send.persons().stream().map(this::register).toList());
        return request.named().kind() == ManyKind.REFERENCE_NUMBER
                ? References.registered(done, clock.instant(), charset)
                : prepared(request, reception -> References.collected(done, reception, charset));
    }

    private References.Person register(References.Person person) {
        ReferenceNumbers register = services.references().orElseThrow();
        return person.registration()
                .map(one -> person.refused(register.register(one, caller())))
                .orElse(person);
    }

    /** 結果の用意. */
    private interface Answered {
        byte[] under(String reception);
    }

    private byte[] prepared(ManyRequest request, Answered answered) throws IOException {
        Instant now = clock.instant();
        String reception;
        do {
            reception = Wire.written(now)
                    + String.format(
                            Locale.ROOT, "%06d", ThreadLocalRandom.current().nextInt(1_000_000));
        } while (Files.exists(ready(reception)));
        keep(FileName.of(ready(reception)), answered.under(reception));
        return receipt(request, new Taken.Numbered(reception, now));
    }

    private Path ready(String reception) {
        return kept.resolve(reception + ".ready" + FileName.XML);
    }

    /** The name under which a request is kept: a reception of one kind is unknown to every other. */
    private static String kept(ManyKind kind, String reception) {
        return reception + (kind == ManyKind.INQUIRY ? "" : "." + kind.name()) + FileName.XML;
    }

    private void keep(String name, byte[] bytes) throws IOException {
        Folder.write(kept.resolve(name + ".tmp"), kept.resolve(name), bytes);
        List<Path> files = Folder.files(kept);
        files.stream()
                .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
                .limit(Math.max(0, files.size() - KEPT))
                .forEach(Folder::discard);
    }

    private byte[] collected(ManyRequest request, Collect collect) throws IOException {
        return switch (request.named().kind()) {
            case INQUIRY -> {
                Optional<BulkSend> sent = sent(collect.reception());
                yield BulkFiles.write(collectedFile(sent, collect.reception(), state(sent, collect)), charset);
            }
            case TICKETS, HOME_VISITS, ONLINE_VISITS -> retrieved(request, collect);
            case REFERENCE_NUMBERS, REFERENCE_NUMBER ->
                Files.exists(ready(collect.reception()))
                        ? Folder.read(ready(collect.reception()), Xml.MANY_BYTES_MAX)
                        : failed(request, unknown());
        };
    }

    /** A number that this terminal did not get for this kind of request is unknown, as it is at the hub. */
    private byte[] retrieved(ManyRequest request, Collect collect) throws IOException {
        ManyKind kind = request.named().kind();
        Path file = kept.resolve(kept(kind, collect.reception()));
        if (!Files.exists(file)) {
            return failed(request, unknown());
        }
        Optional<String> identifier =
                switch (MonthOrConsent.read(kind, Folder.read(file))) {
                    case Parsed.Value<MonthOrConsent>(var wanted) -> wanted.fileIdentifier();
                    case Parsed.Faults<MonthOrConsent> broken -> Optional.empty();
                };
        return BulkFiles.writeRetrieved(
                new BulkCollected(
                        clock.instant(),
                        Optional.empty(),
                        Optional.of(facility),
                        identifier,
                        Optional.of(collect.reception()),
                        state(Optional.empty(), collect)),
                charset);
    }

    private State state(Optional<BulkSend> sent, Collect collect) {
        return switch (bulk().look(collect.reception())) {
            case Progress.Processing p -> new State.Processing();
            case Progress.Finished(var counts, var results) -> finished(sent, results);
            case Progress.Cancelled c ->
                new State.Failed(refused(new Text("この一括照会は取り消されました。", "This bulk inquiry was called off.")));
            case Progress.Unknown() -> new State.Failed(unknown());
            case Progress.Failed(var code, var words) ->
                new State.Failed(new Answer.Unreachable(Answer.Cause.HUB, code, words));
            case Progress.NoAnswer(var why) -> new State.Failed(why);
        };
    }

    private static Answer.Unreachable unknown() {
        return refused(new Text("この受付番号はありません。", "There is no such reception."));
    }

    private static Answer.Unreachable refused(Text words) {
        return new Answer.Unreachable(Answer.Cause.REFUSED, Optional.empty(), words);
    }

    private Optional<BulkSend> sent(String reception) throws IOException {
        Path file = kept.resolve(reception + FileName.XML);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return switch (BulkFiles.send(Folder.read(file, Xml.MANY_BYTES_MAX))) {
            case Parsed.Value<BulkSend>(var send) -> Optional.of(send);
            case Parsed.Faults<BulkSend> broken -> Optional.empty();
        };
    }

    private BulkCollected collectedFile(Optional<BulkSend> sent, String reception, State state) {
        return new BulkCollected(
                clock.instant(),
                sent.map(BulkSend::day),
                Optional.of(facility),
                sent.flatMap(BulkSend::fileIdentifier),
                Optional.of(reception),
                state);
    }

    /** The results in the places of the file: those who were not understood stand between those who were asked about. */
    private static State finished(Optional<BulkSend> sent, List<BulkResult> results) {
        List<BulkUnit> units = new ArrayList<>();
        Iterator<BulkResult> next = results.iterator();
        for (BulkPerson person : sent.map(BulkSend::persons).orElse(List.of())) {
            if (person.question().isEmpty()) {
                units.add(unit(person));
            } else if (next.hasNext()) {
                units.add(unit(person.raw(), next.next()));
            }
        }
        next.forEachRemaining(
                result -> units.add(unit(result.question().map(BulkFiles::echo).orElse(List.of()), result)));
        int normal = (int) units.stream()
                .filter(unit -> unit.reply().answer().isFromPeer())
                .count();
        return new State.Finished(new BulkCounts(units.size(), units.size(), normal, units.size() - normal), units);
    }

    private static BulkUnit unit(List<BulkPerson.Leaf> echo, BulkResult result) {
        return new BulkUnit(echo, result.question(), result.reply(), result.limitMayHaveChanged());
    }

    private static BulkUnit unit(BulkPerson person) {
        Answer.Unreachable why =
                new Answer.Unreachable(Answer.Cause.REFUSED, Optional.empty(), Text.same(reasons(person.problems())));
        return new BulkUnit(person.raw(), Optional.empty(), Reply.of(why, Instant.EPOCH), true);
    }

    private static String reasons(List<Problem> problems) {
        return String.join(
                " ",
                problems.stream()
                        .map(problem ->
                                last(problem.place()) + ": " + problem.reason().ja())
                        .toList());
    }

    private static String last(String path) {
        return Stream.of(path.split("/")).reduce((before, after) -> after).orElse(path);
    }
}
