package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.CardSerial;
import madoguchi.core.Period;
import madoguchi.core.Problem;

/*
 * A card and a facility's number lead to one person. So an entry is refused, with everything that is against it,
 *
 * - where the last thing known is that the card or number is another person's: it must be taken back first, which leaves its trail;
 * - where it would open a card again that a renewal closed;
 * - where a renewal starts from a card that is not the person's, is closed already, began later, or is the same one.
 *
 * A renewal is two facts: the new card's, and the old card's with its end. What is said again becomes no fact. Nothing is decided by recorded_at: whoever asks
 * holds the lock of the log, so "the last" is the last.
 */

/** 記入 – decides which of some entries become facts of the other registers. Lives inside one transaction. */
final class Entering {

    private final Map<Digest, RegisterFact> latest = new HashMap<>();
    private final List<NewRegisterFact> news = new ArrayList<>();

    /** Starts from all facts of the names that {@link #names} tells. */
    Entering(Collection<RegisterFact> known) {
        known.forEach(fact -> latest.merge(fact.name(), fact, (a, b) -> a.id() > b.id() ? a : b));
    }

    /** The names that must be known before an entry can be taken. */
    static List<Digest> names(NewRegisterFact entry) {
        List<Digest> names = new ArrayList<>(List.of(entry.name()));
        if (entry.said() instanceof Kept.CardLink(var card, var token, var predecessor)) {
            predecessor.map(NewRegisterFact::card).ifPresent(names::add);
        }
        return names;
    }

    /** What became facts so far, in order. */
    List<NewRegisterFact> news() {
        return java.util.Collections.unmodifiableList(news);
    }

    /** Takes one entry, or tells everything that is against it; the place of a problem is a column of the files. */
    List<Problem> take(NewRegisterFact entry) {
        List<Problem> problems = new ArrayList<>();
        Optional<RegisterFact> last = last(entry.name());
        if (last.filter(entry::repeats).isPresent()) {
            return problems;
        }
        if (entry.withdrawn()) {
            problems.addAll(againstTakingBack(entry, last));
        } else {
            problems.addAll(againstEntering(entry, last));
        }
        if (problems.isEmpty()) {
            replaced(entry).ifPresent(this::enter);
            enter(entry);
        }
        return problems;
    }

    /** The last live fact of a name. */
    private Optional<RegisterFact> live(Digest name) {
        return last(name).filter(fact -> !fact.withdrawn());
    }

    private Optional<RegisterFact> last(Digest name) {
        return Optional.ofNullable(latest.get(name));
    }

    private void enter(NewRegisterFact entry) {
        news.add(entry);
        latest.put(entry.name(), entry.recorded(Long.MAX_VALUE, Instant.EPOCH));
    }

    private static List<Problem> againstTakingBack(NewRegisterFact entry, Optional<RegisterFact> last) {
        boolean held = last.filter(fact -> !fact.withdrawn() && fact.person() == entry.person())
                .isPresent();
        return held
                ? List.of()
                : List.of(Problem.at(place(entry), "取り消す登録がありません。", "There is no such entry to take back."));
    }

    private List<Problem> againstEntering(NewRegisterFact entry, Optional<RegisterFact> last) {
        List<Problem> problems = new ArrayList<>();
        if (last.filter(fact -> !fact.withdrawn() && fact.person() != entry.person())
                .isPresent()) {
            problems.add(Problem.at(
                    place(entry),
                    "既に別の人に紐付いています。先にその紐付けを取り消してください。",
                    "This leads to another person already. Take that link back first."));
        }
        if (entry.said() instanceof Kept.CardLink(var card, var token, var predecessor)) {
            last.filter(fact -> !fact.withdrawn() && reopens(entry, fact))
                    .ifPresent(closed -> problems.add(Problem.at(
                            place(entry),
                            "このカードは終わっています。誤りなら、まず取消（9）してください。",
                            "This card has ended. If that is wrong, take it back (9) first.")));
            predecessor.ifPresent(old -> problems.addAll(againstRenewing(entry, card, old)));
        }
        return problems;
    }

    private static boolean reopens(NewRegisterFact entry, RegisterFact last) {
        return last.valid().end().isPresent()
                && entry.valid()
                        .end()
                        .map(end -> end.isAfter(last.valid().end().get()))
                        .orElse(true);
    }

    private List<Problem> againstRenewing(NewRegisterFact entry, CardSerial card, CardSerial old) {
        List<Problem> problems = new ArrayList<>();
        if (old.equals(card)) {
            problems.add(old("旧カードと新カードが同じです。", "The old card and the new one are the same."));
        }
        Optional<RegisterFact> before = live(NewRegisterFact.card(old));
        if (before.isEmpty()) {
            problems.add(old("旧カードの紐付けがありません。", "The old card is not linked."));
        }
        before.ifPresent(link -> {
            if (link.person() != entry.person()) {
                problems.add(old("旧カードは別の人のものです。", "The old card is another person's."));
            }
            if (link.valid().end().filter(end -> !end.equals(from(entry))).isPresent()) {
                problems.add(old("旧カードは既に切り替わっています。", "The old card was replaced or ended before."));
            }
            if (from(entry).isBefore(link.valid().from())) {
                problems.add(old("切替日が旧カードの開始日より前です。", "The switch lies before the old card's first day."));
            }
        });
        return problems;
    }

    private static Problem old(String ja, String en) {
        return Problem.at("旧シリアル番号", ja, en);
    }

    /** The old card's end, where a renewal brings one that is not known yet. */
    private Optional<NewRegisterFact> replaced(NewRegisterFact entry) {
        if (entry.withdrawn()
                || !(entry.said() instanceof Kept.CardLink(var card, var token, var predecessor))
                || predecessor.isEmpty()) {
            return Optional.empty();
        }
        return live(NewRegisterFact.card(predecessor.get()))
                .filter(old -> old.valid().end().isEmpty())
                .map(old -> new NewRegisterFact(
                        old.person(), Period.until(old.valid().from(), from(entry)), false, old.said()));
    }

    private static LocalDate from(NewRegisterFact entry) {
        return entry.valid().from();
    }

    private static String place(NewRegisterFact entry) {
        return switch (entry.said().kind()) {
            case CARD -> "シリアル番号";
            case ENROLMENT -> "利用登録年月日";
            case REFERENCE_NUMBER -> "照会番号";
            case CONSENT -> "同意";
            case VISIT_CONSENT -> "居宅同意";
            case CERTIFICATE, NOTICE -> "交付年月日";
            case COLLECTION -> "回収年月日";
            case SUPPRESSION -> "不開示";
        };
    }
}
