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
import java.util.concurrent.atomic.AtomicInteger;
import madoguchi.core.Answer;
import madoguchi.core.Arrival;
import madoguchi.core.InquiryKind;
import madoguchi.core.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reader results on their way to the desk. */
class FaceWatcherTest {

    private final Queue<Arrival> desk = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path root;

    private TestFolder folder;

    @BeforeEach
    void aFolder() {
        folder = new TestFolder(root);
    }

    @Test
    void aResultBecomesAnArrivalNamedByItsFileAndIsFiledAway() {
        folder.put("face/" + Samples.FACE, Samples.bytes(Samples.FACE));
        try (var _ = folder.faces(desk::add)) {
            eventually("filed away", () -> folder.has("done/" + Samples.FACE));

            Arrival arrival = desk.element();
            assertThat(arrival.id()).isEqualTo(Samples.FACE);
            assertThat(arrival.day()).isEqualTo(Samples.DAY);
            assertThat(arrival.kind()).isEqualTo(InquiryKind.CARD);
            assertThat(arrival.reply().answer().coverages()).hasSize(1);
            assertThat(desk).hasSize(1);
            assertThat(folder.in("face")).isEmpty();
        }
    }

    @Test
    void theFileStaysUntilTheDeskHasTakenTheArrival() {
        AtomicInteger attempts = new AtomicInteger();
        try (var _ = folder.faces(arrival -> {
            if (attempts.incrementAndGet() < 3) {
                assertThat(folder.has("face/" + Samples.FACE)).isTrue();
                throw new IllegalStateException("the desk's store is away");
            }
            desk.add(arrival);
        })) {
            folder.put("face/" + Samples.FACE, Samples.bytes(Samples.FACE));

            eventually("filed away", () -> folder.has("done/" + Samples.FACE));
            assertThat(desk).hasSize(1);
            assertThat(desk.element().answers()).isPresent();
        }
    }

    @Test
    void whatCannotBeReadIsKeptWithAReasonAndTheOthersArrive() {
        String broken = "OQSsiquc01res_face_1399999999bad_20260803100000.xml";
        String zipped = "OQSsiquc01res_face_1399999999zip_20260803100000.zip";
        folder.put("face/" + broken, Samples.utf8("<XmlMsg><MessageHeader/></XmlMsg>"));
        folder.put("face/" + zipped, Samples.utf8("PK"));
        folder.put("face/" + Samples.FACE_MEDICAL_AID, Samples.bytes(Samples.FACE_MEDICAL_AID));
        try (var _ = folder.faces(desk::add)) {
            eventually(
                    "all gone, and the reasons written to their end",
                    () -> folder.in("face").isEmpty()
                            && folder.in("unread").size() == 4
                            && folder.text("unread/" + broken + ".reason.txt").endsWith("\n")
                            && folder.text("unread/" + zipped + ".reason.txt").endsWith("\n"));

            assertThat(folder.text("unread/" + broken + ".reason.txt")).contains("SegmentOfResult");
            assertThat(folder.text("unread/" + zipped + ".reason.txt")).contains("暗号化設定");
            assertThat(desk).hasSize(1);
        }
    }

    @Test
    void aHalfWrittenResultArrivesOnceItIsWhole() throws IOException {
        byte[] whole = Samples.bytes(Samples.FACE);
        try (var _ = folder.faces(desk::add)) {
            folder.put("face/" + Samples.FACE, Arrays.copyOf(whole, 1000));
            assertThat(desk).isEmpty();
            Files.write(folder.at("face/" + Samples.FACE), whole);

            eventually("arrived", () -> desk.size() == 1);
        }
    }

    @Test
    void whatOurTerminalPushesArrivesAtTheDesk() {
        try (var terminal = folder.terminal(TestFolder.answering(new Answer.NotFound()));
                var _ = folder.faces(desk::add)) {
            String name =
                    terminal.push(Reply.of(new Answer.Active(List.of(Samples.hanako())), TestFolder.NOW), Samples.DAY);

            eventually("arrived", () -> desk.size() == 1);
            assertThat(desk.element().id()).isEqualTo(name);
            assertThat(desk.element().reply().answer()).isEqualTo(new Answer.Active(List.of(Samples.hanako())));
        }
    }

    @Test
    void otherKindsOfFilesAreLeftAlone() {
        folder.put("face/EPSsiquc01res_face_1399999999x_20260803100000.xml", Samples.utf8("<x/>"));
        folder.put("face/" + Samples.FACE, Samples.bytes(Samples.FACE));
        try (var _ = folder.faces(desk::add)) {
            eventually("arrived", () -> desk.size() == 1);
            assertThat(folder.in("face")).contains("EPSsiquc01res_face_1399999999x_20260803100000.xml");
        }
    }
}
