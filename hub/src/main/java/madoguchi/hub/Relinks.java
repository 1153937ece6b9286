package madoguchi.hub;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import madoguchi.core.Coverage;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Typed;
import madoguchi.core.Wareki;

/*
 * A coverage that was linked to the wrong person is withdrawn under that person and said again under the right one: two new facts in one transaction, with the
 * decision that made them. Nothing is changed or removed, so "as known at" before it shows what was shown. One operator proposes, another one confirms; until then
 * nothing happens. To undo is to propose the way back. What the insurer goes on sending under the wrong My Number follows the mended link (Relinked).
 *
 * Whoever must stay hidden (不開示) is nobody here, as on every other screen of an operator.
 */

/** 紐付けの訂正 – takes a coverage from the person it was linked to and gives it to the right one, by two operators. */
public final class Relinks {

    private static final int LONGEST = 500;
    private static final int ATTRIBUTES = 3;
    private static final int DIGEST_BYTES = 32;

    /** The coverage is withdrawn under the one person and said under the other. */
    private static final int FACTS = 2;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final FactStore facts;
    private final RelinkStore store;
    private final Optional<RegisterIndex> index;
    private final Clock clock;

    /** Mends links in one database; {@code index} of this process follows at once. */
    public Relinks(DataSource database, Optional<RegisterIndex> index, Clock clock) {
        this.facts = new FactStore(database);
        this.store = new RelinkStore(database);
        this.index = index;
        this.clock = clock;
    }

    /**
     * Proposes what the form says, for the coverage of a report's finding. Nothing changes yet.
     *
     * @return the number of the proposal, or all that is wrong with the form
     */
    public Parsed<Long> propose(RelinkForm form, String by, OptionalLong report, OptionalLong number) {
        List<Problem> problems = new ArrayList<>();
        Optional<Fact> fact = Typed.isDigits(form.fact()) && form.fact().length() <= 18
                ? current(Long.parseLong(form.fact()))
                : Optional.empty();
        if (fact.isEmpty()) {
            problems.add(Problem.at("資格 coverage", "付け替える資格を選んでください。", "Choose the coverage to be moved."));
        }
        problems.addAll(reasonProblems(form.reason()));
        OptionalLong target = OptionalLong.empty();
        if (!form.isNewPerson()) {
            Parsed<Long> person = person(form);
            problems.addAll(person.problems());
            if (problems.isEmpty()) {
                target = OptionalLong.of(person.orElseThrow());
                problems.addAll(linkProblems(fact.orElseThrow(), target.getAsLong(), form));
            }
        }
        return problems.isEmpty()
                ? Parsed.of(store.propose(
                        now(),
                        by,
                        fact.orElseThrow(),
                        target,
                        form.reason().strip(),
                        report,
                        number,
                        OptionalLong.empty()))
                : new Parsed.Faults<>(problems);
    }

    private static List<Problem> reasonProblems(String reason) {
        return reason.isBlank() || reason.strip().length() > LONGEST
                ? List.of(Problem.at("理由 reason", "理由を500文字以内で書いてください。", "Write the reason, at most 500 characters."))
                : List.of();
    }

    private Parsed<Long> person(RelinkForm form) {
        Parsed<InsuredId> insured = InsuredId.parse(form.insurer(), form.symbol(), form.number(), form.branch());
        Parsed<LocalDate> birth = Wareki.parse("生年月日 birth", form.birth());
        List<Problem> problems = Parsed.problems(insured, birth);
        if (!problems.isEmpty()) {
            return new Parsed.Faults<>(problems);
        }
        InsuredId asked = insured.orElseThrow();
        Optional<Long> person = Register.person(facts.about(asked), asked, birth.orElseThrow());
        return person.map(Parsed::of)
                .orElseGet(() -> Parsed.fault(
                        "正しい人 right person",
                        "その番号と生年月日の人がいないか、一人に決まりません。",
                        "Nobody has that number and birth date, or more than one."));
    }

    /** A link needs three of four attributes, name, birth, sex, address: those of the coverage that named the person, for the person may have another one by mistake, too. */
    private List<Problem> linkProblems(Fact fact, long target, RelinkForm form) {
        if (target == fact.person()) {
            return List.of(Problem.at(
                    "正しい人 right person", "その資格は、いまその人に紐付いています。", "The coverage is linked to that person already."));
        }
        boolean concordant = Register.live(store.about(target), Optional.empty()).stream()
                .filter(other -> isNamed(other, form))
                .map(other -> Concordance.of(
                        fact.coverage().holder(), other.coverage().holder()))
                .anyMatch(agreeing -> agreeing.agreeing() >= ATTRIBUTES);
        return concordant
                ? List.of()
                : List.of(
                        Problem.at(
                                "正しい人 right person",
                                "氏名・生年月日・性別・住所のうち3つが一致しないので、付け替えられません。",
                                "Fewer than three of name, birth, sex and address agree: the coverage cannot be given to that person."));
    }

    private static boolean isNamed(Fact other, RelinkForm form) {
        InsuredId id = other.coverage().id();
        return id.numberKey().equals(Typed.numberKey(form.number()))
                && InsurerNumber.parse("", form.insurer()).problems().isEmpty()
                && InsurerNumber.parse("", form.insurer()).orElseThrow().equals(id.insurer());
    }

    /** The fact that counts now about the coverage that a fact is about; empty where it was withdrawn, and for a hidden person. */
    private Optional<Fact> current(long id) {
        List<Fact> known = store.besides(id);
        Optional<String> name =
                known.stream().filter(fact -> fact.id() == id).map(Fact::name).findFirst();
        return Register.hidden(known).isEmpty()
                ? Register.live(known, Optional.empty()).stream()
                        .filter(fact -> name.equals(Optional.of(fact.name())))
                        .findFirst()
                : Optional.empty();
    }

    /** Proposes to take a mended link back. */
    public Parsed<Long> undo(long id, String reason, String by) {
        List<Problem> problems = new ArrayList<>(reasonProblems(reason));
        Optional<RelinkProposal> mended = store.proposal(id)
                .filter(proposal -> proposal.decision()
                        .filter(RelinkProposal.Decision::confirmed)
                        .isPresent());
        Optional<Fact> fact = mended.flatMap(
                proposal -> current(proposal.decision().orElseThrow().said()));
        if (fact.isEmpty()) {
            problems.add(gone());
        }
        return problems.isEmpty()
                ? Parsed.of(store.propose(
                        now(),
                        by,
                        fact.orElseThrow(),
                        OptionalLong.of(mended.orElseThrow().person()),
                        reason.strip(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.of(id)))
                : new Parsed.Faults<>(problems);
    }

    private static Problem gone() {
        return Problem.at(
                "資格 coverage",
                "その資格はもう訂正・取消されています。案を却下して、やり直してください。",
                "The coverage was corrected or withdrawn meanwhile. Refuse the proposal and start again.");
    }

    /**
     * Carries a proposal out, or refuses it. Whoever proposed it cannot confirm it.
     *
     * @return the proposal with its decision, or why it could not be decided
     */
    public Parsed<RelinkProposal> decide(long id, boolean confirm, String by) {
        Parsed<RelinkProposal> decided = facts.alone(alone -> {
            Optional<RelinkProposal> proposal =
                    store.proposal(id).filter(waiting -> waiting.decision().isEmpty());
            if (proposal.isEmpty()) {
                return Parsed.fault("案 proposal", "この案はもう決まっています。", "This proposal is decided already.");
            }
            if (!confirm) {
                store.refuse(id, now(), by);
            } else {
                List<Problem> problems = confirm(alone, proposal.get(), by);
                if (!problems.isEmpty()) {
                    return new Parsed.Faults<>(problems);
                }
            }
            return Parsed.of(store.proposal(id).orElseThrow());
        });
        index.ifPresent(RegisterIndex::follow);
        return decided;
    }

    private List<Problem> confirm(FactStore alone, RelinkProposal proposal, String by) {
        if (proposal.by().equalsIgnoreCase(by)) {
            return List.of(Problem.at(
                    "確認 confirmation",
                    "案を出した人とは別の担当者が確認してください。",
                    "Another operator than the one who proposed it must confirm."));
        }
        Optional<Fact> fact = current(proposal.fact());
        boolean hidden = proposal.target().isPresent()
                && !Register.hidden(store.about(proposal.target().getAsLong())).isEmpty();
        if (fact.isEmpty() || hidden) {
            return List.of(gone());
        }
        carryOut(alone, proposal, fact.get(), by);
        return List.of();
    }

    private void carryOut(FactStore alone, RelinkProposal proposal, Fact fact, String by) {
        Instant now = now();
        Coverage coverage = fact.coverage();
        long target = proposal.target().isPresent() ? proposal.target().getAsLong() : newPerson(alone);
        String name = "relink-" + proposal.id();
        long batch = alone.startBatch(now, name, Digest.of(name), FACTS, Optional.empty());
        long first = alone.addFacts(
                batch,
                now,
                List.of(
                        NewFacts.of(fact.person(), true, false, coverage),
                        NewFacts.of(target, false, fact.suppressed(), coverage)));
        store.lead(proposal.id(), NewFacts.name(fact.person(), coverage), target);
        store.lead(proposal.id(), NewFacts.name(target, coverage), target);
        store.confirm(proposal.id(), now, by, batch, first, first + 1);
        alone.endBatch(batch, now, new ImportReport(name, FACTS, FACTS, 0, List.of()));
    }

    /** Somebody whose My Number no insurer has sent yet: a digest that belongs to none. */
    private static long newPerson(FactStore alone) {
        byte[] nobody = new byte[DIGEST_BYTES];
        RANDOM.nextBytes(nobody);
        return alone.addPersons(List.of(nobody));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** One proposal. */
    public Optional<RelinkProposal> proposal(long id) {
        return store.proposal(id);
    }

    /** The latest proposals, those that wait first. */
    public List<RelinkProposal> proposals(int most) {
        return store.proposals(most);
    }

    /** The coverage of a proposal as an operator may see it; empty once its person must stay hidden. */
    Optional<QualityFact> coverage(RelinkProposal proposal) {
        List<Fact> known = store.besides(proposal.fact());
        return Register.hidden(known).isEmpty()
                ? known.stream()
                        .filter(fact -> fact.id() == proposal.fact())
                        .map(QualityFact::of)
                        .findFirst()
                : Optional.empty();
    }

    /**
     * 影響を受けた照会 – the verifications that rested on the link this proposal mends, in order: for the apology and the correction. While it waits, those up to now.
     */
    public List<AffectedVerification> affected(RelinkProposal proposal) {
        List<Fact> known = store.besides(proposal.fact());
        Optional<Fact> moved =
                known.stream().filter(fact -> fact.id() == proposal.fact()).findFirst();
        if (moved.isEmpty() || !Register.hidden(known).isEmpty()) {
            return List.of();
        }
        long until = proposal.decision()
                .filter(RelinkProposal.Decision::confirmed)
                .map(RelinkProposal.Decision::withdrawn)
                .orElse(Long.MAX_VALUE);
        List<Fact> wrong = known.stream()
                .filter(fact -> fact.name().equals(moved.get().name()) && fact.id() < until)
                .toList();
        List<Fact> own = known.stream()
                .filter(fact -> !fact.name().equals(moved.get().name()))
                .toList();
        return Stream.concat(rested(wrong, moved.get().coverage().id()), newerTold(own, wrong, proposal))
                .sorted(Comparator.comparingLong(one -> one.entry().id()))
                .toList();
    }

    private Stream<AffectedVerification> rested(List<Fact> wrong, InsuredId number) {
        return store.rested(wrong).stream().map(asked -> {
            boolean byItsNumber = asked.insurer().equals(number.insurer().digits())
                    && Typed.numberKey(asked.number()).equals(number.numberKey());
            return new AffectedVerification(asked.entry(), byItsNumber ? RelinkEffect.RESTED : RelinkEffect.SHOWN);
        });
    }

    /** Answers about the person's own coverages that spoke of a newer one while the wrong one was there. */
    private Stream<AffectedVerification> newerTold(List<Fact> own, List<Fact> wrong, RelinkProposal proposal) {
        Instant since = wrong.getFirst().recordedAt();
        Optional<Instant> until =
                proposal.decision().filter(RelinkProposal.Decision::confirmed).map(RelinkProposal.Decision::at);
        return own.isEmpty()
                ? Stream.empty()
                : store.rested(own).stream()
                        .map(RelinkStore.Rested::entry)
                        .filter(entry -> entry.outcome().equals(Outcome.INACTIVE_NEW_EXISTS.logged())
                                && !entry.at().isBefore(since)
                                && until.map(end -> entry.at().isBefore(end)).orElse(true)
                                && wrong.getLast().coverage().coversDay(entry.day()))
                        .map(entry -> new AffectedVerification(entry, RelinkEffect.NEWER_TOLD));
    }
}
