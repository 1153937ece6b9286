package madoguchi.claims;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Coverage;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.GO;
import madoguchi.uke.Item;
import madoguchi.uke.Line;
import madoguchi.uke.Part;
import madoguchi.uke.Receipt;
import madoguchi.uke.RecordId;
import madoguchi.uke.Totals;
import madoguchi.uke.UkeDate;

/** 再請求 – one receipt of a kept file, made anew with the coverage that its reception confirms by now: a file of its own, for the month it is sent in. */
final class Reclaim {

    /** 旧資格・不詳の摘要: they go when the number is known. */
    private static final Set<String> GONE = Set.of(
            "820000245",
            "820000246",
            "830000501",
            "830000502",
            "830000503",
            "830000504",
            "830000505",
            "830000506",
            "830000507",
            "830000508");

    private Reclaim() {}

    /** The file; empty where the receipt is not in this one, or no reception confirms one coverage for all its days that is claimed at the same body. */
    static Optional<byte[]> of(byte[] file, ResultLine line, VisitsOfReceipt visits, YearMonth sent) {
        List<Part> parts = ClaimReader.parts(new ByteArrayInputStream(file)).toList();
        return parts.stream()
                .filter(Receipt.class::isInstance)
                .map(Receipt.class::cast)
                .filter(receipt -> receipt.ordinal() == line.ordinal() && isOf(receipt, line))
                .findFirst()
                .flatMap(receipt -> confirmed(receipt, visits.of(receipt))
                        .filter(coverage -> head(parts).takes(coverage.id()))
                        .map(coverage -> written(parts, made(receipt, coverage), sent)));
    }

    private static boolean isOf(Receipt receipt, ResultLine line) {
        return receipt.re()
                .filter(re -> re.chart().equals(line.chart())
                        && re.line().text(Item.RECEIPT_NUMBER).equals(line.receipt()))
                .isPresent();
    }

    private static Optional<Coverage> confirmed(Receipt receipt, List<ClaimVisit> about) {
        List<LocalDate> days = BeforeSubmission.days(receipt);
        List<Coverage> confirmed = about.stream()
                .flatMap(visit -> visit.active().stream())
                .filter(coverage -> !days.isEmpty() && days.stream().allMatch(coverage::coversDay))
                .toList();
        return confirmed.stream().map(Coverage::id).distinct().count() == 1
                ? Optional.of(confirmed.getLast())
                : Optional.empty();
    }

    private static Receipt made(Receipt receipt, Coverage coverage) {
        List<Correction> corrections = new ArrayList<>(
                Renumbering.of(receipt, coverage, BeforeSubmission.days(receipt).getFirst()));
        corrections.add(Correction.of(receipt, RecordId.RE, Item.RECEIPT_NUMBER, "1"));
        Receipt made = ClaimFileCheck.Rewriting.by(corrections).of(receipt);
        return made.withLines(made.lines().stream()
                .filter(one ->
                        !GONE.contains(one.id() == RecordId.CO || one.id() == RecordId.TK ? one.text(Item.CODE) : ""))
                .toList());
    }

    private static FileHead head(List<Part> parts) {
        return parts.getFirst().lines().getFirst().typed() instanceof madoguchi.uke.IR ir
                ? FileHead.of(parts.getFirst().lines().kind(), ir)
                : new FileHead(parts.getFirst().lines().kind(), Optional.empty(), Optional.empty());
    }

    private static byte[] written(List<Part> parts, Receipt receipt, YearMonth sent) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String month = UkeDate.write(sent.atDay(1)).substring(0, 6);
        try {
            for (Part part : parts) {
                switch (part) {
                    case Part.Head first -> {
                        for (Line line : first.lines()) {
                            line.with(Item.CLAIM_MONTH, month).writeTo(out);
                        }
                    }
                    case Receipt any -> {
                        if (any.ordinal() == receipt.ordinal()) {
                            receipt.writeTo(out);
                        }
                    }
                    case Part.Foot foot -> {
                        for (Line line : foot.lines()) {
                            (line.typed() instanceof GO
                                            ? Totals.NONE.with(receipt).written(line)
                                            : line)
                                    .writeTo(out);
                        }
                    }
                    case Part.Stray stray -> {}
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
