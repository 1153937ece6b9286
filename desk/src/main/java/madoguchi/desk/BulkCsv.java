package madoguchi.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import madoguchi.core.Coverage;
import madoguchi.core.CsvLine;
import madoguchi.core.Period;

/** 結果の CSV – one line a patient, UTF-8 with a byte order mark, so that a spreadsheet opens it. */
final class BulkCsv {

    private static final List<String> HEADER =
            List.of("患者番号", "氏名", "結果", "変化", "保険者番号", "記号", "番号", "枝番", "保険者名", "資格喪失日", "すること");

    private BulkCsv() {}

    static byte[] of(List<BulkRow> rows) {
        String text = "\uFEFF" + CsvLine.forPeople(HEADER)
                + rows.stream().map(row -> CsvLine.forPeople(cells(row))).collect(Collectors.joining());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(BulkRow row) {
        String detail = row.detail().ja();
        return List.of(
                row.own(),
                row.who(),
                row.state().word().ja() + (detail.isEmpty() ? "" : "（" + detail + "）"),
                row.changed().ja(),
                row.coverage().map(coverage -> coverage.id().insurer().digits()).orElse(""),
                row.coverage().flatMap(coverage -> coverage.id().symbol()).orElse(""),
                row.coverage().map(coverage -> coverage.id().number()).orElse(""),
                row.coverage().flatMap(coverage -> coverage.id().branch()).orElse(""),
                row.coverage().map(Coverage::insurerName).orElse(""),
                row.coverage()
                        .flatMap(Coverage::qualified)
                        .flatMap(Period::end)
                        .map(Object::toString)
                        .orElse(""),
                row.todo().ja());
    }
}
