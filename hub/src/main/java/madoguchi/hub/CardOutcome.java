package madoguchi.hub;

import madoguchi.core.CardRefusal;

/** カード認証の記録の結果 – what the log says became of a presentation; finer than what the reader is told. */
enum CardOutcome {
    ADMITTED,
    ADMITTED_IN_GRACE,
    NOT_ENROLLED,
    ENROLLED,
    UNREACHABLE,
    NONCE_UNKNOWN,
    NONCE_USED,
    NONCE_EXPIRED,
    NONCE_OF_ANOTHER,
    EXPIRED,
    REVOKED,
    ON_HOLD,
    NOT_YET_VALID,
    UNKNOWN_ISSUER,
    WRONG_CERTIFICATE,
    WRONG_SIGNATURE,
    WRONG_TOKEN,
    STATUS_UNCONFIRMED,
    NOT_ENROLLABLE;

    static CardOutcome of(CardRefusal refusal) {
        return switch (refusal) {
            case EXPIRED -> EXPIRED;
            case REVOKED -> REVOKED;
            case ON_HOLD -> ON_HOLD;
            case NOT_YET_VALID -> NOT_YET_VALID;
            case UNKNOWN_ISSUER -> UNKNOWN_ISSUER;
            case WRONG_CERTIFICATE -> WRONG_CERTIFICATE;
            case WRONG_SIGNATURE -> WRONG_SIGNATURE;
            case WRONG_TOKEN -> WRONG_TOKEN;
            case STALE_NONCE -> NONCE_UNKNOWN;
            case STATUS_UNCONFIRMED -> STATUS_UNCONFIRMED;
            case NOT_ENROLLABLE -> NOT_ENROLLABLE;
        };
    }
}
