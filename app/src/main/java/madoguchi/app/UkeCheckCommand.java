package madoguchi.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.json.CoreJson;
import madoguchi.uke.ClaimCheck;
import madoguchi.uke.Finding;
import madoguchi.uke.Part;
import madoguchi.uke.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 電子レセプトを検査する – tells everything that is wrong with claim files before they are sent. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "電子レセプトを検査し、誤りの場所と理由をすべて示す / every fault of a claim file with its place and reason")
final class UkeCheckCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "電子レセプト（.UKE .HEN） / claim files")
    List<Path> files = List.of();

    @Option(names = "--json", description = "一行に一件の JSON / one JSON object a line")
    boolean json;

    @Option(
            names = "--any",
            description = "最初の請求でないファイル（返戻・審査後）として / not as a first claim: a returned or reviewed file")
    boolean any;

    @Option(names = "--notes", description = "参考も示す / show notes, too")
    boolean notes;

    @Option(
            names = "--most",
            defaultValue = "200",
            description = "示す件数の上限。--json では限らない / how many to show, not with --json (default: ${DEFAULT-VALUE})")
    int most;

    @Override
    public Integer call() throws IOException {
        boolean fine = true;
        for (Path file : files) {
            fine &= checked(file);
        }
        return fine ? 0 : Madoguchi.ATTENTION;
    }

    private boolean checked(Path path) throws IOException {
        int[] shown = {0};
        ClaimCheck check = any
                ? ClaimCheck.ofAnyFile(found -> show(found, shown))
                : ClaimCheck.beforeSubmission(found -> show(found, shown));
        try (UkeFile file = new UkeFile(path)) {
            for (Optional<Part> part = file.next(); part.isPresent(); part = file.next()) {
                check.accept(part.get());
            }
            ClaimCheck.Summary summary = check.end();
            if (json) {
                System.out.println(CoreJson.mapper().writeValueAsString(inJson(path, file, summary)));
            } else {
                print(path, file, summary, shown[0]);
            }
            return summary.isFine();
        }
    }

    private void show(Finding found, int[] shown) {
        if (json) {
            System.out.println(CoreJson.mapper().writeValueAsString(inJson(found)));
        } else if ((notes || found.check().severity() != Severity.NOTE) && shown[0]++ < most) {
            String sign = found.check().severity() == Severity.NOTE ? "・" : "✕";
            System.out.println(sign + " " + found.problem() + " ["
                    + found.check().id() + " " + found.check().severity().label() + "]");
        }
    }

    private static Map<String, Object> inJson(Finding found) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("check", found.check().id());
        line.put("severity", found.check().severity());
        line.put("certainty", found.check().certainty());
        line.put("line", found.line());
        line.put("offset", found.offset());
        line.put("receipt", found.receipt());
        line.put("record", found.record());
        line.put("field", found.field());
        line.put("fieldName", found.fieldName());
        line.put("ja", found.check().reason().ja());
        line.put("en", found.check().reason().en());
        return line;
    }

    private static Map<String, Object> inJson(Path path, UkeFile file, ClaimCheck.Summary summary) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", path.toString());
        line.put("kind", file.kind());
        line.put("fine", summary.isFine());
        line.put("receipts", summary.receipts());
        line.put("totalCount", summary.totals().count());
        line.put("totalPoints", summary.totals().points());
        line.put("faultsOfFile", summary.file());
        line.put("faultsOfReceipts", summary.receipt());
        line.put("likelyReturned", summary.returned());
        line.put("arithmetic", summary.arithmetic());
        line.put("notes", summary.notes());
        return line;
    }

    private void print(Path path, UkeFile file, ClaimCheck.Summary summary, int found) {
        if (found > most) {
            System.out.println("… ほか " + (found - most) + " 件（--most で増やせます） / more: --most");
        }
        System.out.printf(
                "%s %s: %s、レセプト %,d 件、総件数 %,d、総合計点数 %,d%n",
                summary.isFine() ? "○" : "✕",
                path,
                file.kind().label(),
                summary.receipts(),
                summary.totals().count(),
                summary.totals().points());
        System.out.printf(
                "  ファイル %d・レセプト %d・返戻の見込み %d・計算 %d・参考 %d / file, receipts, likely returned, sums, notes%n",
                summary.file(), summary.receipt(), summary.returned(), summary.arithmetic(), summary.notes());
    }
}
