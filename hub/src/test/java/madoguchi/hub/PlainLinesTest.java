package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files without quotation marks are cut as the CSV reader cuts them. */
class PlainLinesTest {

    private static final String CHARACTERS = "ab,,\n\r 架#'\u0000　";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "a",
                "a,",
                ",",
                "\r\n\r\na\r\n",
                "a\rb\nc\r\nd",
                "a\n\rb",
                "\r\r\n\n,\r",
                "a,b\n\nc,d\r\n"
            })
    void aTextIsCutAsTheCsvReaderCutsIt(String text) {
        assertThat(plain(new StringReader(text))).isEqualTo(quoted(text));
    }

    @Test
    void anyTextIsCutAsTheCsvReaderCutsItHoweverItArrives() {
        Random random = new Random(4);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            assertThat(plain(new Trickle(text.toString(), random)))
                    .as("round %d", round)
                    .isEqualTo(quoted(text.toString()));
        }
    }

    @Test
    void linesLongerThanTheRoomAreCutWhole() {
        String text = ("x".repeat(200_000) + ",y\n").repeat(3);

        assertThat(plain(new StringReader(text))).isEqualTo(quoted(text));
    }

    @Test
    void aQuotationMarkOrAVeryLongLineAnywhereLeavesTheFileToTheCsvReader() throws IOException {
        assertThat(examined("a,b\nc,d").plain()).isTrue();
        assertThat(examined("a,b\nc,\"d\"").plain()).isFalse();
        assertThat(examined("a,b\n" + "c".repeat(16_001)).plain()).isFalse();
        assertThat(examined(",".repeat(16_001) + "\na").plain()).isFalse();
        assertThat(SourceText.examine(Source.of("f", "表,能\n".getBytes(Charset.forName("windows-31j"))))
                        .plain())
                .isTrue();
    }

    private static SourceText examined(String text) throws IOException {
        return SourceText.examine(Source.of("f", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> plain(Reader reader) {
        return told(new PlainLines(reader));
    }

    private static List<String> quoted(String text) {
        return told(CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text).stream()
                .<Cells>map(Cells.Quoted::new)
                .iterator());
    }

    private static List<String> told(Iterator<Cells> lines) {
        List<String> told = new ArrayList<>();
        while (lines.hasNext()) {
            Cells line = lines.next();
            told.add(line.number() + " " + line.all());
        }
        return told;
    }

    /** Gives a few characters at a time. */
    private static final class Trickle extends Reader {
        private final String text;
        private final Random random;
        private int at;

        Trickle(String text, Random random) {
            this.text = text;
            this.random = random;
        }

        @Override
        public int read(char[] into, int offset, int length) {
            int count = Math.min(Math.min(length, 1 + random.nextInt(3)), text.length() - at);
            text.getChars(at, at + count, into, offset);
            at += count;
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {}
    }
}
