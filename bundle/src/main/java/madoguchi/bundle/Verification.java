package madoguchi.bundle;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.policy.RuleBook;
import madoguchi.policy.RuleSource;

/** 検証 – everything a bundle must pass before anybody decides by it. Each step is tried only after the one before: nothing of an unsigned bundle is read. */
public final class Verification {

    private final RuleBook own;

    /** A verification for the program that came with these rules. */
    public Verification(RuleBook own) {
        this.own = own;
    }

    /** 規則の点検 – rule files before anybody signs them: every fault, and everything this program would miss. */
    public Parsed<RuleBook> check(List<RuleSource> files) {
        return RuleBook.read(files).then(book -> {
            List<Problem> missing = Needs.problems(own, book);
            return missing.isEmpty() ? Parsed.of(book) : new Parsed.Faults<>(missing);
        });
    }

    /**
     * 受領の検証 – signature, serial, rules and fitness.
     *
     * @param held the serial held; only a higher one passes
     */
    public Receipt verify(SignedBundle bundle, TrustedKeys trusted, long held) {
        return switch (bundle.open()) {
            case SignedBundle.Opened.Broken(var why) -> Receipt.Refused.because(why);
            case SignedBundle.Opened.Whole whole -> signed(whole, trusted, held);
        };
    }

    private Receipt signed(SignedBundle.Opened.Whole whole, TrustedKeys trusted, long held) {
        if (!trusted.knows(whole.key())) {
            return new Receipt.Refused(
                    Refusal.UNKNOWN_KEY,
                    Optional.empty(),
                    List.of(Problem.at(whole.key(), "この名の鍵がありません。", "There is no key of this name.")));
        }
        if (!whole.signedBy(trusted)) {
            return Receipt.Refused.because(Refusal.BAD_SIGNATURE);
        }
        Optional<RuleBundle> bundle = whole.bundle();
        if (bundle.isEmpty()) {
            return Receipt.Refused.because(Refusal.UNREADABLE);
        }
        Head head = bundle.get().head();
        if (head.serial() <= held) {
            return refused(
                    Refusal.NOT_NEWER,
                    head,
                    List.of(Problem.at(
                            "serial",
                            "届いた番号は " + head.serial() + "、今の番号は " + held + " です。",
                            "The serial received is " + head.serial() + ", the one held " + held + ".")));
        }
        return proven(bundle.get());
    }

    /** 再検証 – of a bundle whose signature was found good when it was received: its rules, and whether they fit this program. */
    Receipt again(SignedBundle bundle) {
        return bundle.look().map(this::proven).orElse(Receipt.Refused.because(Refusal.UNREADABLE));
    }

    private Receipt proven(RuleBundle bundle) {
        return switch (RuleBook.read(bundle.files())) {
            case Parsed.Faults<RuleBook>(var problems) ->
                refused(
                        problems.stream().allMatch(RuleBook::isLapse) ? Refusal.NOT_TOTAL : Refusal.FAULTY_FILES,
                        bundle.head(),
                        problems);
            case Parsed.Value<RuleBook>(var book) -> fit(bundle, book);
        };
    }

    private Receipt fit(RuleBundle bundle, RuleBook book) {
        List<Problem> missing = Needs.problems(own, book);
        return missing.isEmpty() ? new Receipt.Good(bundle, book) : refused(Refusal.UNFIT, bundle.head(), missing);
    }

    private static Receipt refused(Refusal why, Head head, List<Problem> problems) {
        return new Receipt.Refused(why, Optional.of(head), problems);
    }
}
