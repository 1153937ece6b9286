package madoguchi.subsidy;

import java.time.Instant;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * トークン – by which a municipality's machine shows who it is, beside the client certificate. Its text is not among what is known of it.
 *
 * @param number names it, as in its own text
 * @param municipality for whom it speaks, and for nobody else
 * @param issued when it was issued
 * @param by by which account or program
 * @param expires first instant at which it is worth nothing
 * @param note for what it is, in the issuer's words
 * @param lastUsed when it was used last, to the minute
 * @param revoked when it was revoked
 */
public record ApiToken(
        long number,
        MunicipalityCode municipality,
        Instant issued,
        String by,
        Instant expires,
        String note,
        Optional<Instant> lastUsed,
        Optional<Instant> revoked) {

    /** 状態. */
    public enum State {
        /** 有効. */
        VALID("●", "有効", "valid"),
        /** 期限切れ. */
        EXPIRED("✕", "期限切れ", "expired"),
        /** 失効. */
        REVOKED("✕", "失効", "revoked");

        private final String sign;
        private final Text label;

        State(String sign, String ja, String en) {
            this.sign = sign;
            this.label = new Text(ja, en);
        }

        /** A sign beside the words. */
        public String sign() {
            return sign;
        }

        /** In words. */
        public Text label() {
            return label;
        }
    }

    /** How it stands at an instant; what was revoked stays so. */
    public State state(Instant now) {
        if (revoked.isPresent()) {
            return State.REVOKED;
        }
        return now.isBefore(expires) ? State.VALID : State.EXPIRED;
    }
}
