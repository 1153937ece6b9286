package madoguchi.uke;

import madoguchi.core.Problem;

/**
 * 指摘 – what was found where; never what stands there.
 *
 * @param check what was looked for
 * @param line number of the line, counted from 1; 0 where it is about the whole file
 * @param offset first byte of the line, counted from 0
 * @param receipt which receipt of the file, counted from 1; 0 where it is none
 * @param record the record's two letters; empty where it is about no record
 * @param field number of the field, counted from 1; 0 where it is about the whole record
 * @param fieldName Japanese name of the field; empty likewise
 */
public record Finding(Check check, long line, long offset, long receipt, String record, int field, String fieldName) {

    /** Place and reason in both languages, as everywhere. */
    public Problem problem() {
        return new Problem(place(), check.reason());
    }

    private String place() {
        StringBuilder place = new StringBuilder();
        if (line > 0) {
            place.append(line).append("行目");
        }
        if (receipt > 0) {
            place.append(" レセプト").append(receipt);
        }
        if (!record.isEmpty()) {
            place.append(' ').append(record);
        }
        if (field > 0) {
            place.append(' ').append(field).append("項目め ").append(fieldName);
        }
        return place.isEmpty() ? "ファイル" : place.toString().strip();
    }
}
