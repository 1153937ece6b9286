package madoguchi.uke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** 変異 – changes a file by chance, and tries everything this module does on it. */
final class Mutations {

    private static final List<byte[]> ODD = List.of(
            Examples.bytes(""),
            Examples.bytes(","),
            Examples.bytes("\r\n"),
            Examples.bytes("\n"),
            Examples.bytes("\r"),
            Examples.bytes("\u001a"),
            Examples.bytes("\0"),
            Examples.bytes("\""),
            Examples.bytes("RE,"),
            Examples.bytes("\r\nRE,"),
            Examples.bytes("\r\nIR,"),
            Examples.bytes("\r\nGO,"),
            Examples.bytes("\r\nMN,"),
            Examples.bytes("-1"),
            Examples.bytes("00000000"),
            Examples.bytes("99999999999999999999"),
            Examples.bytes("髙①●"),
            Examples.bytes("５０６０４０７"),
            Examples.bytes("9".repeat(300)),
            Examples.bytes(",".repeat(200)),
            new byte[] {(byte) 0x81},
            new byte[] {(byte) 0xFF, (byte) 0xA0, (byte) 0x80});

    private Mutations() {}

    static byte[] changed(byte[] seed, List<byte[]> seeds, Random random) {
        byte[] input = seed;
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(input.length + 1);
            int to = Math.min(input.length, at + random.nextInt(60));
            byte[] other = seeds.get(random.nextInt(seeds.size()));
            int piece = random.nextInt(other.length + 1);
            input = switch (random.nextInt(6)) {
                case 0 -> replaced(input, at, Math.min(at + 1, input.length), new byte[] {(byte) random.nextInt(256)});
                case 1 -> replaced(input, at, to, new byte[0]);
                case 2 -> replaced(input, at, at, Arrays.copyOfRange(input, at, to));
                case 3 -> replaced(input, at, to, ODD.get(random.nextInt(ODD.size())));
                case 4 -> replaced(input, at, at, ODD.get(random.nextInt(ODD.size())));
                default ->
                    replaced(input, at, to, Arrays.copyOfRange(other, piece, Math.min(other.length, piece + 80)));
            };
        }
        return input;
    }

    private static byte[] replaced(byte[] input, int from, int to, byte[] by) {
        byte[] changed = new byte[input.length - (to - from) + by.length];
        System.arraycopy(input, 0, changed, 0, from);
        System.arraycopy(by, 0, changed, from, by.length);
        System.arraycopy(input, to, changed, from + by.length, input.length - to);
        return changed;
    }

    /** Reads, looks through every typed view, checks and writes; the bytes must be those that came in. */
    static void tried(byte[] input) {
        try {
            List<Part> parts = new ArrayList<>();
            ClaimCheck check = ClaimCheck.beforeSubmission(
                    found -> assertThat(found.problem().toString()).isNotBlank());
            new ClaimReader(new ByteArrayInputStream(input), 512, 4096).forEachRemaining(part -> {
                check.accept(part);
                if (part instanceof Receipt receipt) {
                    looked(receipt);
                }
                parts.add(part);
            });
            check.end();
            assertThat(Examples.written(parts)).isEqualTo(input);
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError("broken by " + Kept.keep(input), broken);
        }
    }

    private static void looked(Receipt receipt) {
        int lines = 0;
        for (Unit unit : receipt.units()) {
            assertThat(unit.from()).isGreaterThanOrEqualTo(lines);
            lines = unit.to();
        }
        receipt.insured();
        receipt.re()
                .flatMap(RE::type)
                .ifPresent(type -> type.with(ReceiptType.Group.LATE_ELDERLY, ReceiptType.Patient.ELDERLY));
        for (Line line : receipt.lines()) {
            assertThat(line.texts()).hasSize(line.count());
            line.days();
            assertThat(line.with(line.count() + 1, "1").text(line.count() + 1)).isEqualTo("1");
        }
        assertThat(receipt.withLines(receipt.lines()).sameBytes(receipt)).isTrue();
    }
}
