package madoguchi.leaflet;

import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Rule;

/** 窓口の問い – what the table {@code insurance} decides for what a patient holds in the hand, at an ordinary facility on an ordinary visit. */
final class AtTheDesk {

    private static final String LOOK_UP = "interim-lookup";

    private AtTheDesk() {}

    /** The row for what is shown and what the inquiry answered, at a first visit, nothing else seen. */
    static Rule shown(Issue issue, String shown, String outcome) {
        return at(issue, shown, outcome, "first", "not-yet");
    }

    /** The row for a card or phone that could not be read. */
    static Rule at(Issue issue, String shown, String outcome, String visit, String seen) {
        return issue.decide(
                "insurance",
                "shown",
                shown,
                "outcome",
                outcome,
                "visit",
                visit,
                "insurer",
                "employees",
                "facility",
                "online",
                "occasion",
                "ordinary",
                "seen",
                seen);
    }

    /**
     * What a patient may be told to bring: ○ accepted by itself, △ in need of something beside it, × of no use alone.
     *
     * <p>Something accepted only through an interim look-up is never ○ on paper for patients: the ministry's measure is not to be advertised to them.
     */
    static Block.Mark mark(Rule rule) {
        return switch (rule.verdict()) {
            case "accepted" ->
                rule.then().means().map(means -> means.word().equals(LOOK_UP)).orElse(false)
                        ? Block.Mark.ASK
                        : Block.Mark.YES;
            case "needs-evidence" -> needsOtherPaper(rule) ? Block.Mark.NO : Block.Mark.ASK;
            case "ask-staff" -> Block.Mark.ASK;
            default -> Block.Mark.NO;
        };
    }

    /* Nothing but a card to be read or a certificate helps: what was shown is of no use alone. */
    private static boolean needsOtherPaper(Rule rule) {
        return rule.then().evidence().stream()
                .allMatch(kind -> kind == EvidenceKind.CARD_READ
                        || kind == EvidenceKind.CERTIFICATE
                        || kind == EvidenceKind.NOT_OBTAINED);
    }
}
