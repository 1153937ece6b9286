package madoguchi.uke;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * 記録 – one line of a claim file: a view of its bytes, its line end included, whatever they are. Immutable; nothing is decoded before it is asked for.
 *
 * <p>Fields are counted from 1, field 1 is the record's id. A field that is not there (an omitted tail) is empty.
 */
public final class Line {

    private static final byte[] LINE_END = {'\r', '\n'};

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final int end;
    private final RecordId id;
    private final Layout layout;
    private final FileKind kind;

    Line(byte[] bytes, int from, int end, FileKind kind) {
        this.bytes = bytes;
        this.from = from;
        this.end = end;
        this.to = contentEnd(bytes, from, end);
        this.kind = kind;
        this.id = RecordId.ofCode(RecordId.code(bytes, from, to));
        this.layout = Layouts.of(kind, id);
    }

    private static int contentEnd(byte[] bytes, int from, int end) {
        int to = end;
        if (to > from && bytes[to - 1] == '\n') {
            to--;
            if (to > from && bytes[to - 1] == '\r') {
                to--;
            }
        }
        return to;
    }

    /**
     * 新しい記録 – a line of these fields with CR+LF; the first is the record's id.
     *
     * @throws IllegalArgumentException when a field holds a comma, a line end or a letter that windows-31j has not ({@link Letters#fitField})
     */
    public static Line of(FileKind kind, String... fields) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                line.write(',');
            }
            line.writeBytes(Letters.encode(fields[i]));
        }
        line.writeBytes(LINE_END);
        return new Line(line.toByteArray(), 0, line.size(), kind);
    }

    /**
     * 新しい記録 – a line of this record with as many fields as its layout has, all empty; fill it with {@link #with(Item, String)}.
     *
     * @throws IllegalArgumentException when no layout is known
     */
    public static Line empty(FileKind kind, RecordId id) {
        int count = Layouts.of(kind, id).count();
        if (count == 0) {
            throw new IllegalArgumentException("no layout of " + id + " is known in a file of kind " + kind);
        }
        return of(kind, (id.name() + ",".repeat(count - 1)).split(",", -1));
    }

    /** The record's id; {@link RecordId#OTHER} for what is not listed. */
    public RecordId id() {
        return id;
    }

    /** The kind of file it is read as. */
    public FileKind kind() {
        return kind;
    }

    /** 記録条件; without fields when not known. */
    public Layout layout() {
        return layout;
    }

    /** 型 – the typed view of this record. */
    public UkeRecord typed() {
        return UkeRecord.of(this);
    }

    /** How many fields the line has, its id included. */
    public int count() {
        return Bytes.commas(bytes, from, to) + 1;
    }

    private int start(int number) {
        return number < 1 ? -1 : Bytes.behindComma(bytes, from, to, number - 1);
    }

    private int start(Item item) {
        return start(layout.position(item));
    }

    private int fieldEnd(int start) {
        return Bytes.find(bytes, start, to, ',');
    }

    /** 文字 – a field as text (windows-31j); empty when it is empty or not there. */
    public String text(int number) {
        return textAt(start(number));
    }

    /** 文字 – the field with this meaning; empty when it is empty, not there, or the record has none. */
    public String text(Item item) {
        return textAt(start(item));
    }

    private String textAt(int start) {
        return start < 0 ? "" : Letters.decode(bytes, start, fieldEnd(start));
    }

    /** Whether the field is empty or not there. */
    public boolean isEmpty(Item item) {
        return emptyAt(start(item));
    }

    /** Whether the field is empty or not there. */
    public boolean isEmpty(int number) {
        return emptyAt(start(number));
    }

    private boolean emptyAt(int start) {
        return start < 0 || start >= to || bytes[start] == ',';
    }

    /** 数字 – the field as a whole number; empty when it is not 1 to 9 digits. */
    public OptionalInt number(Item item) {
        long value = valueAt(start(item), 9);
        return value < 0 ? OptionalInt.empty() : OptionalInt.of((int) value);
    }

    /** 数字 – the field as a whole number; empty when it is not 1 to 18 digits. */
    public OptionalLong longNumber(Item item) {
        long value = valueAt(start(item), 18);
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private long valueAt(int start, int most) {
        if (start < 0) {
            return -1;
        }
        long value = 0;
        int at = start;
        for (; at < to && bytes[at] != ','; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9 || at - start == most) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return at == start ? -1 : value;
    }

    /** The only byte of a field, unsigned; 0 when it is empty, not there or longer. */
    int sign(Item item) {
        int start = start(item);
        return emptyAt(start) || (start + 1 < to && bytes[start + 1] != ',') ? 0 : bytes[start] & 0xff;
    }

    /** 日ごとの欄 – the 31 values beginning with {@link Item#DAY}; index 0 is the first of the month, empty or unreadable fields are 0. All 0 when the record has none. */
    public int[] days() {
        int[] days = new int[31];
        int at = start(Item.DAY);
        for (int day = 0; day < 31 && at >= 0 && at < to; day++) {
            int value = 0;
            for (; at < to && bytes[at] != ','; at++) {
                int digit = bytes[at] - '0';
                value = digit < 0 || digit > 9 || value > 999 ? -100_000 : value * 10 + digit;
            }
            days[day] = Math.max(0, value);
            at++;
        }
        return days;
    }

    /** 全項目 – every field as text, the id first. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        int at = from;
        while (true) {
            int next = fieldEnd(at);
            texts.add(Letters.decode(bytes, at, next));
            if (next >= to) {
                return List.copyOf(texts);
            }
            at = next + 1;
        }
    }

    /**
     * 項目を変えた記録 – the same line with one field changed; all other bytes, the line end too, stay. A line too short for the field is filled with commas up to it.
     *
     * @throws IllegalArgumentException when the text does not fit a field ({@link Letters#fitField}) or the number is below 2
     */
    public Line with(int number, String text) {
        if (number < 2) {
            throw new IllegalArgumentException("this record has no such field");
        }
        byte[] encoded = Letters.encode(text);
        int missing = Math.max(0, number - count());
        int start = missing > 0 ? to : start(number);
        int rest = missing > 0 ? to : fieldEnd(start);
        byte[] changed = new byte[(start - from) + missing + encoded.length + (end - rest)];
        System.arraycopy(bytes, from, changed, 0, start - from);
        java.util.Arrays.fill(changed, start - from, start - from + missing, (byte) ',');
        System.arraycopy(encoded, 0, changed, start - from + missing, encoded.length);
        System.arraycopy(bytes, rest, changed, start - from + missing + encoded.length, end - rest);
        return new Line(changed, 0, changed.length, kind);
    }

    /**
     * 項目を変えた記録 – the same line with the field of this meaning changed.
     *
     * @throws IllegalArgumentException when the record has no such field, or the text does not fit
     */
    public Line with(Item item, String text) {
        return with(layout.position(item), text);
    }

    /**
     * 日ごとの欄を変えた記録 – the 31 fields beginning with {@link Item#DAY} set to these values, 0 as empty.
     *
     * @throws IllegalArgumentException when the record has no days, or there are not 31 values of 0 to 999
     */
    public Line withDays(int[] days) {
        int first = layout.position(Item.DAY);
        if (first == 0 || days.length != 31) {
            throw new IllegalArgumentException("31 values for a record that has days");
        }
        Line line = this;
        int[] now = days();
        for (int day = 0; day < 31; day++) {
            if (days[day] < 0 || days[day] > 999) {
                throw new IllegalArgumentException("a day holds 0 to 999");
            }
            if (days[day] != now[day]) {
                line = line.with(first + day, days[day] == 0 ? "" : Integer.toString(days[day]));
            }
        }
        return line;
    }

    /** How many bytes the line has, its line end included. */
    public int length() {
        return end - from;
    }

    /** The bytes of the line, its line end included; a copy. */
    public byte[] bytes() {
        return java.util.Arrays.copyOfRange(bytes, from, end);
    }

    /** Writes the bytes of the line, its line end included. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, from, end - from);
    }

    /** Whether both lines have the same bytes. */
    public boolean sameBytes(Line that) {
        return java.util.Arrays.equals(bytes, from, end, that.bytes, that.from, that.end);
    }

    byte[] raw() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int end() {
        return end;
    }

    /** The record's id only: fields hold personal data. */
    @Override
    public String toString() {
        return id == RecordId.OTHER && to - from >= 2 && RecordId.code(bytes, from, to) >= 0
                ? "Line[" + new String(bytes, from, 2, StandardCharsets.ISO_8859_1) + "]"
                : "Line[" + id + "]";
    }
}
