package madoguchi.claims;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** 指摘の CSV – one line a finding, UTF-8 with a byte order mark, so that a spreadsheet opens it. */
final class ClaimCsv {

    private static final List<String> HEADER =
            List.of("件目", "レセプト番号", "カルテ番号", "氏名", "受診日", "種類", "規則", "理由", "すること", "電話で尋ねること", "確実に直せる");

    private ClaimCsv() {}

    static byte[] of(List<CheckedReceipt> receipts) {
        String text = "\uFEFF" + line(HEADER)
                + receipts.stream()
                        .flatMap(receipt -> receipt.findings().stream().map(finding -> line(cells(receipt, finding))))
                        .collect(Collectors.joining());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(CheckedReceipt receipt, ClaimFinding finding) {
        return List.of(
                Long.toString(receipt.ordinal()),
                receipt.number(),
                receipt.chart(),
                receipt.name(),
                receipt.days().stream().map(Object::toString).collect(Collectors.joining(" ")),
                finding.trouble().label().ja(),
                finding.rule(),
                finding.reason().ja(),
                finding.todo().ja(),
                finding.phone().map(phone -> phone.ja()).orElse(""),
                finding.isCertain() ? "はい" : "");
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ClaimCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** Always quoted; a cell that a spreadsheet would take for a formula gets an apostrophe. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
