package madoguchi.uke;

import java.util.List;

/** 記録条件仕様 – the fields of one record in one kind of file, and where each {@link Item} stands. A record without a layout has no fields here and is carried. */
@SuppressWarnings("EnumOrdinal") // An array by item: typed views ask it for every field they read.
public final class Layout {

    static final Layout NONE = new Layout("", List.of());

    private final String edition;
    private final List<Field> fields;
    private final int[] positions = new int[Item.values().length];

    Layout(String edition, List<Field> fields) {
        this.edition = edition;
        this.fields = List.copyOf(fields);
        for (Field field : fields) {
            field.item().ifPresent(item -> positions[item.ordinal()] = field.number());
        }
    }

    /** The layout of a record in a kind of file; empty of fields when none is known. */
    public static Layout of(FileKind kind, RecordId id) {
        return Layouts.of(kind, id);
    }

    /** 版 – the edition of the official layout it follows. */
    public String edition() {
        return edition;
    }

    /** All fields but the first (the record's id), in order. */
    public List<Field> fields() {
        return fields;
    }

    /** How many fields a record has, its id included; 0 when not known. */
    public int count() {
        return fields.isEmpty() ? 0 : fields.size() + 1;
    }

    /** Whether anything is known of the record. */
    public boolean isKnown() {
        return !fields.isEmpty();
    }

    /** The number of the field with this meaning, counted from 1; 0 when this record has none. */
    public int position(Item item) {
        return positions[item.ordinal()];
    }
}
