package madoguchi.core;

import java.time.Instant;
import java.util.Map;

/** 同意の登録の結果. */
public sealed interface Consented {

    /**
     * 登録済 – on disk.
     *
     * @param reply the answer as it is shown with these consents (it now carries the specific-disease certificate, if that was consented to)
     * @param until for each consent given, the first instant without it
     */
    record Recorded(Reply reply, Map<ConsentScope, Instant> until) implements Consented {
        /** Copies the map. */
        public Recorded {
            until = Map.copyOf(until);
        }
    }

    /** 期限切れの手続き – the opening is unknown, over, or another facility's; the card must be presented again. */
    record Stale() implements Consented {}

    /** 同意できない – the certificate is in grace, or nobody's: only eligibility is given and no consent taken. */
    record NotTaken() implements Consented {}

    /**
     * 応答なし.
     *
     * @param trouble which hop failed
     */
    record Unreachable(Answer.Unreachable trouble) implements Consented {}
}
