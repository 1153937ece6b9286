package madoguchi.uke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 書いた字節は読んだ字節 – what is read is written back, whatever it is. */
class ClaimReaderTest {

    static final List<String> EXAMPLES = Examples.ALL;

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void everyExampleIsWrittenBackByteForByteWithAndWithoutEndMarkAndWithLineFeedsOnly(String example) {
        for (String file : List.of(
                example,
                example + "\u001a",
                example.replace("\r\n", "\n"),
                example.stripTrailing(),
                example + "\r\n")) {
            byte[] bytes = Examples.bytes(file);
            assertThat(Examples.written(Examples.parts(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void aMedicalFileIsHeadReceiptsAndFoot() {
        List<Part> parts = Examples.parts(Examples.bytes(Examples.SPLIT + "\u001a"));
        assertThat(parts)
                .extracting(part -> part.getClass().getSimpleName())
                .containsExactly("Head", "Receipt", "Receipt", "Foot");
        assertThat(parts).extracting(part -> part.lines().size()).containsExactly(1, 8, 8, 2);
        assertThat(parts.get(2).lines().number(0)).isEqualTo(10);
        assertThat(parts.get(2))
                .isInstanceOfSatisfying(
                        Receipt.class, receipt -> assertThat(receipt.ordinal()).isEqualTo(2));
    }

    @Test
    void offsetsLeadToTheBytesOfTheLine() {
        byte[] file = Examples.bytes(Examples.SPLIT);
        for (Part part : Examples.parts(file)) {
            for (int i = 0; i < part.lines().size(); i++) {
                byte[] line = part.lines().get(i).bytes();
                int at = (int) part.lines().offset(i);
                assertThat(java.util.Arrays.copyOfRange(file, at, at + line.length))
                        .isEqualTo(line);
            }
        }
    }

    @Test
    void aDentalReceiptBeginsAtItsOwnIr() {
        String receipt = Examples.lines(
                "IR,1,13,3,1234569,,202605,03-0000-0000,",
                "RE,1,3112,202604,見本　一郎,1,19850412,,,20260403,1,,,,,,,,,,,,,,,,",
                "HO,01139997,1,2,1,267,,,,,,,,",
                "HS,20260403,1,,5250001,,,,,,,,");
        List<Part> parts = Examples.parts(
                Examples.bytes("UK,1,13,3,1234569,,みなと架空歯科,202605,,00\r\n" + receipt + receipt + "GO,2,534,99\r\n"));
        assertThat(parts).extracting(part -> part.lines().size()).containsExactly(1, 4, 4, 1);
        assertThat(parts.get(1).lines().kind()).isEqualTo(FileKind.DENTAL);
    }

    @Test
    void theRecordsOfPayersAndThoseNobodyKnowsAreCarriedInTheirReceipt() {
        String receipt = Examples.lines(
                "MN,130000001,,,,",
                "YK,1,13,4,1234567,みなと架空薬局,202605,00,",
                "RE,1,4112,202604,見本　一郎,1,19850412",
                "HO,01139997,1,2,1,100",
                "QQ,何か,,",
                "RC,Ver0000ABC");
        List<Part> parts =
                Examples.parts(Examples.bytes("YK,1,13,4,1234567,みなと架空薬局,202605,00,\r\n" + receipt + receipt));
        assertThat(parts).extracting(part -> part.lines().size()).containsExactly(1, 6, 6);
        assertThat(((Receipt) parts.get(1)).records().get(4)).isInstanceOf(Other.class);
    }

    @Test
    void homeNursingHasItsGoAtTheBeginning() {
        List<Part> parts = Examples.parts(
                Examples.bytes("HM,1,13,6,1234567\r\nGO,\r\nRE,1,6112\r\nHO,1\r\nRE,2,6112\r\nHO,2\r\n"));
        assertThat(parts).extracting(part -> part.lines().size()).containsExactly(2, 2, 2);
    }

    @Test
    void aDpcFileIsToldByItsBuRecordOrByName() {
        String file = Examples.HEAD + Examples.RE + "BU,xx\r\n";
        assertThat(Examples.parts(Examples.bytes(file)).getFirst().lines().kind())
                .isEqualTo(FileKind.DPC);
        ClaimReader named = new ClaimReader(new ByteArrayInputStream(Examples.bytes(Examples.ORDINARY)), FileKind.DPC);
        assertThat(named.next().lines().kind()).isEqualTo(FileKind.DPC);
    }

    @Test
    void anEmptyFileHasNoParts() {
        assertThat(Examples.parts(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 300, 4096})
    void thePiecesItIsReadInMakeNoDifference(int piece) {
        byte[] file = Examples.bytes(Examples.SPLIT + Examples.UNIDENTIFIED + "\u001a");
        List<Part> pieces = new ArrayList<>();
        new ClaimReader(new ByteArrayInputStream(file), piece, 1 << 20).forEachRemaining(pieces::add);
        List<Part> whole = Examples.parts(file);
        assertThat(pieces).hasSameSizeAs(whole);
        for (int i = 0; i < whole.size(); i++) {
            assertThat(pieces.get(i).lines().bytes())
                    .isEqualTo(whole.get(i).lines().bytes());
            assertThat(pieces.get(i).lines().offset(0))
                    .isEqualTo(whole.get(i).lines().offset(0));
        }
    }

    @Test
    void aReceiptTooLongForMemoryIsCutAndStillWrittenBack() {
        byte[] file = Examples.bytes(Examples.HEAD + Examples.RE + Examples.RETURNING.repeat(500) + "X".repeat(5000)
                + "\r\n" + Examples.RE + "GO,2,1,99\r\n");
        List<Part> parts = new ArrayList<>();
        new ClaimReader(new ByteArrayInputStream(file), 256, 2048).forEachRemaining(parts::add);
        assertThat(Examples.written(parts)).isEqualTo(file);
        assertThat(parts).anyMatch(Part.Stray.class::isInstance);
        assertThat(parts).allMatch(part -> part.lines().length() <= 4096);
        assertThat(parts.getLast()).isInstanceOf(Part.Foot.class);
        assertThat(parts.stream().filter(Receipt.class::isInstance)).hasSize(2);
    }

    @Test
    void anyBytesAreWrittenBack() {
        Random random = new Random(7);
        String[] words = {
            "RE,", "IR,", "UK,", "GO,", "MN,", "\r\n", "\n", "\r", ",", "\u001a", "\0", "HO", "髙", "QQ,", "1"
        };
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(words[random.nextInt(words.length)]);
            }
            byte[] file = Examples.bytes(text.toString());
            for (int n = random.nextInt(3); n > 0 && file.length > 0; n--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            List<Part> parts = new ArrayList<>();
            new ClaimReader(new ByteArrayInputStream(file), 1 + random.nextInt(20), 1 + random.nextInt(200))
                    .forEachRemaining(parts::add);
            assertThat(Examples.written(parts)).isEqualTo(file);
        }
    }
}
