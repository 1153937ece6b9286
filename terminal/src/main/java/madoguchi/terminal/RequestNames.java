package madoguchi.terminal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * 要求ファイル名の採番 – base names {@code OQSsiquc01req_YYYYMMDDNNNN}, the serial going on after the highest of the day found in the folders ({@code oqs-interface.md} §1.1).
 *
 * <p>After 9999 of a day the suffix grows to 13 characters, which terminals take too.
 */
final class RequestNames {

    private final List<Path> folders;
    private final String request;
    private final String response;
    private LocalDate day = LocalDate.MIN;
    private int last;

    RequestNames(List<Path> folders) {
        this(folders, FileName.REQUEST);
    }

    /** For requests whose names begin like this. */
    RequestNames(List<Path> folders, String prefix) {
        this.folders = List.copyOf(folders);
        this.request = prefix;
        this.response = ManyKind.answerTo(prefix);
    }

    /** A base name not used before. */
    synchronized String next(LocalDate today) {
        String date = Wire.written(today);
        if (!today.equals(day)) {
            day = today;
            last = highest(date);
        }
        last++;
        return request
                + date
                + "0".repeat(Math.max(0, 4 - Integer.toString(last).length()))
                + last;
    }

    private int highest(String date) {
        return folders.stream()
                .flatMap(folder -> Folder.files(folder).stream())
                .flatMap(file -> serial(FileName.of(file), date).stream())
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    private Optional<Integer> serial(String name, String date) {
        boolean ours = name.startsWith(request + date) || name.startsWith(response + date);
        if (!ours) {
            return Optional.empty();
        }
        String rest = name.substring(request.length() + date.length());
        int dot = rest.indexOf('.');
        return Wire.yen(dot < 0 ? rest : rest.substring(0, dot));
    }
}
