package madoguchi.nation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import madoguchi.uke.FileKind;
import madoguchi.uke.Line;
import madoguchi.uke.RecordId;
import madoguchi.uke.Totals;

/** ファイルの終わり – the foot of an input as it ends the part of it that went to one destination. */
final class Foot {

    private Foot() {}

    /** Writes the foot with these totals in GO; makes a GO where the input has none, except for home nursing, whose GO stands at the head. */
    static void write(OutputStream out, List<Line> foot, Totals totals, FileKind kind) throws IOException {
        boolean told = false;
        for (Line line : foot) {
            boolean go = line.id() == RecordId.GO;
            (go ? totals.written(line) : line).writeTo(out);
            told |= go;
        }
        if (!told && kind != FileKind.NURSING) {
            totals.line(kind).writeTo(out);
        }
    }
}
