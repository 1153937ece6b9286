package madoguchi.subsidy;

import static madoguchi.subsidy.Samples.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import madoguchi.core.SchemeMaster;
import madoguchi.fixture.Fuzz;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** 自治体から来るあらゆる入力 – records as JSON and as a table: whatever comes, each record is understood or has its faults, and nothing is thrown. */
class FuzzTest {

    /** The same text in every run, whatever the order of a map. */
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final RecordCheck CHECK = new RecordCheck(
            Map.of(
                    "NANBYO",
                    new IssuedType(
                            "NANBYO",
                            "架空県",
                            "難病",
                            SchemeMaster.load().named("N54").orElseThrow())),
            LocalDate.of(2026, 11, 21));

    @Test
    void noJsonBreaksTheReadingOfRecords() {
        List<byte[]> seeds = List.of(
                SORTED.writeValueAsBytes(List.of(record(1), record(2, "validTo", "x"))),
                SORTED.writeValueAsBytes(List.of(record(3, "ceilings", List.of(Map.of("kind", "A", "yen", 5_000))))));
        Fuzz.run("json", 2_000, seeds, FuzzTest::json);
    }

    static Object json(byte[] text) {
        TreeSet<String> said = new TreeSet<>();
        boolean whole = JsonRecords.read(new ByteArrayInputStream(text), raw -> said.add(faults(raw)));
        said.add(whole ? "whole" : "broken off");
        return said;
    }

    @Test
    void noTableBreaksTheReadingOfRecords() {
        String table = """
                historyKey,myNumber,name,nameKana,address,dateOfBirth,sex,isDeleted,isNotDisclosed,ceilings,summed,certificationDetail
                H1,000000000019,架空　太郎,カクウ タロウ,架空区1,19870412,1,0,0,医科歯科入外 MONTH 5000 2; 薬局 DAY 500,医科歯科入外; 薬局,疾病名=見本病
                """;
        Fuzz.run(
                "csv",
                2_000,
                List.of(
                        table.getBytes(StandardCharsets.UTF_8),
                        table.getBytes(java.nio.charset.Charset.forName("windows-31j"))),
                FuzzTest::table);
    }

    static Object table(byte[] text) {
        TreeSet<String> said = new TreeSet<>();
        try {
            boolean whole = CsvRecords.read(new ByteArrayInputStream(text), raw -> said.add(faults(raw)));
            said.add(whole ? "whole" : "broken off");
            return said;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String faults(RawRecord raw) {
        return CHECK.of(raw).faults().stream()
                .map(fault -> fault.code().name())
                .sorted()
                .distinct()
                .toList()
                .toString();
    }
}
