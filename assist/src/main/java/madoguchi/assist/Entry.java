package madoguchi.assist;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Period;
import madoguchi.core.Text;

/**
 * 項目 – one thing the assistant knows, with its source.
 *
 * @param id names it: a row's id, {@code CODE-011}, {@code TERM-…}, {@code FAQ-…}
 * @param sort what kind of thing it is
 * @param title in a few words
 * @param answer what it says; for a rule, the next step
 * @param patient what to tell the patient, where a rule says so
 * @param period the days on which it holds; absent where it is not bound to days
 * @param certain the sources state it outright
 * @param note why, where it is not certain; a remark otherwise
 * @param sources where it stands, at least one
 * @param basis ids of the rules it rests on or leads to
 * @param href the page where it is read in full; may be empty
 * @param contact whom to call about it: a word of the table {@code support}
 * @param print the print that goes with it: a kind of leaflet
 * @param weight how much it counts beside its words; 1 is usual
 * @param strong words by which it is found first of all
 * @param weak further words by which it is found
 */
public record Entry(
        String id,
        Sort sort,
        Text title,
        Text answer,
        Optional<Text> patient,
        Optional<Period> period,
        boolean certain,
        Optional<Text> note,
        List<Text> sources,
        List<String> basis,
        String href,
        Optional<String> contact,
        Optional<String> print,
        double weight,
        Text strong,
        Text weak) {

    /** 種別. */
    public enum Sort {
        /** エラーコード. */
        CODE(new Text("エラーコード", "Error code")),
        /** 規則. */
        RULE(new Text("規則", "Rule")),
        /** よくある質問. */
        FAQ(new Text("よくある質問", "Published question")),
        /** 用語. */
        TERM(new Text("用語", "Term"));

        private final Text label;

        Sort(Text label) {
            this.label = label;
        }

        /** Its name on screens. */
        public Text label() {
            return label;
        }
    }

    /** Copies the lists. */
    public Entry {
        sources = List.copyOf(sources);
        basis = List.copyOf(basis);
    }

    /** Whether this is, rests on or leads to the rule or code of this id. */
    public boolean isAbout(String wanted) {
        return id.equals(wanted) || basis.contains(wanted);
    }
}
