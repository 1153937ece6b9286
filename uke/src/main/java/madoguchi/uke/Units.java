package madoguchi.uke;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/*
 * A unit ends with the line that carries points. A comment behind that line belongs to it as long as it names no 診療識別 of its own; a line that names one begins a new unit, and so
 * does the next charge. (The end by points is official; the place of comments is our reading, claims-uke.md §8.4 2.)
 */

/** 算定単位を分ける – cuts the lines of a receipt into units. */
final class Units {

    private final Lines lines;
    private final List<Unit> units = new ArrayList<>();
    private int from = -1;
    private int to;
    private int priced = -1;
    private String category = "";

    private Units(Lines lines) {
        this.lines = lines;
    }

    static List<Unit> of(Lines lines) {
        if (!lines.kind().isMedical() && lines.kind() != FileKind.DENTAL) {
            return List.of();
        }
        Units units = new Units(lines);
        for (int i = 0; i < lines.size(); i++) {
            switch (lines.id(i)) {
                case SI, IY, TO, SS -> units.add(i, false);
                case CO -> units.add(i, true);
                default -> {}
            }
        }
        units.close();
        return List.copyOf(units.units);
    }

    private void add(int index, boolean comment) {
        Line line = lines.get(index);
        boolean begins = !line.isEmpty(Item.CATEGORY);
        if (from >= 0 && (begins || (priced >= 0 && !comment) || index != to)) {
            close();
        }
        if (begins) {
            category = line.text(Item.CATEGORY);
        }
        from = from < 0 ? index : from;
        to = index + 1;
        if (!comment && !line.isEmpty(Item.POINTS)) {
            priced = index;
        }
    }

    private void close() {
        if (from >= 0) {
            Line line = lines.get(priced >= 0 ? priced : from);
            units.add(new Unit(
                    from,
                    to,
                    category,
                    (char) line.sign(Item.BURDEN),
                    priced >= 0 ? line.number(Item.POINTS) : OptionalInt.empty(),
                    priced >= 0 ? line.number(Item.COUNT) : OptionalInt.empty(),
                    line.days()));
        }
        from = -1;
        priced = -1;
    }
}
