package madoguchi.leaflet;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Spoken;
import madoguchi.policy.Table;
import madoguchi.web.Furigana;

/**
 * 発行 – all that a kind of print is made from. What is printed depends on nothing else, so it can be made again.
 *
 * @param rules the book in force
 * @param day the rules of this day are printed
 * @param since for lists of changes: the last day that is taken as known
 * @param issued the day of printing
 * @param voice in which words
 * @param size on which paper
 * @param variant which form, where the kind has several: a word of {@link LeafletKind#variants}
 * @param place the facility's name, printed at the foot; may be empty
 */
public record Issue(
        RuleBook rules,
        LocalDate day,
        LocalDate since,
        LocalDate issued,
        Voice voice,
        PaperSize size,
        Optional<String> variant,
        String place) {

    /** The sentence in the voice of this print. */
    public String say(Words words) {
        return words.in(voice);
    }

    /** The sentence in the voice of this print. */
    public String say(String ja, String easy, String en) {
        return new Words(ja, easy, en).in(voice);
    }

    /** A sentence for staff: plain Japanese is Japanese. */
    public String say(String ja, String en) {
        return Words.staff(ja, en).in(voice);
    }

    /** A sentence of the rules for staff. */
    public String say(Text text) {
        return Words.of(text).in(voice);
    }

    /** What a rule says to the patient. */
    public String say(Spoken spoken) {
        return Words.of(spoken).in(voice);
    }

    /** 患者への一文 – what a rule says to the patient. Where it says nothing the patient is sent to the desk: what staff are told is not for a patient's paper. */
    public String toPatient(Rule rule) {
        return rule.then()
                .patient()
                .map(this::say)
                .orElse(say("受付にお尋ねください。", "受付の 人に 聞いてください。", "Please ask at the desk."));
    }

    /** ふりがな – a sentence as it is set on paper: やさしい日本語 with readings above its 漢字. */
    public Content set(String sentence) {
        return voice == Voice.EASY
                ? Furigana.standard().stacked(sentence)
                : output -> output.writeUserContent(sentence);
    }

    /** 規則表 – the table of this name; refuses a name there is none of. */
    public Table table(String name) {
        return rules.table(name);
    }

    /**
     * 判定 – the row of a table that decides on the day of this print.
     *
     * @param words facet and word by turns: {@code "shown", "card", "outcome", "active" …}; all facets of the table
     * @throws java.util.NoSuchElementException with every fault, when the table in force does not know a facet or word
     */
    public Rule decide(String table, String... words) {
        Map<String, String> situation = new LinkedHashMap<>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            situation.put(words[i], words[i + 1]);
        }
        Table asked = table(table);
        return asked.decide(day, asked.read(situation).orElseThrow());
    }
}
