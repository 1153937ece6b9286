package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 電子レセプトのコマンド – what {@code uke check, show, diff, copy} say, and with which code they end. */
class UkeCommandTest {

    private static final Charset CP932 = Charset.forName("windows-31j");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void invent() {
        file = folder.resolve("RECEIPTC.UKE");
        assertThat(Spoken.by("uke", "invent", file.toString(), "--receipts", "30")
                        .code())
                .isZero();
    }

    private Path changed(String sound, String broken) throws IOException {
        Path other = folder.resolve("changed.UKE");
        String text = Files.readString(file, CP932);
        Files.writeString(other, text.replaceFirst(sound, broken), CP932);
        return other;
    }

    @Test
    void aSoundFileIsFineAndABrokenOneIsToldWithItsPlace() throws IOException {
        Spoken fine = Spoken.by("uke", "check", file.toString());
        assertThat(fine.code()).isZero();
        assertThat(fine.out()).contains("○", "レセプト 30 件");
        Spoken broken = Spoken.by("uke", "check", changed("\r\nHO,", "\r\nHX,").toString());
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.out()).contains("✕", "レセプト1", "[U-303", "neither an insurer");
    }

    @Test
    void theJsonOfACheckIsOneObjectALine() throws IOException {
        Spoken told = Spoken.by("uke", "check", "--json", changed("GO,", "GO,9").toString());
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.out().lines()).anyMatch(line -> line.contains("\"check\":\"U-106\""));
        assertThat(told.out().lines().toList().getLast()).contains("\"receipts\":30", "\"arithmetic\":1");
    }

    @Test
    void aReceiptIsShownReadablyWithNamesUnlessTheyAreMasked() {
        Spoken shown = Spoken.by("uke", "show", "--receipt", "2", file.toString());
        assertThat(shown.out()).contains("RE レセプト共通", "氏名", "生年月日", "年", "JD 受診日等");
        Spoken masked = Spoken.by("uke", "show", "--receipt", "2", "--mask", file.toString());
        assertThat(masked.out()).contains("氏名 ＊＊＊", "生年月日 ＊＊＊").doesNotContain("一郎", "花子");
        assertThat(Spoken.by("uke", "show", file.toString()).out().lines()).hasSize(33);
        assertThat(Spoken.by("uke", "show", "--receipt", "99", file.toString()).code())
                .isEqualTo(1);
    }

    @Test
    void aDifferenceIsToldByReceiptAndField() throws IOException {
        Spoken told = Spoken.by(
                "uke", "diff", file.toString(), changed("MF,00", "MF,01").toString());
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.out()).contains("■ レセプト", "MF 窓口負担額区分: 「00」→「01」", "違い 1 件");
        assertThat(Spoken.by("uke", "diff", file.toString(), file.toString()).code())
                .isZero();
    }

    @Test
    void aReceiptTakenOutIsToldAsOne() throws IOException {
        Path other = changed("(?s)\r\nRE,7,.*?\r\nRE,8,", "\r\nRE,8,");
        assertThat(Spoken.by("uke", "diff", file.toString(), other.toString()).out())
                .contains("− レセプト     7")
                .contains("違い 1 件");
    }

    @Test
    void aCopyHasTheSameBytesAndReplacesNothingUnasked() throws IOException {
        Path copy = folder.resolve("copy.UKE");
        Spoken copied = Spoken.by("uke", "copy", file.toString(), copy.toString());
        assertThat(copied.code()).isZero();
        assertThat(Files.mismatch(file, copy)).isEqualTo(-1);
        assertThat(Spoken.by("uke", "copy", file.toString(), copy.toString()).code())
                .isEqualTo(3);
        assertThat(Spoken.by("uke", "copy", "--force", file.toString(), file.toString())
                        .code())
                .isEqualTo(3);
        assertThat(Spoken.by("uke", "check", folder.resolve("nothing.UKE").toString())
                        .code())
                .isEqualTo(3);
    }
}
