package madoguchi.jpki;

/** 失効事由 – why a certificate ended before its term. How the authority's own causes (death, leaving the country, return of the card, re-issue …) map to these of RFC 5280 is not public; this is our reading. */
public enum RevocationReason {
    /** 事由なし. */
    UNSPECIFIED(0),
    /** 鍵の危殆化. */
    KEY_COMPROMISE(1),
    /** 更新・再発行 – another certificate took its place. */
    SUPERSEDED(4),
    /** 利用の終了 – the holder asked for it, died, left the country or gave the card back. */
    CESSATION(5);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    /** CRLReason of RFC 5280 §5.3.1. */
    int code() {
        return code;
    }

    /** Reads a CRLReason; any other than ours is {@link #UNSPECIFIED}. */
    static RevocationReason of(int code) {
        for (RevocationReason reason : values()) {
            if (reason.code == code) {
                return reason;
            }
        }
        return UNSPECIFIED;
    }
}
