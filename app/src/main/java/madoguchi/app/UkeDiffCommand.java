package madoguchi.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.uke.Difference;
import madoguchi.uke.Differences;
import madoguchi.uke.Line;
import madoguchi.uke.Part;
import madoguchi.uke.RE;
import madoguchi.uke.Receipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/*
 * Both files are read side by side. Receipts belong together by their レセプト番号, which rises through a file; where it does not, or there is none, by their place. So a receipt that was put in or taken out is told as one, and no file is
 * held in memory.
 */

/** 電子レセプトを比べる – what differs, receipt by receipt and field by field. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "二つの電子レセプトの違いを、レセプトと項目ごとに示す。違いがあれば終了コード 1",
            "what differs between two claim files, by receipt and field; exit code 1 when anything does"
        })
final class UkeDiffCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BEFORE", description = "前のファイル / the file before")
    Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "後のファイル / the file after")
    Path after = Path.of("");

    @Option(names = "--mask", description = "氏名・生年月日・記号番号などを伏せる / leave out names, birth dates, symbols and numbers")
    boolean mask;

    private UkeText text = new UkeText(false);
    private long count;

    @Override
    public Integer call() throws IOException {
        text = new UkeText(mask);
        try (UkeFile left = new UkeFile(before);
                UkeFile right = new UkeFile(after)) {
            compare(left, right);
        }
        System.out.println(count == 0 ? "○ 違いはありません / no difference" : "違い " + count + " 件 / differences");
        return count == 0 ? 0 : Madoguchi.ATTENTION;
    }

    private void compare(UkeFile left, UkeFile right) {
        Optional<Part> was = left.next();
        Optional<Part> is = right.next();
        while (was.isPresent() || is.isPresent()) {
            int order = order(was, is);
            if (order == 0) {
                both(was.orElseThrow(), is.orElseThrow());
            } else {
                Part only = order < 0 ? was.orElseThrow() : is.orElseThrow();
                count++;
                System.out.println((order < 0 ? "− " : "＋ ") + name(only));
            }
            was = order <= 0 ? left.next() : was;
            is = order >= 0 ? right.next() : is;
        }
    }

    /** Below 0: the left part stands alone; above: the right one; 0: they belong together. */
    private static int order(Optional<Part> was, Optional<Part> is) {
        if (was.isEmpty() || is.isEmpty()) {
            return was.isEmpty() ? 1 : -1;
        }
        boolean leftReceipt = was.get() instanceof Receipt;
        boolean rightReceipt = is.get() instanceof Receipt;
        if (leftReceipt != rightReceipt) {
            boolean headFirst = (leftReceipt ? is.get() : was.get()) instanceof Part.Head;
            return leftReceipt == headFirst ? 1 : -1;
        }
        return leftReceipt ? Integer.compare(number(was.get()), number(is.get())) : 0;
    }

    private static int number(Part part) {
        return part instanceof Receipt receipt
                ? receipt.re()
                        .map(RE::number)
                        .orElseGet(java.util.OptionalInt::empty)
                        .orElse((int) receipt.ordinal())
                : 0;
    }

    private void both(Part was, Part is) {
        List<Difference> found = Differences.of(was, is);
        if (!found.isEmpty()) {
            System.out.println("■ " + name(is));
            count += found.size();
            found.forEach(difference -> System.out.println("  " + line(difference)));
        }
    }

    private String line(Difference difference) {
        return switch (difference) {
            case Difference.Changed changed ->
                changed.after().id() + " " + changed.fieldName() + ": 「" + shown(changed.before(), changed.field())
                        + "」→「" + shown(changed.after(), changed.field()) + "」";
            case Difference.Rewritten rewritten ->
                rewritten.after().id() + " 内容は同じで、行末か省かれた末尾が違う / same fields, other line end or tail";
            case Difference.Added(var line) -> "＋ " + text.record(line);
            case Difference.Removed(var line) -> "− " + text.record(line);
        };
    }

    private String shown(Line line, int field) {
        return text.value(line, field);
    }

    private String name(Part part) {
        return switch (part) {
            case Receipt receipt -> "レセプト" + text.overview(receipt);
            case Part.Head head -> "ファイルの頭 / head";
            case Part.Foot foot -> "ファイルの末尾 / foot";
            case Part.Stray stray -> "行き場のない行 / stray lines";
        };
    }
}
