package madoguchi.hub;

import javax.sql.DataSource;
import madoguchi.core.Parsed;

/** 確認証の照合 – reads a proof of check against the log it was given from. */
public final class Proofs {

    /** 照合の結果 – what the log says about a proof whose signature is right. */
    public sealed interface Matched {

        /** 一致 – the log holds the very entry. */
        record Confirmed(Proof proof, LoggedVerification entry) implements Matched {}

        /** 不一致 – the log holds another entry under that number: the log was changed, or it is not the log of this hub. */
        record Different(Proof proof) implements Matched {}

        /** 記録なし – the log has no such entry: it was cut, or it is not the log of this hub. */
        record Missing(Proof proof) implements Matched {}
    }

    private final AuditStore rows;
    private final LedgerStore ledger;
    private final VerifyingKey key;

    /** Proofs of the hub whose public key this is, against its database. */
    public Proofs(DataSource database, VerifyingKey key) {
        this.rows = new AuditStore(database);
        this.ledger = new LedgerStore(database);
        this.key = key;
    }

    /** What became of a token; faults where it is not a proof of this hub. */
    public Parsed<Matched> match(String token) {
        return Proof.parse(token, key).map(this::match);
    }

    private Matched match(Proof proof) {
        return ledger.verification(proof.entry())
                .<Matched>map(
                        entry -> isTheVery(proof) ? new Matched.Confirmed(proof, entry) : new Matched.Different(proof))
                .orElseGet(() -> new Matched.Missing(proof));
    }

    /** The entry carries the hash of the proof, and what stands in it hashes to that. */
    private boolean isTheVery(Proof proof) {
        return rows.row(proof.entry())
                .filter(row -> row.hash().filter(proof::fits).isPresent())
                .filter(row -> row.wasWrittenAs(proof.entry()))
                .isPresent();
    }
}
