package madoguchi.uke;

import java.util.function.Consumer;

/**
 * 電子レセプトの検査 – takes a file part by part and tells everything that is wrong, all at once; a broken receipt does not stop the others. What is looked for: {@link Check#all}. Holds nothing but sums.
 *
 * <p>Use: {@link #accept} every part of {@link ClaimReader} in order, then {@link #end}.
 */
public final class ClaimCheck {

    /**
     * 検査の結果.
     *
     * @param receipts how many receipts the file has
     * @param totals what they come to
     * @param file findings of severity {@link Severity#FILE}
     * @param receipt of severity {@link Severity#RECEIPT}
     * @param returned of severity {@link Severity#RETURN}
     * @param arithmetic of severity {@link Severity#ARITHMETIC}
     * @param notes of severity {@link Severity#NOTE}
     */
    public record Summary(
            long receipts, Totals totals, int file, int receipt, int returned, int arithmetic, int notes) {

        /** Whether nothing but notes was found. */
        public boolean isFine() {
            return file + receipt + returned + arithmetic == 0;
        }
    }

    private static final byte END_MARK = 0x1A;

    private final Findings findings;
    private final LineCheck lineCheck;
    private final ReceiptCheck receiptCheck;
    private Totals totals = Totals.NONE;
    private long receipts;
    private long lastNumber;
    private boolean begun;
    private boolean headed;
    private boolean totalled;
    private boolean endMarked;
    private FileKind kind = FileKind.UNKNOWN;

    private ClaimCheck(Consumer<Finding> sink, boolean firstClaim) {
        this.findings = new Findings(sink, firstClaim);
        this.lineCheck = new LineCheck(findings);
        this.receiptCheck = new ReceiptCheck(findings);
    }

    /** 提出前の検査 – of a file that a facility is about to send for the first time. */
    public static ClaimCheck beforeSubmission(Consumer<Finding> sink) {
        return new ClaimCheck(sink, true);
    }

    /** どのファイルでも – of any claim file, also one that came back or that payers read. */
    public static ClaimCheck ofAnyFile(Consumer<Finding> sink) {
        return new ClaimCheck(sink, false);
    }

    /** The next part of the file. */
    public void accept(Part part) {
        findings.about(part);
        if (!begun && !(part instanceof Part.Head)) {
            findings.line("U-102", 0);
        }
        if (totalled && kind != FileKind.NURSING) {
            findings.line("U-105", 0);
        }
        begun = true;
        kind = part.lines().kind();
        switch (part) {
            case Part.Head head -> head(head.lines());
            case Receipt receipt -> receipt(receipt);
            case Part.Foot foot -> foot(foot.lines());
            case Part.Stray stray -> {
                findings.line("U-112", 0);
                lines(stray.lines());
            }
        }
    }

    private void lines(Lines lines) {
        for (int i = 0; i < lines.size(); i++) {
            lineCheck.check(lines.get(i), i);
        }
    }

    private void head(Lines lines) {
        Line first = lines.getFirst();
        if (!headed && Letters.isUtf8(first.raw(), first.from(), first.to())) {
            findings.line("U-114", 0);
        }
        lines(lines);
        boolean nursing = kind == FileKind.NURSING;
        if (!headed && kind == FileKind.UNKNOWN) {
            findings.line("U-102", 0);
        } else if (headed || lines.size() > (nursing ? 2 : 1)) {
            findings.line("U-113", lines.size() - 1);
        }
        headed = true;
        totalled = nursing;
        if (lines.getFirst().typed() instanceof IR ir
                && ir.institution().flatMap(code -> code.warning()).isPresent()) {
            findings.item("U-110", 0, Item.INSTITUTION);
        }
    }

    private void receipt(Receipt receipt) {
        lines(receipt.lines());
        receiptCheck.check(receipt);
        receipts++;
        totals = totals.with(receipt);
        receipt.re().ifPresent(re -> {
            long number = re.number().orElse(0);
            if (number != lastNumber + 1 && (lastNumber > 0 || number == 0)) {
                findings.item("U-111", receipt.indexOf(RecordId.RE), Item.RECEIPT_NUMBER);
            }
            lastNumber = number;
        });
    }

    private void foot(Lines lines) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.length() > 0 && line.raw()[line.from()] == END_MARK) {
                endMarked = true;
                if (line.length() > 1) {
                    findings.line("U-105", i);
                }
            } else {
                lineCheck.check(line, i);
                go(line, i);
            }
        }
    }

    private void go(Line line, int index) {
        if (totalled || line.id() != RecordId.GO) {
            findings.line("U-105", index);
            return;
        }
        totalled = true;
        if (line.longNumber(Item.TOTAL_COUNT).orElse(-1) != totals.count()) {
            findings.item("U-106", index, Item.TOTAL_COUNT);
        }
        if (line.longNumber(Item.TOTAL_POINTS).orElse(-1) != totals.points()) {
            findings.item("U-107", index, Item.TOTAL_POINTS);
        }
    }

    /** The end of the file: tells what is missing in it as a whole. */
    public Summary end() {
        if (!begun) {
            findings.file("U-101");
        } else {
            if (!totalled) {
                findings.file("U-103");
            }
            if (!endMarked) {
                findings.file("U-104");
            }
        }
        return new Summary(
                receipts,
                totals,
                findings.count(Severity.FILE),
                findings.count(Severity.RECEIPT),
                findings.count(Severity.RETURN),
                findings.count(Severity.ARITHMETIC),
                findings.count(Severity.NOTE));
    }
}
