package madoguchi.declaration;

import java.util.Optional;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Text;

/** 一部負担金の割合 – the share the patient states. If it is wrong, the insurer may settle the difference later (R-UNK-10). */
public enum StatedShare implements Choice {
    /** 3割. */
    THIRTY(Optional.of(new CopaymentRate(30)), "3割", "30%"),
    /** 2割. */
    TWENTY(Optional.of(new CopaymentRate(20)), "2割", "20%"),
    /** 1割. */
    TEN(Optional.of(new CopaymentRate(10)), "1割", "10%"),
    /** わからない. */
    UNKNOWN(Optional.empty(), "わからない", "does not know");

    private final Optional<CopaymentRate> rate;
    private final Text label;

    StatedShare(Optional<CopaymentRate> rate, String ja, String en) {
        this.rate = rate;
        this.label = new Text(ja, en);
    }

    /** The rate; empty for わからない. */
    public Optional<CopaymentRate> rate() {
        return rate;
    }

    @Override
    public Text label() {
        return label;
    }
}
