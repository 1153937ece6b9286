package madoguchi.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import madoguchi.uke.ClaimCheck;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.Difference;
import madoguchi.uke.Differences;
import madoguchi.uke.FileKind;
import madoguchi.uke.Finding;
import madoguchi.uke.GO;
import madoguchi.uke.IR;
import madoguchi.uke.Line;
import madoguchi.uke.Part;
import madoguchi.uke.Receipt;
import madoguchi.uke.Severity;
import madoguchi.uke.Totals;

/** ファイルの点検と訂正 – streams a claim file through the check, and writes it again with corrections. One receipt in memory at a time; opens and closes nothing. */
public final class ClaimFileCheck {

    /** マルチボリュームでない – a file that is the only one of its claim. */
    private static final String ONLY_VOLUME = "00";

    private static final FileHead HEADLESS = new FileHead(FileKind.UNKNOWN, Optional.empty(), Optional.empty());

    /**
     * 点検の結果.
     *
     * @param head of the file
     * @param receipts how many it has
     * @param fine how many nothing was told about
     * @param certain how many can be mended for certain, wholly or in part
     * @param work how many need a person
     * @param counts how many receipts have each trouble
     * @param fileFaults what is wrong with the file as a whole
     */
    public record Summary(
            FileHead head,
            long receipts,
            long fine,
            long certain,
            long work,
            Map<Trouble, Long> counts,
            List<Finding> fileFaults) {

        /** Copies the collections. */
        public Summary {
            counts = Map.copyOf(counts);
            fileFaults = List.copyOf(fileFaults);
        }

        /** Whether nothing but notes was told. */
        public boolean isFine() {
            return fileFaults.isEmpty() && counts.keySet().stream().allMatch(Trouble::isNote);
        }
    }

    /**
     * 変えたところ – one part of a file that was written differently.
     *
     * @param ordinal which receipt; 0 for the totals
     * @param number レセプト番号; empty for the totals
     * @param differences what was changed
     */
    public record Changed(long ordinal, String number, List<Difference> differences) {

        /** Copies the list. */
        public Changed {
            differences = List.copyOf(differences);
        }
    }

    private final List<Finding> faults = new ArrayList<>();
    private final List<Finding> fileFaults = new ArrayList<>();
    private final Map<Trouble, Long> counts = new EnumMap<>(Trouble.class);
    private FileHead head = HEADLESS;
    private long fine;
    private long certain;
    private long work;

    private ClaimFileCheck() {}

    /**
     * Checks a file.
     *
     * @param in the file
     * @param check the check of this facility
     * @param sink told every receipt, the fine ones too, in order
     * @param progress told after every receipt how many bytes were read
     */
    public static Summary run(
            InputStream in, BeforeSubmission check, Consumer<CheckedReceipt> sink, LongConsumer progress) {
        return new ClaimFileCheck().checked(new ClaimReader(in), check, sink, progress);
    }

    private Summary checked(
            ClaimReader reader, BeforeSubmission check, Consumer<CheckedReceipt> sink, LongConsumer progress) {
        ClaimCheck layout = ClaimCheck.beforeSubmission(faults::add);
        while (reader.hasNext()) {
            Part part = reader.next();
            layout.accept(part);
            switch (part) {
                case Part.Head first -> head(first);
                case Receipt receipt -> {
                    CheckedReceipt told = check.check(headOf(receipt), receipt, List.copyOf(faults));
                    count(told);
                    sink.accept(told);
                }
                case Part.Foot foot -> ofFile();
                case Part.Stray stray -> ofFile();
            }
            faults.clear();
            progress.accept(reader.position());
        }
        ClaimCheck.Summary ended = layout.end();
        ofFile();
        return new Summary(head, ended.receipts(), fine, certain, work, counts, fileFaults);
    }

    private void head(Part.Head first) {
        if (first.lines().getFirst().typed() instanceof IR ir) {
            head = FileHead.of(first.lines().kind(), ir);
        }
        ofFile();
    }

    /* A dental receipt has a head of its own. */
    private FileHead headOf(Receipt receipt) {
        return receipt.all(IR.class).stream()
                .findFirst()
                .map(ir -> FileHead.of(receipt.kind(), ir))
                .orElse(head);
    }

    private void ofFile() {
        faults.stream()
                .filter(fault -> fault.check().severity() != Severity.NOTE)
                .forEach(fileFaults::add);
        faults.clear();
    }

    private void count(CheckedReceipt told) {
        fine += told.isFine() ? 1 : 0;
        certain += told.corrections().isEmpty() ? 0 : 1;
        work += told.needsPerson() ? 1 : 0;
        told.findings().stream()
                .map(ClaimFinding::trouble)
                .distinct()
                .forEach(trouble -> counts.merge(trouble, 1L, Long::sum));
    }

    /**
     * Writes a file again with changes; every other byte stays. The totals are reckoned anew, unless the file is one of several volumes.
     *
     * @param in the file
     * @param out the same with the changes
     * @param change by ordinal: the receipt to write in place of one; the same receipt for no change
     * @param changed told every change that was made, in order
     */
    public static void rewrite(
            InputStream in, OutputStream out, LongFunction<Rewriting> change, Consumer<Changed> changed)
            throws IOException {
        ClaimReader reader = new ClaimReader(in);
        Totals totals = Totals.NONE;
        boolean only = true;
        while (reader.hasNext()) {
            Part part = reader.next();
            switch (part) {
                case Part.Head first -> {
                    only = !(first.lines().getFirst().typed() instanceof IR ir)
                            || ir.volume().isEmpty()
                            || ir.volume().equals(ONLY_VOLUME);
                    first.writeTo(out);
                }
                case Receipt receipt -> {
                    Receipt now = change.apply(receipt.ordinal()).of(receipt);
                    totals = totals.with(now);
                    tell(receipt.ordinal(), number(receipt), Differences.of(receipt, now), changed);
                    now.writeTo(out);
                }
                case Part.Foot foot -> foot(foot, only ? Optional.of(totals) : Optional.empty(), out, changed);
                case Part.Stray stray -> stray.writeTo(out);
            }
        }
    }

    /** 書き換え – what a receipt becomes. */
    @FunctionalInterface
    public interface Rewriting {

        /** 変えない. */
        Rewriting NONE = receipt -> receipt;

        /** The receipt to write. */
        Receipt of(Receipt receipt);

        /** One that applies these corrections, in order. */
        static Rewriting by(List<Correction> corrections) {
            return receipt -> {
                Receipt now = receipt;
                for (Correction correction : corrections) {
                    now = correction.applied(now);
                }
                return now;
            };
        }
    }

    private static String number(Receipt receipt) {
        return receipt.re()
                .map(re -> re.line().text(madoguchi.uke.Item.RECEIPT_NUMBER))
                .orElse("");
    }

    private static void tell(long ordinal, String number, List<Difference> found, Consumer<Changed> changed) {
        if (!found.isEmpty()) {
            changed.accept(new Changed(ordinal, number, found));
        }
    }

    private static void foot(Part.Foot foot, Optional<Totals> totals, OutputStream out, Consumer<Changed> changed)
            throws IOException {
        for (Line line : foot.lines()) {
            Line now = totals.filter(sums -> line.typed() instanceof GO go && !says(go, sums))
                    .map(sums -> sums.written(line))
                    .orElse(line);
            if (!now.sameBytes(line)) {
                changed.accept(new Changed(
                        0, "", List.of(new Difference.Changed(line, now, 2), new Difference.Changed(line, now, 3))));
            }
            now.writeTo(out);
        }
    }

    private static boolean says(GO go, Totals totals) {
        return go.count().orElse(-1) == totals.count() && go.points().orElse(-1) == totals.points();
    }
}
