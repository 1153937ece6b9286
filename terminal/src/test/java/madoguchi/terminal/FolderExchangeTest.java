package madoguchi.terminal;

import static madoguchi.terminal.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two sides against each other over a real folder: what the hub answers is what the desk gets. */
class FolderExchangeTest {

    private static final Duration LONG = Duration.ofSeconds(8);
    private static final Answer ACTIVE = new Answer.Active(List.of(Samples.hanako()));

    @TempDir
    private Path root;

    private TestFolder folder;

    @BeforeEach
    void aFolder() {
        folder = new TestFolder(root);
    }

    static List<Answer> answersOfAPeer() {
        return List.of(
                ACTIVE,
                new Answer.Active(List.of(Samples.hanako(), Samples.jiroLost())),
                new Answer.ActiveUnregistered(Samples.hanako()),
                new Answer.Inactive(Optional.of(Samples.jiroLost())),
                new Answer.InactiveNewExists(Optional.empty()),
                new Answer.NotFound(),
                new Answer.Ambiguous());
    }

    @ParameterizedTest
    @MethodSource("answersOfAPeer")
    void anAnswerArrivesAsItWasGiven(Answer answer) {
        try (var _ = folder.terminal(TestFolder.answering(answer));
                var desk = folder.desk(LONG)) {
            Reply reply = desk.inquire(Samples.hanakoInquiry());

            assertThat(reply.answer()).isEqualTo(answer);
            assertThat(reply.answeredAt()).isEqualTo(TestFolder.NOW);
            assertThat(folder.in("done")).containsExactly("OQSsiquc01res_202608030001.xml");
            assertThat(folder.in("unread")).isEmpty();
        }
    }

    @Test
    void noAnswerAtTheHubIsNoAnswerAtTheDeskWithItsCause() {
        Answer offline =
                new Answer.Unreachable(Answer.Cause.NETWORK, Optional.empty(), new Text("つながりません", "not connected"));
        try (var _ = folder.terminal(TestFolder.answering(offline));
                var desk = folder.desk(LONG)) {
            assertThat(desk.inquire(Samples.hanakoInquiry()).answer())
                    .isEqualTo(new Answer.Unreachable(
                            Answer.Cause.NETWORK,
                            Optional.of("XX-PLACEHOLDER-NETWORK"),
                            Text.same("（実コード不明・試験用）回線に接続できません。")));
        }
    }

    @Test
    void notAskedIsNoAnswerEither() {
        try (var _ = folder.terminal(TestFolder.answering(new Answer.NotAsked()));
                var desk = folder.desk(LONG)) {
            assertThat(cause(desk.inquire(Samples.hanakoInquiry()))).isEqualTo(Answer.Cause.REFUSED);
        }
    }

    private static Answer.Cause cause(Reply reply) {
        assertThat(reply.answer()).isInstanceOf(Answer.Unreachable.class);
        return ((Answer.Unreachable) reply.answer()).cause();
    }

    private Reply asked(Scripted outcome, Duration timeout) {
        try (var terminal = folder.terminal(TestFolder.answering(ACTIVE));
                var desk = folder.desk(timeout)) {
            terminal.next(outcome);
            return desk.inquire(Samples.hanakoInquiry());
        }
    }

    @Test
    void aDelayedAnswerStillArrives() {
        assertThat(asked(new Scripted.Delay(Duration.ofMillis(200)), LONG).answer())
                .isEqualTo(ACTIVE);
    }

    @Test
    void anAnswerInHalvesIsReadOnceItIsWhole() {
        assertThat(asked(new Scripted.HalfWritten(Duration.ofMillis(100)), LONG).answer())
                .isEqualTo(ACTIVE);
    }

    @Test
    void anErrFileIsARefusalAndIsKept() {
        assertThat(cause(asked(new Scripted.ErrFile(), LONG))).isEqualTo(Answer.Cause.REFUSED);
        assertThat(folder.in("unread")).contains("OQSsiquc01req_202608030001.err");
    }

    @Test
    void aSystemErrorIsTheHubsTrouble() {
        assertThat(cause(asked(new Scripted.SystemError(), LONG))).isEqualTo(Answer.Cause.HUB);
    }

    @Test
    void aZippedAnswerNamesTheEncryptionSettingAndIsKept() {
        Reply reply = asked(new Scripted.Zipped(), LONG);

        assertThat(cause(reply)).isEqualTo(Answer.Cause.UNREADABLE);
        assertThat(((Answer.Unreachable) reply.answer()).detail().ja()).contains("暗号化設定");
        assertThat(folder.in("unread"))
                .containsExactly("OQSsiquc01res_202608030001.zip", "OQSsiquc01res_202608030001.zip.reason.txt");
    }

    @Test
    void anAnswerAfterTheTimeoutIsKeptAsideAndTheNextInquiryWorks() {
        try (var terminal = folder.terminal(TestFolder.answering(ACTIVE));
                var desk = folder.desk(Duration.ofMillis(500))) {
            terminal.next(new Scripted.Delay(Duration.ofMillis(1200)));
            assertThat(cause(desk.inquire(Samples.hanakoInquiry()))).isEqualTo(Answer.Cause.TIMEOUT);
            eventually("kept", () -> folder.has("unread/OQSsiquc01res_202608030001.xml"));
            assertThat(desk.inquire(Samples.hanakoInquiry()).answer()).isEqualTo(ACTIVE);
        }
    }

    @Test
    void aTerminalThatDoesNotTakeTheRequestIsNamedAndTheRequestWithdrawn() {
        try (var desk = folder.desk(Duration.ofMillis(200))) {
            assertThat(cause(desk.inquire(Samples.hanakoInquiry()))).isEqualTo(Answer.Cause.TERMINAL);
            assertThat(folder.in("req")).isEmpty();
        }
    }

    @Test
    void anEarlierStateOfKnowledgeCannotBeAskedThroughTheFolders() {
        try (var desk = folder.desk(LONG)) {
            Reply reply = desk.inquire(Samples.hanakoInquiry().asKnownAt(TestFolder.NOW));

            assertThat(cause(reply)).isEqualTo(Answer.Cause.REFUSED);
            assertThat(folder.in("req")).isEmpty();
        }
    }

    @Test
    void manyInquiriesAtOnceEachGetTheirOwnAnswer() throws Exception {
        Hub echo = inquiry -> Reply.of(
                new Answer.Inactive(Optional.of(
                        numbered(inquiry.number().orElseThrow().insured().number()))),
                TestFolder.NOW);
        try (var _ = folder.terminal(echo);
                var desk = folder.desk(LONG);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Inquiry inquiry = inquiry(Integer.toString(1000 + i));
                replies.add(threads.submit(() -> desk.inquire(inquiry)));
            }
            for (int i = 0; i < 40; i++) {
                assertThat(replies.get(i).get().answer())
                        .isEqualTo(new Answer.Inactive(Optional.of(numbered(Integer.toString(1000 + i)))));
            }
            assertThat(folder.in("done")).hasSize(3);
        }
    }

    private static Inquiry inquiry(String number) {
        Inquiry hanako = Samples.hanakoInquiry();
        return Inquiry.byNumber(
                id(number), hanako.number().orElseThrow().birth(), hanako.day(), false, hanako.caller());
    }

    private static InsuredId id(String number) {
        return new InsuredId(new InsurerNumber("06139992"), Optional.empty(), number, Optional.empty());
    }

    private static Coverage numbered(String number) {
        Coverage jiro = Samples.jiroLost();
        return new Coverage(
                id(number),
                jiro.kind(),
                jiro.relation(),
                jiro.insuredName(),
                jiro.holder(),
                jiro.insurerName(),
                jiro.qualified(),
                jiro.issued(),
                jiro.cardValid(),
                jiro.lossReason(),
                jiro.rate(),
                jiro.preschool(),
                jiro.elderly(),
                jiro.limit(),
                jiro.diseases(),
                jiro.tickets());
    }
}
