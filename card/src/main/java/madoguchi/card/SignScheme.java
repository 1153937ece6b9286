package madoguchi.card;

/** 署名方式 – what a card makes of the input of SIGN; which P1 stands for which is data of the {@link TokenProfile} ({@code jpki-reader.md} §2, "SIGN P1 matrix"). */
public enum SignScheme {
    /** The input as it is, padded after PKCS #1 v1.5, 1 to 245 bytes: the caller builds the DigestInfo. On a card with an elliptic curve: the digest as it is. */
    RAW,
    /** The card digests the input and pads the bare digest. */
    CARD_DIGEST_BARE,
    /** A digest comes in; the card builds the DigestInfo. */
    DIGEST,
    /** The card digests and builds the DigestInfo. */
    CARD_DIGEST,
    /** A digest comes in; padded after PSS. */
    DIGEST_PSS,
    /** The card digests; padded after PSS. */
    CARD_DIGEST_PSS
}
