package madoguchi.uke;

/** その他の記録 – a record without a typed view: unknown ones, and those whose layout is not held here. Its fields can be read by number from the line. */
public record Other(Line line) implements UkeRecord {}
