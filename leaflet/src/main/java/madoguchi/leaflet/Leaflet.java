package madoguchi.leaflet;

import java.util.List;
import madoguchi.policy.Citation;
import madoguchi.policy.Rule;

/**
 * 印刷物 – what stands on a print, in its order; how it looks is for {@link LeafletPaper}.
 *
 * @param look how it is laid out
 * @param title the heading, large
 * @param blocks what follows
 * @param rests the rules it was made from; their ids and sources are printed at the foot
 */
public record Leaflet(Look look, String title, List<Block> blocks, List<Rule> rests) {

    /** 体裁. */
    public enum Look {
        /** 掲示 – to be read from two metres. */
        POSTER("poster"),
        /** 配布 – read in the hand. */
        LEAFLET("leaflet"),
        /** 渡す紙 – a slip with blanks. */
        SLIP("slip"),
        /** 職員用 – for the desk, dense. */
        STAFF("staff");

        private final String css;

        Look(String css) {
            this.css = css;
        }

        /** Its style class. */
        public String css() {
            return css;
        }
    }

    /** Copies the lists; a rule that was used twice stands once. */
    public Leaflet {
        blocks = List.copyOf(blocks);
        rests = rests.stream().distinct().toList();
    }

    /** 規則の番号 – at most so many as a foot can hold. */
    public List<String> ruleIds() {
        return rests.stream().map(Rule::id).distinct().toList();
    }

    private static final String OWN = "OWN";

    /** 出典 – the documents behind the rules, once each; our own reading is no document. */
    public List<String> documents(Voice voice) {
        return rests.stream()
                .flatMap(rule -> rule.sources().stream())
                .map(Citation::document)
                .distinct()
                .filter(document -> !document.key().equals(OWN))
                .map(document -> Words.of(document.title()).in(voice)
                        + (voice == Voice.EN ? " (" + document.date() + ")" : "（" + document.date() + "）"))
                .toList();
    }

    /** 読み – whether something here is concluded and not stated outright by a source. */
    public boolean hasReadings() {
        return rests.stream().anyMatch(rule -> !rule.certain());
    }
}
