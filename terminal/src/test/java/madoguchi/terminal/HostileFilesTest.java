package madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import madoguchi.core.Parsed;
import org.junit.jupiter.api.Test;

/** Files made to harm, and files that chance made ({@code properties.md} S7): every one is refused with a reason, none throws. */
class HostileFilesTest {

    private static final String BODY = Samples.text(Samples.REQUEST).replaceFirst("<\\?xml.*?\\?>", "");

    private static void refused(byte[] file, String reason) {
        assertThat(Requests.read(file).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason().en()).contains(reason));
        assertThat(Responses.read(file, Instant.EPOCH).problems()).hasSize(1);
    }

    private static void refused(String file, String reason) {
        refused(Samples.utf8(file), reason);
    }

    @Test
    void anExternalEntityIsRefused() {
        refused("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + BODY.replace("567890", "&e;"), "DOCTYPE");
    }

    @Test
    void anExternalDtdIsRefused() {
        refused("<!DOCTYPE XmlMsg SYSTEM \"http://127.0.0.1:1/x.dtd\">" + BODY, "DOCTYPE");
    }

    @Test
    void anEntityBombIsRefused() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE XmlMsg [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 20; i++) {
            String before = "&a" + (i - 1) + ";";
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(before.repeat(10))
                    .append("\">");
        }
        refused(bomb + "]>" + BODY.replace("567890", "&a19;"), "DOCTYPE");
    }

    @Test
    void anUndeclaredEntityIsRefused() {
        assertThat(Requests.read(Samples.utf8(BODY.replace("567890", "&e;"))).problems())
                .isNotEmpty();
    }

    @Test
    void aHugeFileIsRefused() {
        byte[] huge = new byte[Xml.BYTES_MAX + 1];
        Arrays.fill(huge, (byte) ' ');
        refused(huge, "too large");
    }

    @Test
    void nulBytesAreRefused() {
        refused(BODY.replace("567890", "56\u0000890"), "NUL");
        refused(BODY.replace("567890", "56&#0;890"), "XML");
    }

    @Test
    void utf16IsRefused() {
        refused(BODY.getBytes(StandardCharsets.UTF_16), "NUL");
    }

    @Test
    void bytesThatAreNotInTheDeclaredEncodingAreRefused() {
        refused(
                Samples.text(Samples.REQUEST).replace("12-34", "漢").getBytes(Charset.forName("windows-31j")),
                "declared");
        refused(concat(Samples.utf8(BODY), new byte[] {(byte) 0xC0, (byte) 0x80}), "declared");
        refused("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + BODY, "UTF-8 or Shift_JIS");
    }

    @Test
    void loneSurrogatesAreRefused() {
        byte[] cesu = {'<', 'X', '>', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '<', '/', 'X', '>'};
        refused(cesu, "declared");
        refused(BODY.replace("567890", "&#xD842;"), "XML");
    }

    @Test
    void brokenXmlIsRefusedWithItsLine() {
        String broken = BODY.replace("</InsurerNumber>", "</InsurerNumbre>");

        assertThat(Requests.read(Samples.utf8(broken)).problems().getFirst().place())
                .startsWith("XML:");
        refused("", "empty");
        refused("   ", "XML");
        refused("no xml at all", "XML");
    }

    @Test
    void anotherRootIsRefused() {
        refused(BODY.replace("XmlMsg", "Message"), "root");
    }

    @Test
    void deepNestingAndManyElementsAreRefused() {
        refused("<XmlMsg>" + "<a>".repeat(100_000), "deeply");
        refused("<XmlMsg>" + "<a/>".repeat(100_000) + "</XmlMsg>", "Too many");
    }

    @Test
    void twoThousandMutationsOfTheSamplesNeverThrow() {
        Random random = new Random(20260803);
        List<String> names = List.of(
                Samples.REQUEST,
                Samples.ACTIVE,
                Samples.NO_MATCH,
                Samples.LOST,
                Samples.SYSTEM_ERROR,
                Samples.FACE,
                Samples.FACE_MEDICAL_AID);
        int values = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] mutant = mutated(Samples.bytes(names.get(i % names.size())), random);
            values += understood(Requests.read(mutant)) + understood(Responses.read(mutant, Instant.EPOCH));
        }
        assertThat(values).isPositive();
    }

    private static int understood(Parsed<?> parsed) {
        return parsed.problems().isEmpty() ? 1 : 0;
    }

    private static byte[] mutated(byte[] file, Random random) {
        byte[] mutant = file.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(mutant.length);
            int to = Math.min(mutant.length, at + random.nextInt(40));
            switch (random.nextInt(5)) {
                case 0 -> mutant[at] = (byte) random.nextInt(256);
                case 1 -> mutant = concat(Arrays.copyOf(mutant, at), Arrays.copyOfRange(mutant, to, mutant.length));
                case 2 -> mutant = concat(Arrays.copyOf(mutant, to), Arrays.copyOfRange(mutant, at, mutant.length));
                case 3 -> mutant = Arrays.copyOf(mutant, Math.max(1, at));
                default -> mutant[at] = (byte) "<>&\"'/0;! ".charAt(random.nextInt(10));
            }
            if (mutant.length == 0) {
                return mutant;
            }
        }
        return mutant;
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
