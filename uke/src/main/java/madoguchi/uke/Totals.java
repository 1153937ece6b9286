package madoguchi.uke;

/**
 * 総件数と総合計点数 – what GO must say of the receipts before it: as many as there are HO and KO records, and the points of each HO, or of the first KO where there is no HO ({@code claims-uke.md} §2, verified on a sample).
 *
 * @param count 総件数
 * @param points 総合計点数
 */
public record Totals(long count, long points) {

    /** Of no receipts. */
    public static final Totals NONE = new Totals(0, 0);

    /** With one more receipt. */
    public Totals with(Receipt receipt) {
        Lines lines = receipt.lines();
        long records = 0;
        int paying = -1;
        for (int i = 0; i < lines.size(); i++) {
            RecordId id = lines.id(i);
            if (id == RecordId.HO || id == RecordId.KO) {
                records++;
                if (paying < 0 || (id == RecordId.HO && lines.id(paying) == RecordId.KO)) {
                    paying = i;
                }
            }
        }
        long more = paying < 0 ? 0 : lines.get(paying).number(Item.POINTS).orElse(0);
        return new Totals(count + records, points + more);
    }

    /** Both together. */
    public Totals plus(Totals that) {
        return new Totals(count + that.count, points + that.points);
    }

    /** The GO line with these totals in place of its own; its volume and line end stay. */
    public Line written(Line go) {
        return go.with(Item.TOTAL_COUNT, Long.toString(count)).with(Item.TOTAL_POINTS, Long.toString(points));
    }

    /** A GO line with these totals, as the last volume (99). */
    public Line line(FileKind kind) {
        return Line.of(kind, "GO", Long.toString(count), Long.toString(points), "99");
    }
}
