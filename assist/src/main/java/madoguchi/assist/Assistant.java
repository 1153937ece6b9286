package madoguchi.assist;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import madoguchi.core.Period;
import madoguchi.core.Text;
import madoguchi.policy.Policy;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleBook;
import org.jspecify.annotations.Nullable;

/*
 * How a question is answered, in this order:
 * 1. Codes and rule ids in it are looked up as they are. A code nobody has published is said to be unknown.
 * 2. The rest is cut into words and looked for in everything known. A row that does not hold on the day counts less, so that what is over or yet to come stands lower, and is marked.
 * 3. Rows that say the same thing are shown once. Terms and published questions bring the rules they lead to, as they stand on the day.
 * 4. It is an answer when enough of the question, rare words weighing more, occurs in what was found. Else the nearest is shown as such, and the question is kept.
 * No step learns, guesses or writes a sentence of its own: every sentence shown stands in a rule or a data file, with its source.
 */

/** 案内係 – answers a code, a phrase or a situation from the rules in force. Keeps nothing of a question. */
public final class Assistant {

    private static final int MOST = 6;
    private static final int MOST_RULES = 3;
    private static final double ENOUGH = 0.52;
    private static final double OTHER_DAY = 0.55;
    private static final double SUPERSEDED = 0.4;

    private final Supplier<Policy> policy;
    private final List<OwnCode> own;
    private final Contacts contacts = new Contacts();
    private final List<Text> makers = Codes.makers();
    private @Nullable Indexed indexed;

    /** What was made from one book of rules. */
    private record Indexed(
            RuleBook book, WordIndex index, List<Entry> entries, Map<String, List<Entry>> rulesByBasis) {}

    /**
     * An assistant over the rules in force.
     *
     * @param policy asked anew for each question; when its book is another one, the index is made anew
     * @param own codes of this program's own reader
     */
    public Assistant(Supplier<Policy> policy, List<OwnCode> own) {
        this.policy = policy;
        this.own = List.copyOf(own);
    }

    /**
     * 尋ねる – the answer at a moment.
     *
     * @param question a code, a phrase or a situation, in Japanese or English
     * @param day the day whose rules count
     * @param now the moment in Japan, for whether a telephone answers
     */
    public Advice ask(String question, LocalDate day, LocalDateTime now) {
        Indexed known = known();
        List<Advice.CodeAdvice> codes = codes(known, question, day);
        List<WordIndex.Hit> hits = known.index().search(Codes.without(question), entry -> weight(entry, day));
        List<Advice.Answer> named = named(known, question, day);
        boolean found = !named.isEmpty()
                || codes.stream().anyMatch(code -> code.meaning().isPresent())
                || hits.stream().limit(MOST_RULES).anyMatch(hit -> hit.share() >= ENOUGH);
        List<Advice.Answer> answers = new ArrayList<>(named);
        hits.forEach(hit -> answers.add(answer(known, hit.entry(), day)));
        List<Advice.Answer> shown = distinct(answers);
        Optional<Entry> first = first(codes, shown);
        return new Advice(
                day,
                found,
                codes,
                shown,
                first.flatMap(Entry::contact)
                        .or(() -> Optional.of("facility-centre"))
                        .flatMap(word -> contacts.of(known.book(), word, now)),
                first.flatMap(Entry::print));
    }

    /** Whether a word is one of the field's own, which may be kept. */
    boolean knows(String word) {
        return known().index().knows(word);
    }

    /** 印刷物 – every kind of print that may be offered; whoever prints must have them. */
    public static List<String> prints() {
        return Routes.prints();
    }

    /** 祝日の表の終わり – the last holiday that is known. */
    public LocalDate holidaysKnownThrough() {
        return contacts.knownThrough();
    }

    private synchronized Indexed known() {
        RuleBook book = policy.get().book();
        if (indexed == null || !Objects.equals(indexed.book(), book)) {
            if (indexed != null) {
                indexed.index().close();
            }
            List<Entry> entries = Knowledge.of(book, own);
            indexed = new Indexed(book, new WordIndex(entries, Folding.standard()), entries, byBasis(entries));
        }
        return indexed;
    }

    private static Map<String, List<Entry>> byBasis(List<Entry> entries) {
        Map<String, List<Entry>> rules = new HashMap<>();
        entries.stream().filter(entry -> entry.sort() == Entry.Sort.RULE).forEach(entry -> {
            Set<String> ids = new HashSet<>(entry.basis());
            ids.add(entry.id());
            ids.forEach(
                    id -> rules.computeIfAbsent(id, same -> new ArrayList<>()).add(entry));
        });
        return rules;
    }

    private static double weight(Entry entry, LocalDate day) {
        return entry.weight()
                * switch (standing(entry, day)) {
                    case IN_FORCE -> 1;
                    case FUTURE -> OTHER_DAY;
                    case PAST -> SUPERSEDED;
                };
    }

    private List<Advice.CodeAdvice> codes(Indexed known, String question, LocalDate day) {
        return Codes.in(question).stream()
                .map(code -> {
                    Optional<Entry> meaning = known.entries().stream()
                            .filter(entry -> entry.id().equals("CODE-" + code))
                            .findFirst();
                    return new Advice.CodeAdvice(code, meaning, remedy(known, meaning, day), makers);
                })
                .toList();
    }

    /* The row of the table reader-fault for the fault behind a code; for a code nobody knows, the row for other codes. */
    private static Optional<Entry> remedy(Indexed known, Optional<Entry> meaning, LocalDate day) {
        String fault = meaning.map(entry -> entry.basis().stream()
                        .filter(id -> id.startsWith("fault:"))
                        .map(id -> id.substring("fault:".length()))
                        .findFirst()
                        .orElse(""))
                .orElse("other-code");
        if (fault.isEmpty() || !known.book().has("reader-fault")) {
            return Optional.empty();
        }
        return known.book().table("reader-fault").rules().stream()
                .filter(rule -> rule.inForce().contains(day)
                        && rule.when().boxes().stream()
                                .anyMatch(box -> box.kinds().getFirst().stream()
                                        .anyMatch(kind -> kind.word().equals(fault))))
                .map(Rule::id)
                .findFirst()
                .flatMap(id -> known.entries().stream()
                        .filter(entry -> entry.id().equals(id))
                        .findFirst());
    }

    /* Rule ids that were typed as such. */
    private static List<Advice.Answer> named(Indexed known, String question, LocalDate day) {
        return Codes.rules(question).stream()
                .flatMap(id -> known.rulesByBasis().getOrDefault(id, List.of()).stream())
                .map(entry -> answer(known, entry, day))
                .sorted((one, other) -> one.standing().compareTo(other.standing()))
                .toList();
    }

    private static Advice.Answer answer(Indexed known, Entry entry, LocalDate day) {
        return new Advice.Answer(
                entry,
                standing(entry, day),
                entry.period().map(Periods::written).orElse(Text.same("")),
                entry.sort() == Entry.Sort.RULE ? List.of() : rules(known, entry, day));
    }

    private static List<Entry> rules(Indexed known, Entry entry, LocalDate day) {
        return entry.basis().stream()
                .flatMap(id -> known.rulesByBasis().getOrDefault(id, List.of()).stream()
                        .filter(rule -> standing(rule, day) == Advice.Standing.IN_FORCE)
                        .limit(1))
                .distinct()
                .limit(MOST_RULES)
                .toList();
    }

    private static Advice.Standing standing(Entry entry, LocalDate day) {
        Optional<Period> period = entry.period();
        if (period.isEmpty() || period.get().contains(day)) {
            return Advice.Standing.IN_FORCE;
        }
        return day.isBefore(period.get().from()) ? Advice.Standing.FUTURE : Advice.Standing.PAST;
    }

    /* Rows that say the same to a receptionist are one answer. */
    private static List<Advice.Answer> distinct(List<Advice.Answer> answers) {
        Set<String> said = new HashSet<>();
        return answers.stream()
                .filter(answer -> said.add(answer.entry().answer().ja()))
                .limit(MOST)
                .toList();
    }

    /* Number and print belong to the code that was asked for, else to the next step. */
    private static Optional<Entry> first(List<Advice.CodeAdvice> codes, List<Advice.Answer> answers) {
        return codes.stream()
                .flatMap(code -> code.meaning().or(code::remedy).stream())
                .findFirst()
                .or(() -> Advice.next(codes, answers))
                .or(() -> answers.stream().map(Advice.Answer::entry).findFirst());
    }
}
