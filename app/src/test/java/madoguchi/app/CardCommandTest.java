package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a virtual card on the command line. */
class CardCommandTest {

    @TempDir
    private Path data;

    @Test
    void aCardIsIssuedTriedLockedUnlockedRenewedHeldAndReleased() throws IOException {
        assertThat(card("list").out()).contains("no cards yet");
        Spoken issued = card("issue", "mihon-hanako", "--day", "2026-04-01");
        assertThat(issued.code()).isZero();
        assertThat(issued.out()).contains("発行 issued: 1", "./madoguchi import");
        assertThat(files("link-plastic"))
                .singleElement()
                .satisfies(file -> assertThat(Files.readString(file))
                        .startsWith("異動区分,個人番号,媒体,発行者,シリアル番号,利用開始年月日")
                        .contains(",1,", ",20260401,"));
        assertThat(card("issue", "mihon-hanako").out()).contains("発行 issued: 0", "発行せず not issued: 1");
        assertThat(card("list").out())
                .contains("あと3", "あと10", "2030-04-12", "2035-04-12", "有効 good", "mihon-hanako-plastic");

        assertThat(card("pin", "mihon-hanako-plastic", "--pin", "0000").out()).contains("あと 2 回");
        assertThat(card("pin", "mihon-hanako-plastic", "--pin", "000").out()).contains("four digits");
        assertThat(card("pin", "mihon-hanako-plastic", "--pin", "0000").out()).contains("あと 1 回");
        assertThat(card("pin", "mihon-hanako-plastic", "--pin", "0000").out()).contains("ロックしました");
        assertThat(card("pin", "mihon-hanako-plastic", "--pin", "1234").out()).contains("ロックされています");
        assertThat(card("list").out()).contains("閉塞");
        assertThat(card("unlock", "mihon-hanako-plastic", "--pin", "4321").out())
                .contains("市区町村の窓口");
        assertThat(card("pin", "mihon-hanako-plastic", "--pin", "4321").code()).isZero();

        assertThat(card("renew", "mihon-hanako-plastic", "--day", "2026-05-01").out())
                .contains("更新 renewed");
        assertThat(files("renewal-"))
                .singleElement()
                .satisfies(file -> assertThat(Files.readAllLines(file).getLast().split(",", -1)[8])
                        .as("the old serial")
                        .isEqualTo(Files.readAllLines(files("link-plastic").getFirst())
                                .getLast()
                                .split(",", -1)[4]));
        assertThat(card("revoke", "--hold", "mihon-hanako-plastic").code()).isZero();
        assertThat(card("list").out()).contains("保留 on hold");
        assertThat(card("revoke", "--release", "mihon-hanako-plastic").code()).isZero();
        assertThat(card("revoke", "mihon-hanako-plastic").code()).isZero();
        assertThat(card("revoke", "--hold", "mihon-hanako-plastic").code()).isEqualTo(Madoguchi.ATTENTION);
        assertThat(card("list").out()).contains("失効 revoked");
        assertThat(card("read", "mihon-hanako-plastic", "--rounds", "2").out()).contains("署名 signature", "合計 whole");
    }

    @Test
    void whatIsWrongIsToldAllAtOnceAndNothingIsIssued() {
        Spoken wrong = card("issue", "nobody-here", "--profile", "gold", "--pin", "12");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("nobody-here", "--profile", "--pin");
        for (String command : List.of("renew", "revoke", "unlock", "plug", "read")) {
            assertThat(card(command, "nobody").code()).as(command).isEqualTo(Madoguchi.ATTENTION);
        }
        assertThat(card("list").out()).contains("no cards yet");
    }

    private List<Path> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("cards"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    private Spoken card(String command, String... arguments) {
        return Spoken.by(Stream.concat(Stream.of("card", command, "--data", data.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }
}
