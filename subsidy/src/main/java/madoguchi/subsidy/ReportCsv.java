package madoguchi.subsidy;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import madoguchi.core.CsvLine;

/** 結果の CSV – one line for each record, and for each of its faults; UTF-8 with byte order mark, so that office software shows it right. Written a portion at a time. */
final class ReportCsv {

    private static final int PORTION = 1_000;

    private ReportCsv() {}

    static void write(SubsidyHub hub, RegistrationTask task, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("record", "historyKey", "outcome", "結果", "code", "severity", "field", "理由", "reason");
            long after = 0;
            for (List<RecordResult> portion = hub.results(task, after, PORTION, false);
                    !portion.isEmpty();
                    portion = hub.results(task, after, PORTION, false)) {
                portion.forEach(result -> line(csv, result));
                after = portion.getLast().record();
            }
        }
    }

    private static void line(CsvWriter csv, RecordResult result) {
        String record = Integer.toString(result.record());
        String key = CsvLine.harmless(result.historyKey().orElse(""));
        String outcome = result.outcome().name();
        String label = result.outcome().label().ja();
        if (result.faults().isEmpty()) {
            csv.writeRecord(record, key, outcome, label, "", "", "", "", "");
        }
        for (RecordFault fault : result.faults()) {
            csv.writeRecord(
                    record,
                    key,
                    outcome,
                    label,
                    fault.code().code(),
                    fault.code().severity().name(),
                    CsvLine.harmless(fault.field()),
                    fault.code().reason().ja(),
                    fault.code().reason().en());
        }
    }
}
