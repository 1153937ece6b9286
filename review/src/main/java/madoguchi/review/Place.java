package madoguchi.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;

/**
 * 結果の置き場所 – where the results of one run are, and under which name they are made.
 *
 * @param out the folder that was asked for
 * @param month 請求年月
 * @param number of the run in that month, from 1
 */
record Place(Path out, YearMonth month, int number) {

    private static final String MANIFEST = "manifest.csv";

    /** Where the results are once the run has ended. */
    Path folder() {
        return out.resolve(month + "-" + number);
    }

    /** Where they are being made. */
    Path draft() {
        return out.resolve("." + month + "-" + number + ".part");
    }

    /** Their place in a mark. */
    String name() {
        return draft().toAbsolutePath().normalize().toString();
    }

    /** The list of all files; with it, a folder is ours and whole. */
    Path manifestOf(Path folder) {
        return folder.resolve(MANIFEST);
    }

    /** Whether all that a run had written at its mark is there; what it wrote since is cut off. */
    boolean isAt(Mark mark) {
        try {
            if (!Files.exists(draft()) && Files.exists(manifestOf(folder()))) {
                // It had its name already, and the end was not committed.
                Files.move(folder(), draft(), StandardCopyOption.ATOMIC_MOVE);
            }
            return Results.back(draft(), mark.written());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
