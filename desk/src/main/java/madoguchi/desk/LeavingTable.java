package madoguchi.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.policy.Facility;
import madoguchi.policy.Kind;
import madoguchi.policy.Outcome;
import madoguchi.policy.Reception;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Shown;

/** 段取りを離れる理由の表 – the reasons a person may have to decide otherwise, and what the rules say to each. Without the table there are none. */
final class LeavingTable {

    private static final String NAME = "leaving";
    private static final String REASON = "reason";
    private static final String NOT_THIS_WAY = "not-this-way";

    private final RuleBook book;
    private final Facility facility;

    LeavingTable(RuleBook book, Facility facility) {
        this.book = book;
        this.facility = facility;
    }

    /** All reasons, in the order of the table. */
    List<Kind> reasons() {
        return book.has(NAME)
                ? book.table(NAME).facets().stream()
                        .filter(facet -> facet.name().equals(REASON))
                        .findFirst()
                        .map(facet -> facet.kinds())
                        .orElse(List.of())
                : List.of();
    }

    /** The reason with this word. */
    Optional<Kind> reason(String word) {
        return reasons().stream().filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** What the table says to a reason in this reception. */
    Optional<Rule> decide(Visit visit, String reason) {
        return SideTable.decide(book, NAME, visit.day(), words(visit, reason));
    }

    /** Whether the row forbids this way. */
    static boolean forbids(Rule rule) {
        return rule.verdict().equals(NOT_THIS_WAY);
    }

    private Map<String, String> words(Visit visit, String reason) {
        Reception reception = Ladder.reception(visit, facility);
        Map<String, String> words = new HashMap<>();
        words.put(REASON, reason);
        words.put("presented", presented(reception.shown()));
        Map<String, Kind> known = Map.of(
                "shown", reception.shown(),
                "outcome", Outcome.of(reception.answer()),
                "visit", reception.visit(),
                "insurer", reception.insurer(),
                "facility", facility,
                "occasion", reception.occasion(),
                "seen", reception.seen());
        known.forEach((facet, kind) -> words.put(facet, kind.word()));
        return words;
    }

    private static String presented(Shown shown) {
        return switch (shown) {
            case CARD, CARD_UNREADABLE -> "card";
            case SMARTPHONE, SMARTPHONE_ONLY_UNREADABLE -> "phone-only";
            case CERTIFICATE, INSURANCE_CARD, EXPIRED_INSURANCE_CARD, NOTICE, NOTICE_COPY, PORTAL_ONLY, NOTHING ->
                "nothing";
        };
    }
}
