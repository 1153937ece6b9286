package madoguchi.uke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import madoguchi.fixture.Fuzz;
import org.junit.jupiter.api.Test;

/** 変異 – nothing that chance makes of a claim file stops the reading, the typed views or the checks, and all of it is written back. {@code -Dmadoguchi.fuzz.seconds=60} tries for a minute. */
class FuzzTest {

    @Test
    void nothingThatChanceMakesOfAFileBreaksReaderViewsOrChecks() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        Examples.ALL.forEach(example -> seeds.add(Examples.bytes(example + "\u001a")));
        for (FileKind kind : List.of(FileKind.MEDICAL, FileKind.DPC, FileKind.DENTAL, FileKind.DISPENSING)) {
            seeds.add(ClaimCheckTest.invented(kind, 3));
        }
        assertThat(Fuzz.run("uke", 4_000, seeds, FuzzTest::tried)).isGreaterThan(50);
    }

    /** Reads, looks through every typed view, checks and writes; the bytes must be those that came in. What was found wrong is what is said of the input. */
    static Object tried(byte[] input) {
        Set<String> found = new TreeSet<>();
        List<Part> parts = new ArrayList<>();
        ClaimCheck check = ClaimCheck.beforeSubmission(finding -> {
            assertThat(finding.problem().toString()).isNotBlank();
            found.add(finding.check().id());
        });
        new ClaimReader(new ByteArrayInputStream(input), 512, 4096).forEachRemaining(part -> {
            check.accept(part);
            if (part instanceof Receipt receipt) {
                looked(receipt);
            }
            parts.add(part);
        });
        check.end();
        assertThat(Examples.written(parts)).isEqualTo(input);
        return found;
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
