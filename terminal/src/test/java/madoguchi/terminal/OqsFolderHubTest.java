package madoguchi.terminal;

import static madoguchi.terminal.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import madoguchi.core.Answer;
import madoguchi.core.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The レセコン's side, with answers dropped by hand as a strange terminal would. */
class OqsFolderHubTest {

    private static final String REQUEST = "req/OQSsiquc01req_202608030001.xml";
    private static final String ANSWER = "res/OQSsiquc01res_202608030001.xml";

    @TempDir
    private Path root;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private TestFolder folder;
    private OqsFolderHub desk;

    @BeforeEach
    void aDesk() {
        folder = new TestFolder(root);
        desk = folder.desk(Duration.ofSeconds(8));
    }

    @AfterEach
    void closed() {
        desk.close();
        threads.shutdownNow();
    }

    /** Asks, and takes the request as a terminal does. */
    private Request taken() throws IOException {
        eventually("the request", () -> folder.has(REQUEST));
        Request request = Requests.read(Files.readAllBytes(folder.at(REQUEST))).orElseThrow();
        Files.delete(folder.at(REQUEST));
        return request;
    }

    private Future<Reply> asking() {
        return threads.submit(() -> desk.inquire(Samples.hanakoInquiry()));
    }

    private static byte[] answer(Request request, Optional<String> identifier) {
        Response response = Response.to(request, Reply.of(new Answer.NotFound(), TestFolder.NOW));
        return Responses.write(
                new Response(
                        response.day(),
                        response.facility(),
                        identifier,
                        response.kind(),
                        response.search(),
                        response.reply()),
                OqsCharset.UTF_8);
    }

    @Test
    void theRequestCarriesTheInquiryInTheSetEncoding() throws Exception {
        Future<Reply> reply = asking();
        eventually("the request", () -> folder.has(REQUEST));

        assertThat(Files.readAllBytes(folder.at(REQUEST)))
                .startsWith("<?xml version=\"1.0\" encoding=\"Shift_JIS\"".getBytes(StandardCharsets.US_ASCII));
        Request request = taken();
        assertThat(request.search().insured()).isEqualTo(Samples.hanakoId());
        assertThat(request.search().limitConsent()).isTrue();
        assertThat(request.facility()).isEqualTo(Samples.CLINIC);
        assertThat(request.fileIdentifier().orElseThrow()).hasSizeBetween(12, 50);
        folder.put(ANSWER, answer(request, request.fileIdentifier()));
        assertThat(reply.get().answer()).isEqualTo(new Answer.NotFound());
    }

    @Test
    void anAnswerWithAForeignIdentifierIsPutAsideAndTheRightOneStillCounts() throws Exception {
        Future<Reply> reply = asking();
        Request request = taken();
        folder.put(ANSWER, answer(request, Optional.of("somebody-else")));
        eventually("put aside", () -> folder.has("unread/OQSsiquc01res_202608030001.xml.reason.txt"));
        folder.put(ANSWER, answer(request, request.fileIdentifier()));

        assertThat(reply.get().answer()).isEqualTo(new Answer.NotFound());
    }

    @Test
    void anAnswerWithoutIdentifierCannotBeTrusted() throws Exception {
        Future<Reply> reply = asking();
        folder.put(ANSWER, answer(taken(), Optional.empty()));

        assertThat(reply.get().answer())
                .isInstanceOfSatisfying(
                        Answer.Unreachable.class,
                        none -> assertThat(none.cause()).isEqualTo(Answer.Cause.UNREADABLE));
        assertThat(folder.in("unread")).hasSize(2);
    }

    @Test
    void aHeaderErrorMayComeWithoutIdentifier() throws Exception {
        Future<Reply> reply = asking();
        taken();
        folder.put(
                ANSWER,
                Samples.utf8("<XmlMsg><MessageHeader><SegmentOfResult>9</SegmentOfResult><ErrorCode>E9</ErrorCode>"
                        + "</MessageHeader></XmlMsg>"));

        assertThat(reply.get().answer())
                .isInstanceOfSatisfying(
                        Answer.Unreachable.class,
                        none -> assertThat(none.code()).contains("E9"));
    }

    @Test
    void anAnswerThatStaysCutOffIsKeptAndNamedUnreadable() throws Exception {
        Future<Reply> reply = asking();
        byte[] whole = answer(taken(), Optional.empty());
        folder.put(ANSWER, Arrays.copyOf(whole, whole.length / 2));

        assertThat(reply.get().answer())
                .isInstanceOfSatisfying(
                        Answer.Unreachable.class,
                        none -> assertThat(none.cause()).isEqualTo(Answer.Cause.UNREADABLE));
        assertThat(folder.in("unread")).contains("OQSsiquc01res_202608030001.xml");
    }

    @Test
    void anErrFileBesideTheReturnedRequestIsARefusal() throws Exception {
        Future<Reply> reply = asking();
        eventually("the request", () -> folder.has(REQUEST));
        folder.put("req/OQSsiquc01req_202608030001.err", Samples.utf8("?"));

        assertThat(reply.get().answer())
                .isInstanceOfSatisfying(
                        Answer.Unreachable.class,
                        none -> assertThat(none.cause()).isEqualTo(Answer.Cause.REFUSED));
    }

    @Test
    void filesOfOtherSoftwareAreLeftAlone() throws Exception {
        folder.put("res/OQSsiquc01res_209901010001.xml", Samples.bytes(Samples.NO_MATCH));
        folder.put("res/YZKsiquc01res_209901010001.pdf", Samples.utf8("%PDF"));
        Future<Reply> reply = asking();
        Request request = taken();
        folder.put(ANSWER, answer(request, request.fileIdentifier()));
        reply.get();

        assertThat(folder.in("res"))
                .isEqualTo(List.of("OQSsiquc01res_209901010001.xml", "YZKsiquc01res_209901010001.pdf"));
    }

    @Test
    void theSerialGoesOnAfterTheHighestFileOfTheDay() {
        folder.put("done/OQSsiquc01res_202608030041.xml", Samples.utf8("x"));
        folder.put("res/OQSsiquc01res_202608029999.xml", Samples.utf8("x"));
        RequestNames names = new RequestNames(List.of(folder.at("done"), folder.at("res"), folder.at("away")));

        assertThat(names.next(Samples.DAY)).isEqualTo("OQSsiquc01req_202608030042");
        assertThat(names.next(Samples.DAY)).isEqualTo("OQSsiquc01req_202608030043");
        assertThat(names.next(Samples.DAY.plusDays(1))).isEqualTo("OQSsiquc01req_202608040001");
    }
}
