package madoguchi.bundle;

import java.time.Clock;
import javax.sql.DataSource;

/** 公布 – puts a bundle where desks fetch it, after the same verification as theirs. */
public final class Publishing {

    private final PublishedStore store;
    private final Verification verification;
    private final Clock clock;

    /** Publishes into the database of a hub, which {@link RuleDatabase#migrate} has prepared. */
    public Publishing(DataSource database, Verification verification, Clock clock) {
        this.store = new PublishedStore(database);
        this.verification = verification;
        this.clock = clock;
    }

    /** 公布する – stores the bundle when it is good; otherwise nothing is stored. */
    public Receipt publish(SignedBundle bundle, TrustedKeys trusted) {
        Receipt receipt = verification.verify(bundle, trusted, store.serial());
        return switch (receipt) {
            case Receipt.Refused refused -> refused;
            case Receipt.Good good ->
                store.add(good.bundle().head(), bundle, clock.instant())
                        ? good
                        : Receipt.Refused.because(Refusal.NOT_NEWER);
        };
    }
}
