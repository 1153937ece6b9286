package madoguchi.nation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.settle.SettleRules;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.FileKind;
import madoguchi.uke.IR;
import madoguchi.uke.Part;

/** 入力の確認 – looks at the beginnings of claim files before a long run: whether they are claim files, and of one claim month. */
public final class ClaimInputs {

    /** More than the longest first record. */
    private static final int BEGINNING = 4096;

    private ClaimInputs() {}

    /**
     * The claim month (請求年月) of all inputs.
     *
     * @param inputs in any order; at least one
     * @return every fault at once, its place the file: not there, empty, no claim file, no month, another month than the first, a month before anything was settled, named twice
     */
    public static Parsed<YearMonth> month(List<Path> inputs) {
        List<Problem> problems = new ArrayList<>();
        Optional<YearMonth> month = Optional.empty();
        for (Path input : inputs) {
            if (inputs.indexOf(input) != inputs.lastIndexOf(input)) {
                problems.add(
                        Problem.at(input.toString(), "同じファイルが二度指定されています。", "The same file is named more than once."));
            }
            Parsed<YearMonth> own = month(input);
            problems.addAll(own.problems());
            if (own instanceof Parsed.Value<YearMonth>(var claimed)) {
                if (month.isPresent() && !month.get().equals(claimed)) {
                    problems.add(Problem.at(
                            input.toString(),
                            "請求年月が " + claimed + " で、先のファイルの " + month.get() + " と違います。月ごとに分けて処理してください。",
                            "Of claim month " + claimed + ", the files before of " + month.get()
                                    + ". Run each month by itself."));
                }
                month = month.or(() -> Optional.of(claimed));
            }
        }
        return problems.isEmpty() ? Parsed.of(month.orElseThrow()) : new Parsed.Faults<>(problems);
    }

    private static Parsed<YearMonth> month(Path input) {
        String place = input.toString();
        byte[] beginning;
        try (InputStream in = Files.newInputStream(input)) {
            beginning = in.readNBytes(BEGINNING);
        } catch (NoSuchFileException missing) {
            return Parsed.fault(place, "ファイルがありません。", "There is no such file.");
        } catch (IOException unreadable) {
            return Parsed.fault(
                    place, "読めません。ファイルか、読む権限を確かめてください。", "It cannot be read. Check the file and the permission.");
        }
        if (beginning.length == 0) {
            return Parsed.fault(place, "中身が空です。", "It is empty.");
        }
        ClaimReader reader = new ClaimReader(new ByteArrayInputStream(beginning));
        if (!(reader.next() instanceof Part.Head head) || reader.kind() == FileKind.UNKNOWN) {
            return Parsed.fault(place, "電子レセプトのファイルではありません。", "Not a claim file.");
        }
        Optional<YearMonth> month =
                head.lines().getFirst().typed() instanceof IR ir ? ir.claimMonth() : Optional.empty();
        return month.filter(claimed -> !SettleRules.of(claimed).isEmpty())
                .map(Parsed::of)
                .orElseGet(() -> Parsed.fault(
                        place,
                        "請求年月が読めないか、資格確認の始まる前です。",
                        "The claim month cannot be read, or lies before anything was settled."));
    }
}
