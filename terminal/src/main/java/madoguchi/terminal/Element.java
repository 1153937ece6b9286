package madoguchi.terminal;

import java.util.List;

/**
 * 要素 – one element of a file that was read.
 *
 * @param name its name; an attribute appears as a child named {@code @name}
 * @param text its own text without outer ASCII white space (a full-width space belongs to a name and stays)
 * @param children in the order of the file
 */
record Element(String name, String text, List<Element> children) {

    Element {
        children = List.copyOf(children);
    }

    /** An element without content is as good as absent ({@code oqs-interface.md} §1.4). */
    boolean isEmpty() {
        return text.isEmpty() && children.isEmpty();
    }

    /** Never prints the text: it is a person's data. */
    @Override
    public String toString() {
        return "Element[" + name + "]";
    }
}
