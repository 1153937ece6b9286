package madoguchi.subsidy;

import java.time.Instant;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 断った試み – a token that was sent and not taken, for the operator's page.
 *
 * @param at when
 * @param token which; absent where it was none of ours
 * @param kind why
 * @param source the caller's address
 */
public record RefusedTry(Instant at, Optional<Long> token, Kind kind, String source) {

    /** 理由; the names are those of the log. */
    public enum Kind {
        /** どのトークンでもない. */
        UNKNOWN("知らないトークン", "unknown token"),
        /** 期限切れ. */
        EXPIRED("期限切れ", "expired"),
        /** 失効. */
        WITHDRAWN("失効", "revoked"),
        /** 間違いが多く、しばらく断る. */
        TOO_MANY("間違いが多く、15分断る", "too many: closed for 15 minutes");

        private final Text label;

        Kind(String ja, String en) {
            this.label = new Text(ja, en);
        }

        /** In words. */
        public Text label() {
            return label;
        }
    }
}
