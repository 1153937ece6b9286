package madoguchi.core;

import java.time.Instant;

/** 認証の開始 – what the hub gives for one authentication. */
public sealed interface Challenged {

    /**
     * 乱数の発行 – a nonce that the card must sign; it serves once, and only the facility that asked for it.
     *
     * @param name names the nonce in the {@link Presentation}; opaque
     * @param nonce 32 random bytes: the message to be signed, not yet hashed
     * @param until the first instant at which it no longer serves
     */
    record Issued(String name, Octets nonce, Instant until) implements Challenged {}

    /**
     * 応答なし – nobody gave one; try again.
     *
     * @param trouble which hop failed
     */
    record Unreachable(Answer.Unreachable trouble) implements Challenged {}
}
