package madoguchi.jpki;

import java.time.Instant;

/** 失効情報 – what the authority says about one certificate. That it has expired is no part of it. */
public sealed interface RevocationStatus {

    /** 有効 – neither revoked nor on hold. */
    record Good() implements RevocationStatus {}

    /**
     * 失効 – for good.
     *
     * @param why 失効事由
     * @param at when
     */
    record Revoked(RevocationReason why, Instant at) implements RevocationStatus {}

    /**
     * 一時保留 – the card was reported as lost; may be released.
     *
     * @param at since when
     */
    record OnHold(Instant at) implements RevocationStatus {}

    /** 不明 – the authority never issued such a certificate, though its key signed it. */
    record Unknown() implements RevocationStatus {}

    /** 確認できない – nobody who was asked gave an answer that can be trusted. Says nothing about the certificate. */
    record Unconfirmed() implements RevocationStatus {}
}
