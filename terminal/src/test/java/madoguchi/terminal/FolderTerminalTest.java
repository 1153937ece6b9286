package madoguchi.terminal;

import static madoguchi.terminal.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.InquiryKind;
import madoguchi.core.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The terminal's side of the folders ({@code oqs-interface.md} §1.3), with files dropped as a レセコン drops them. */
class FolderTerminalTest {

    private static final String REQUEST = "req/" + Samples.REQUEST;
    private static final String ANSWER = "res/" + Samples.ACTIVE;
    private static final String ERR = "err/OQSsiquc01req_202608030001.err";
    private static final Hub ACTIVE = TestFolder.answering(new Answer.Active(List.of(Samples.hanako())));

    @TempDir
    private Path root;

    private TestFolder folder;

    @BeforeEach
    void aFolder() {
        folder = new TestFolder(root);
    }

    private Reply answered(String path) throws IOException {
        eventually(path, () -> folder.has(path));
        return Responses.read(Files.readAllBytes(folder.at(path)), TestFolder.NOW)
                .orElseThrow()
                .reply();
    }

    @Test
    void aRequestIsAnsweredUnderItsBaseNameAndTakenAway() throws IOException {
        Queue<Inquiry> asked = new ConcurrentLinkedQueue<>();
        try (var _ = folder.terminal(inquiry -> {
            asked.add(inquiry);
            return ACTIVE.inquire(inquiry);
        })) {
            folder.put(REQUEST, Samples.bytes(Samples.REQUEST));

            assertThat(answered(ANSWER).answer()).isEqualTo(new Answer.Active(List.of(Samples.hanako())));
            eventually(
                    "the request is gone",
                    () -> !folder.has(REQUEST) && folder.in("work").isEmpty());
            assertThat(asked)
                    .singleElement()
                    .isEqualTo(Inquiry.byNumber(
                            Samples.hanakoId(),
                            Samples.hanakoSearch().birth(),
                            Samples.DAY,
                            true,
                            new Caller(Samples.CLINIC, "OQS", "terminal")));
        }
    }

    @Test
    void whatLiesThereAtStartIsAnswered() throws IOException {
        folder.put(REQUEST, Samples.bytes(Samples.REQUEST));
        folder.put("work/OQSsiquc01req_202608030077.xml", Samples.bytes(Samples.REQUEST));
        try (var _ = folder.terminal(ACTIVE)) {
            answered(ANSWER);
            answered("res/OQSsiquc01res_202608030077.xml");
        }
    }

    @Test
    void aHalfWrittenRequestIsAnsweredOnceItIsWhole() throws IOException {
        byte[] whole = Samples.bytes(Samples.REQUEST);
        try (var _ = folder.terminal(ACTIVE)) {
            folder.put(REQUEST, Arrays.copyOf(whole, 400));
            assertThat(folder.has(ERR)).isFalse();
            Files.write(folder.at(REQUEST), whole);

            answered(ANSWER);
        }
    }

    @Test
    void aRequestThatStaysHalfIsRefusedWhenPatienceEnds() {
        try (var _ = folder.terminal(ACTIVE)) {
            folder.put(REQUEST, Arrays.copyOf(Samples.bytes(Samples.REQUEST), 400));

            eventually("refused", () -> folder.has("err/" + Samples.REQUEST));
            assertThat(folder.text(ERR)).contains("XMLとして読めません", "Not readable as XML");
            assertThat(folder.has(REQUEST)).isFalse();
        }
    }

    @Test
    void aRequestWithoutBirthdateAndNumberIsAnsweredWithAnErrFileNamingBoth() {
        String bad = Samples.text(Samples.REQUEST)
                .replace("<Birthdate>19870412</Birthdate>", "")
                .replace("<InsuredIdentificationNumber>567890</InsuredIdentificationNumber>", "");
        try (var _ = folder.terminal(ACTIVE)) {
            folder.put(REQUEST, Samples.utf8(bad));

            eventually("refused", () -> folder.has("err/" + Samples.REQUEST));
            assertThat(folder.text(ERR).lines())
                    .hasSize(2)
                    .anyMatch(line -> line.contains("/Birthdate") && line.contains("必須") && line.contains("required"))
                    .anyMatch(line -> line.contains("/InsuredIdentificationNumber"));
            assertThat(folder.in("res")).isEmpty();
        }
    }

    @Test
    void unknownKindsOfRequestsGoToErrWithAReason() {
        String bulk = "OQSmuquc01req_202608030010";
        try (var _ = folder.terminal(ACTIVE)) {
            folder.put("req/" + bulk + ".xml", Samples.bytes(bulk + ".xml"));

            eventually("refused", () -> folder.has("err/" + bulk + ".xml"));
            assertThat(folder.text("err/" + bulk + ".err")).contains("この端末が扱う要求ファイルではありません");
        }
    }

    @Test
    void oneBadFileNeverStopsTheOthers() throws IOException {
        folder.put("req/OQSsiquc01req_000000000001.xml", Samples.utf8("<!DOCTYPE x []><XmlMsg></XmlMsg>"));
        folder.put("req/OQSsiquc01req_000000000002.xml", new byte[Xml.BYTES_MAX + 5]);
        folder.put("req/OQSsiquc01req_000000000003.xml", new byte[0]);
        Files.createDirectories(folder.at("req/OQSsiquc01req_000000000004.xml"));
        try (var _ = folder.terminal(ACTIVE)) {
            folder.put(REQUEST, Samples.bytes(Samples.REQUEST));

            answered(ANSWER);
            eventually("all refused", () -> folder.in("err").size() == 6);
        }
    }

    @Test
    void aHugeFileIsRefusedAsTooLarge() {
        try (var _ = folder.terminal(ACTIVE)) {
            folder.put(REQUEST, new byte[Xml.BYTES_MAX + 1]);

            eventually("refused", () -> folder.has("err/" + Samples.REQUEST));
            assertThat(folder.text(ERR)).contains("10 MB");
        }
    }

    @Test
    void aRequestOfAnotherFacilityGetsAHeaderErrorAndIsNotAsked() throws IOException {
        Queue<Inquiry> asked = new ConcurrentLinkedQueue<>();
        try (var _ = folder.terminal(inquiry -> {
            asked.add(inquiry);
            return ACTIVE.inquire(inquiry);
        })) {
            folder.put(REQUEST, Samples.utf8(Samples.text(Samples.REQUEST).replace("1399999999", "1311111111")));

            assertThat(answered(ANSWER).answer())
                    .isInstanceOfSatisfying(
                            Answer.Unreachable.class,
                            none -> assertThat(none.code()).contains("XX-PLACEHOLDER-REFUSED"));
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void aFailingHubIsAHeaderErrorAndNeverAsilentRequest() throws IOException {
        try (var _ = folder.terminal(inquiry -> {
            throw new IllegalStateException("the hub is broken");
        })) {
            folder.put(REQUEST, Samples.bytes(Samples.REQUEST));

            assertThat(answered(ANSWER).answer()).isInstanceOf(Answer.Unreachable.class);
        }
    }

    @Test
    void foldersThatDisappearAreMadeAgain() throws IOException {
        try (var _ = folder.terminal(ACTIVE)) {
            eventually("folders", () -> folder.has("req") && folder.has("work"));
            Files.delete(folder.at("req"));
            Files.delete(folder.at("res"));
            eventually("folders again", () -> folder.has("req") && folder.has("res"));
            folder.put(REQUEST, Samples.bytes(Samples.REQUEST));

            answered(ANSWER);
        }
    }

    @Test
    void draftsOfTheAskingSoftwareAreLeftAlone() throws IOException {
        try (var _ = folder.terminal(ACTIVE)) {
            folder.put("req/OQSsiquc01req_202608030002.xml.tmp", Samples.utf8("half"));
            folder.put(REQUEST, Samples.bytes(Samples.REQUEST));

            answered(ANSWER);
            assertThat(folder.in("req")).containsExactly("OQSsiquc01req_202608030002.xml.tmp");
        }
    }

    @Test
    void aReaderResultIsPushedIntoTheFaceFolder() throws IOException {
        try (var terminal = folder.terminal(ACTIVE)) {
            String name = terminal.push(
                    Reply.of(new Answer.Active(List.of(Samples.everything())), TestFolder.NOW), Samples.DAY);

            Response response = Responses.read(Files.readAllBytes(folder.at("face/" + name)), TestFolder.NOW)
                    .orElseThrow();
            assertThat(name).matches("OQSsiquc01res_face_1399999999[0-9a-f]{8}_20260803091504\\.xml");
            assertThat(response.kind()).isEqualTo(InquiryKind.CARD);
            assertThat(response.search()).isEmpty();
            assertThat(response.day()).contains(Samples.DAY);
            assertThat(response.reply().answer().coverages().getFirst().diseases())
                    .hasSize(1);
        }
    }

    @Test
    void theScriptIsReadAgainWhenItIsSaved() throws IOException {
        folder.put("script.txt", Samples.utf8("id P000123 = system-error\n"));
        try (var _ = folder.terminal(ACTIVE)) {
            folder.put(REQUEST, Samples.bytes(Samples.REQUEST));
            assertThat(answered(ANSWER).answer()).isInstanceOf(Answer.Unreachable.class);

            folder.put("script.txt", Samples.utf8("id P000123 = plain\n"));
            folder.put("req/OQSsiquc01req_202608030002.xml", Samples.bytes(Samples.REQUEST));
            assertThat(answered("res/OQSsiquc01res_202608030002.xml").answer()).isInstanceOf(Answer.Active.class);

            folder.put("script.txt", Samples.utf8("id P000123 = tomorrow\n"));
            folder.put("req/OQSsiquc01req_202608030003.xml", Samples.bytes(Samples.REQUEST));
            assertThat(answered("res/OQSsiquc01res_202608030003.xml").answer()).isInstanceOf(Answer.Active.class);
            assertThat(folder.text("script.err")).contains("script.txt:1");
        }
    }
}
