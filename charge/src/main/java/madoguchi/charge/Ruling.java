package madoguchi.charge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import madoguchi.core.SubsidyScheme;
import madoguchi.core.Text;

/**
 * 決まりの一行 – one dated row of a data file of this module or of the master of schemes: UTF-8, cells apart by {@code |}, the first line that is no {@code #} comment names the columns.
 *
 * @param id names the row, such as {@code HC-A03.2}
 * @param from first day it holds; absent where no source states one
 * @param until first day it no longer holds; absent while it is in force
 * @param certainty how sure it is
 * @param source where it stands
 * @param text what it says, on screens
 * @param cells the other columns by name
 */
public record Ruling(
        String id,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Certainty certainty,
        String source,
        Text text,
        Map<String, String> cells) {

    /** Copies the cells. */
    public Ruling {
        cells = Map.copyOf(cells);
    }

    /** Whether it is in force on this day. */
    public boolean holds(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(day::isBefore).orElse(true);
    }

    /** A cell; throws {@link IllegalArgumentException} where the file has no such column. */
    String cell(String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column + " in row " + id);
        }
        return cell;
    }

    /** The row of the master of schemes. */
    static Ruling of(SubsidyScheme scheme) {
        return new Ruling(
                scheme.id(),
                scheme.from(),
                scheme.until(),
                Certainty.of(scheme.certainty()),
                scheme.source(),
                scheme.name(),
                scheme.cells());
    }

    /** Every row of a file of this module, in its order. */
    static List<Ruling> read(String file) {
        try (InputStream bytes = Objects.requireNonNull(Ruling.class.getResourceAsStream(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            List<String> written =
                    lines.lines().filter(line -> !line.startsWith("#")).toList();
            String[] columns = written.getFirst().split("\\|", -1);
            return written.subList(1, written.size()).stream()
                    .map(line -> row(columns, line.split("\\|", -1)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Ruling row(String[] columns, String[] cells) {
        if (columns.length != cells.length) {
            throw new IllegalArgumentException("row " + cells[0] + " has " + cells.length + " cells");
        }
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            byName.put(columns[i], cells[i]);
        }
        return new Ruling(
                cells[0],
                day(cells[1]),
                day(cells[2]),
                Certainty.of(cells[3]),
                cells[4],
                new Text(cells[cells.length - 2], cells[cells.length - 1]),
                byName);
    }

    private static Optional<LocalDate> day(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell));
    }
}
