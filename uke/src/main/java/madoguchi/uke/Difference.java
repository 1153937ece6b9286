package madoguchi.uke;

/** 違い – one difference between two receipts. Carries what stands there, which may be personal data: for the screen of the clerk, never for a log. */
public sealed interface Difference {

    /**
     * 項目の変更 – one field of a record.
     *
     * @param before the line as it was
     * @param after the line as it is
     * @param field number of the field, counted from 1
     */
    record Changed(Line before, Line after, int field) implements Difference {

        /** The field's Japanese name; its number where the layout is not known. */
        public String fieldName() {
            var fields = after.layout().fields();
            return field >= 2 && field - 2 < fields.size()
                    ? fields.get(field - 2).name()
                    : field + "項目め";
        }
    }

    /**
     * 行末の変更 – all fields are the same, the bytes are not: another line end, an omitted tail, or other bytes of one letter.
     *
     * @param before the line as it was
     * @param after the line as it is
     */
    record Rewritten(Line before, Line after) implements Difference {}

    /** 加えた記録. */
    record Added(Line line) implements Difference {}

    /** 除いた記録. */
    record Removed(Line line) implements Difference {}
}
