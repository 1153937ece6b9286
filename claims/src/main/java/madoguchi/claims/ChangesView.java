package madoguchi.claims;

import java.util.List;
import madoguchi.claims.ClaimFileCheck.Changed;
import madoguchi.uke.Difference;

/**
 * 変更の一覧の画面.
 *
 * @param upload the file
 * @param changes every change, in order
 * @param proposed whether they are still to be made
 */
public record ChangesView(Upload upload, List<Changed> changes, boolean proposed) {

    /**
     * 一つの変更.
     *
     * @param record the record's two letters
     * @param field the field's name; empty for a whole record
     * @param before what stood there
     * @param after what stands there now
     */
    public record Row(String record, String field, String before, String after) {}

    /** The changes of one receipt. */
    public static List<Row> rows(Changed changed) {
        return changed.differences().stream().map(ChangesView::row).toList();
    }

    private static Row row(Difference difference) {
        return switch (difference) {
            case Difference.Changed one ->
                new Row(
                        one.after().id().name(),
                        one.fieldName(),
                        one.before().text(one.field()),
                        one.after().text(one.field()));
            case Difference.Added(var line) -> new Row(line.id().name(), "", "", String.join(",", line.texts()));
            case Difference.Removed(var line) -> new Row(line.id().name(), "", String.join(",", line.texts()), "");
            case Difference.Rewritten(var before, var after) ->
                new Row(after.id().name(), "", String.join(",", before.texts()), String.join(",", after.texts()));
        };
    }
}
