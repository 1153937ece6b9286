package madoguchi.claims;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import madoguchi.core.CsvLine;

/** 指摘の CSV – one line a finding, UTF-8 with a byte order mark, so that a spreadsheet opens it. */
final class ClaimCsv {

    private static final List<String> HEADER =
            List.of("件目", "レセプト番号", "カルテ番号", "氏名", "受診日", "種類", "規則", "理由", "すること", "電話で尋ねること", "確実に直せる");

    private ClaimCsv() {}

    static byte[] of(List<CheckedReceipt> receipts) {
        String text = "\uFEFF" + CsvLine.forPeople(HEADER)
                + receipts.stream()
                        .flatMap(receipt ->
                                receipt.findings().stream().map(finding -> CsvLine.forPeople(cells(receipt, finding))))
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
}
