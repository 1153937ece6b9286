package madoguchi.policy;

/** 判定の窓口 – decides receptions by one book of rules. Pure and total: the same reception always gets the same determination, and every reception gets one. */
public final class Policy {

    private final RuleBook book;
    private final Table insurance;

    /** A policy that decides by this book; refuses one without the table {@code insurance}. */
    public Policy(RuleBook book) {
        this.book = book;
        this.insurance = book.table(TableHead.INSURANCE);
    }

    /** 規則集 – the book it decides by. */
    public RuleBook book() {
        return book;
    }

    /** 判定 – what the desk does next. */
    public Determination determine(Reception reception) {
        Rule rule = insurance.decide(reception.day(), situation(reception));
        return new Determination(Verdict.of(rule.then()), rule);
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
