package madoguchi.policy;

import java.time.LocalDate;
import java.util.List;

/** 判定の窓口 – decides receptions by one book of rules. Pure and total: the same reception always gets the same determination, and every reception gets one. */
public final class Policy {

    private final RuleBook book;
    private final Table insurance;
    private final Table claim;
    private final Table subsidy;

    /** A policy that decides by this book; refuses one without the tables {@code insurance}, {@code claim} and {@code subsidy}. */
    public Policy(RuleBook book) {
        this.book = book;
        this.insurance = book.table(TableHead.INSURANCE);
        this.claim = book.table("claim");
        this.subsidy = book.table("subsidy");
    }

    /** 規則集 – the book it decides by. */
    public RuleBook book() {
        return book;
    }

    /** 判定 – what the desk does next. */
    public Determination determine(Reception reception) {
        Rule rule = insurance.decide(reception.day(), situation(reception));
        return new Determination(
                Verdict.of(rule.then()),
                rule,
                rule.then().means().map(means -> claim.decide(reception.day(), means, reception.known())),
                subsidies(reception));
    }

    private List<Rule> subsidies(Reception reception) {
        return reception.subsidies().isEmpty()
                ? List.of()
                : reception.subsidies().stream()
                        .map(one -> subsidy(reception.day(), one))
                        .toList();
    }

    /** 助成の判定 – the row of the table {@code subsidy} for one subsidy. */
    public Rule subsidy(LocalDate day, SubsidyCase one) {
        return subsidy.decide(day, one.participation(), one.connection(), one.reading(), one.proof());
    }

    /** 説明 – why, what decides on other days, and why every other row does not. */
    public Explanation explain(Reception reception) {
        return insurance.explain(reception.day(), insurance.situation(situation(reception)));
    }

    private int situation(Reception reception) {
        return insurance
                .space()
                .at(
                        reception.shown(),
                        Outcome.of(reception.answer()),
                        reception.visit(),
                        reception.insurer(),
                        reception.facility(),
                        reception.occasion(),
                        reception.seen());
    }
}
