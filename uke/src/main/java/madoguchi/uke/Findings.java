package madoguchi.uke;

import java.util.function.Consumer;

/** 指摘を書き留める – puts the place of a line to what was found in it, and leaves out what is not looked for in this file. */
final class Findings {

    private final Consumer<Finding> sink;
    private final boolean firstClaim;
    private final int[] counts = new int[Severity.values().length];
    private Lines lines = new Lines(new byte[0], new int[1], FileKind.UNKNOWN, Lines.Place.NOWHERE);
    private long receipt;

    Findings(Consumer<Finding> sink, boolean firstClaim) {
        this.sink = sink;
        this.firstClaim = firstClaim;
    }

    void about(Part part) {
        lines = part.lines();
        receipt = part instanceof Receipt one ? one.ordinal() : 0;
    }

    void file(String check) {
        add(new Finding(Check.of(check), 0, 0, 0, "", 0, ""));
    }

    void line(String check, int index) {
        add(new Finding(Check.of(check), lines.number(index), lines.offset(index), receipt, letters(index), 0, ""));
    }

    void field(String check, int index, Field field) {
        add(new Finding(
                Check.of(check),
                lines.number(index),
                lines.offset(index),
                receipt,
                letters(index),
                field.number(),
                field.name()));
    }

    void item(String check, int index, Item item) {
        Layout layout = lines.get(index).layout();
        int position = layout.position(item);
        if (position == 0) {
            line(check, index);
        } else {
            field(check, index, layout.fields().get(position - 2));
        }
    }

    private String letters(int index) {
        Line line = lines.get(index);
        int code = RecordId.code(line.raw(), line.from(), line.to());
        return code < 0 ? "" : "" + (char) ('A' + code / 26) + (char) ('A' + code % 26);
    }

    @SuppressWarnings("EnumOrdinal") // A count for each severity.
    private void add(Finding finding) {
        if (!finding.check().firstClaimOnly() || firstClaim) {
            counts[finding.check().severity().ordinal()]++;
            sink.accept(finding);
        }
    }

    @SuppressWarnings("EnumOrdinal") // A count for each severity.
    int count(Severity severity) {
        return counts[severity.ordinal()];
    }
}
