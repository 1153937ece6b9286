package madoguchi.terminal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import madoguchi.core.Parsed;
import madoguchi.core.Period;
import madoguchi.core.Reply;

/**
 * 項目 – the children of one element, read by name in whatever order they came, remembering which were used.
 *
 * <p>A value counts as used only when it was understood; so {@link #left()} is everything unknown or not understood, and nothing is ever lost.
 */
final class Fields {

    private final String path;
    private final Element element;
    private final Set<Element> used = Collections.newSetFromMap(new IdentityHashMap<>());

    private Fields(String path, Element element) {
        this.path = path;
        this.element = element;
    }

    static Fields of(Element root) {
        return new Fields(root.name(), root);
    }

    /** The first child group of this name; without one, a group in which everything is missing. */
    Fields child(String name) {
        return new Fields(path + "/" + name, find(name).orElse(new Element(name, "", List.of())));
    }

    /** All child groups of this name. */
    List<Fields> children(String name) {
        return element.children().stream()
                .filter(child -> child.name().equals(name) && !child.isEmpty())
                .map(child -> new Fields(path + "/" + name, child))
                .toList();
    }

    /** All child groups of this name, each with its number from 1 in its path: for files about many persons. */
    List<Fields> numbered(String name) {
        List<Fields> groups = new ArrayList<>();
        for (Element child : element.children()) {
            if (child.name().equals(name) && !child.isEmpty()) {
                groups.add(new Fields(path + "/" + name + "[" + (groups.size() + 1) + "]", child));
            }
        }
        return groups;
    }

    /** The values of this group as they lie in the file, for an echo. */
    List<BulkPerson.Leaf> leaves() {
        return element.children().stream()
                .filter(child -> child.children().isEmpty() && !child.text().isEmpty())
                .map(child -> new BulkPerson.Leaf(child.name(), child.text()))
                .toList();
    }

    /** Marks all values of this group as used. */
    void useAll() {
        used.addAll(element.children());
    }

    /** Takes over what was used in a child group. */
    void use(Fields child) {
        used.addAll(child.used);
    }

    /** Forgets what was used: the group as a whole was not understood. */
    void useNothing() {
        used.clear();
    }

    /** The text of a child, untouched. */
    Optional<String> text(String name) {
        return value(name, Optional::of);
    }

    /** A value; absent when the child is missing, empty or not understood. */
    <T> Optional<T> value(String name, Function<String, Optional<T>> read) {
        Optional<Element> child = find(name);
        Optional<T> value = child.flatMap(e -> read.apply(e.text()));
        if (value.isPresent()) {
            child.ifPresent(used::add);
        }
        return value;
    }

    /** A value that must be there; the fault says the form. */
    <T> Parsed<T> need(String name, Function<String, Optional<T>> read, Form form) {
        Optional<T> value = value(name, read);
        return value.map(Parsed::of).orElseGet(() -> find(name).isPresent() ? wrong(name, form) : missing(name, form));
    }

    /** A value that may be absent, but must have the form if it is there. */
    <T> Parsed<Optional<T>> may(String name, Function<String, Optional<T>> read, Form form) {
        Optional<T> value = value(name, read);
        return value.isEmpty() && find(name).isPresent() ? wrong(name, form) : Parsed.of(value);
    }

    private <T> Parsed<T> missing(String name, Form form) {
        return Parsed.fault(
                path + "/" + name,
                "必須の項目がありません（" + form.ja() + "）。",
                "A required element is missing (" + form.en() + ").");
    }

    private <T> Parsed<T> wrong(String name, Form form) {
        return Parsed.fault(path + "/" + name, "形式が違います（" + form.ja() + "）。", "Wrong form (" + form.en() + ").");
    }

    /** A period whose end is its last day; used only when both ends are understood and in order. */
    Optional<Period> through(String first, String last) {
        return period(first, last, 1);
    }

    /** A period whose end is the first day without. */
    Optional<Period> until(String first, String firstWithout) {
        return period(first, firstWithout, 0);
    }

    private Optional<Period> period(String first, String second, int daysAfter) {
        Optional<LocalDate> from = find(first).flatMap(e -> Wire.day(e.text()));
        Optional<LocalDate> end = find(second).flatMap(e -> Wire.day(e.text())).map(day -> day.plusDays(daysAfter));
        boolean endUnreadable = end.isEmpty() && find(second).isPresent();
        boolean ordered =
                from.isPresent() && end.map(day -> !day.isBefore(from.get())).orElse(true);
        if (endUnreadable || !ordered) {
            return Optional.empty();
        }
        find(first).ifPresent(used::add);
        find(second).ifPresent(used::add);
        return from.map(day -> new Period(day, end));
    }

    /** A group that is understood whole or left whole. */
    <T> Optional<T> group(String name, Function<Fields, Optional<T>> read) {
        return groups(name, read).stream().findFirst();
    }

    /** All groups of this name that are understood. */
    <T> List<T> groups(String name, Function<Fields, Optional<T>> read) {
        List<T> values = new ArrayList<>();
        for (Fields child : children(name)) {
            read.apply(child).ifPresent(value -> {
                values.add(value);
                use(child);
            });
        }
        return values;
    }

    /** What a child group holds, whether or not all of it is understood. */
    <T> List<T> inside(String name, Function<Fields, List<T>> read) {
        Fields child = child(name);
        List<T> values = read.apply(child);
        use(child);
        return values;
    }

    /** Whether a child has exactly this text. */
    boolean is(String name, String text) {
        return find(name).map(Element::text).filter(text::equals).isPresent();
    }

    /** What nobody used: path from the root and text. Empty elements are absent. */
    List<Reply.Extra> left() {
        List<Reply.Extra> left = new ArrayList<>();
        collect(path, element, left);
        return left;
    }

    private void collect(String at, Element from, List<Reply.Extra> left) {
        if (!from.text().isEmpty() && !used.contains(from)) {
            left.add(new Reply.Extra(at, from.text()));
        }
        from.children().forEach(child -> collect(at + "/" + child.name(), child, left));
    }

    private Optional<Element> find(String name) {
        return element.children().stream()
                .filter(child -> child.name().equals(name) && !child.isEmpty())
                .findFirst();
    }

    /**
     * 形式 – what a value must look like, in both languages.
     *
     * @param ja such as {@code YYYYMMDD の8桁}
     * @param en such as {@code YYYYMMDD}
     */
    record Form(String ja, String en) {
        static final Form DAY = new Form("実在する日付 YYYYMMDD の8桁", "an existing day, YYYYMMDD");
        static final Form FACILITY = new Form("数字10桁", "10 digits");
        static final Form INSURER = new Form("数字8桁、国保は6桁で左を空白で埋める", "8 digits, or 6 padded on the left with spaces");
        static final Form UP_TO_20 = new Form("1～20文字", "1 to 20 characters");
        static final Form UP_TO_50 = new Form("1～50文字", "1 to 50 characters");
        static final Form BRANCH = new Form("数字2桁", "2 digits");
        static final Form FLAG = new Form("0 または 1", "0 or 1");
        static final Form MONTH = new Form("年月 YYYYMM の6桁", "a month, YYYYMM");
        static final Form CODE = new Form("業務コード表の値", "a value of the code list");
        static final Form TEXT = new Form("文字", "text");
    }
}
