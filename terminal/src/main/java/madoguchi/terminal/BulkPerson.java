package madoguchi.terminal;

import java.util.List;
import java.util.Optional;
import madoguchi.core.BulkQuestion;
import madoguchi.core.Problem;

/**
 * 一括照会の1人分 – one search info of a bulk request as it lay in the file.
 *
 * @param raw its elements as name and text, for the echo
 * @param question what was understood; absent when something is wrong
 * @param problems what is wrong
 */
record BulkPerson(List<Leaf> raw, Optional<BulkQuestion> question, List<Problem> problems) {

    /**
     * 項目.
     *
     * @param name element name
     * @param text its text
     */
    record Leaf(String name, String text) {

        /** Never prints the text. */
        @Override
        public String toString() {
            return name;
        }
    }

    BulkPerson {
        raw = List.copyOf(raw);
        problems = List.copyOf(problems);
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "BulkPerson[problems=" + problems.size() + "]";
    }
}
