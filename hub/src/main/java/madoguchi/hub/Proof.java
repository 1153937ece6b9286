package madoguchi.hub;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import madoguchi.core.Parsed;

/*
 * 22 bytes, high byte first:
 *
 *   1  version in the upper four bits, outcome in the lower four
 *   5  number of the entry in the verification log
 *   4  answered at, seconds since 1970
 *   4  day asked about, days since 1970
 *   8  the first bytes of the entry's hash
 *
 * Version 1: then the signature of 64 bytes over the 22; as base64url 115 characters. Version 2, under load: the proof is one leaf of a small tree of hashes, and
 * only the root is signed (see ProofTree). Then one byte follows with the number of levels in the upper half and the leaf's place in the lower, then 16 bytes a
 * level, then the signature over the root: 138, 159, 180 or 202 characters.
 *
 * The entry's hash covers the question, who asked, and the hash of the entry before. A digest of the question alone would let anybody who holds a token try out
 * numbers and birth dates until one fits; the hash before it, which nobody outside knows, makes that hopeless.
 */

/**
 * 確認証 – the proof that one check was made: which entry of the log, when, for which day, with what outcome. Nothing personal.
 *
 * @param entry number in the verification log, below 2<sup>40</sup>
 * @param answeredAt when, to the second
 * @param outcome what was answered
 * @param day the day asked about
 * @param digest the first 16 hexadecimal digits of the entry's hash
 */
public record Proof(long entry, Instant answeredAt, Outcome outcome, LocalDate day, String digest) {

    static final int ALONE = 1;
    static final int IN_COMPANY = 2;
    private static final int BITS = 4;
    private static final int LOWER = 0x0f;
    static final int LENGTH = 22;
    private static final int DIGITS = 16;
    private static final String PLACE = "確認証 proof";

    static Proof of(Written written, Instant at, Outcome outcome, LocalDate day) {
        return new Proof(
                written.id(),
                Instant.ofEpochSecond(at.getEpochSecond()),
                outcome,
                day,
                written.hash().hex().substring(0, DIGITS));
    }

    /** Whether the entry of the log is the one this proof was given for. */
    boolean fits(Digest hash) {
        return hash.hex().startsWith(digest);
    }

    /** The 22 bytes that are signed, in this version. */
    byte[] content(int version) {
        return ByteBuffer.allocate(LENGTH)
                .put((byte) (version << BITS | outcome.code()))
                .put((byte) (entry >> Integer.SIZE))
                .putInt((int) entry)
                .putInt((int) answeredAt.getEpochSecond())
                .putInt((int) day.toEpochDay())
                .put(HexFormat.of().parseHex(digest))
                .array();
    }

    /** Reads a token and checks its signature; blanks and line breaks in it do not matter. The faults tell a token that is damaged from one that another hub or a forger signed as far as that can be told. */
    public static Parsed<Proof> parse(String typed, VerifyingKey key) {
        Optional<byte[]> token = decoded(typed);
        if (token.isEmpty() || !ProofTree.hasForm(token.get())) {
            return Parsed.fault(
                    PLACE,
                    "確認証の形ではありません。最初から最後まで写したか確かめてください（115文字以上）。",
                    "This has not the form of a proof of check. Make sure that all of it was copied (115 characters or more).");
        }
        if (!ProofTree.isSigned(token.get(), key)) {
            return Parsed.fault(
                    PLACE,
                    "署名がこの資格確認システムのものではありません。写し間違い、別のシステムの確認証、または偽造です。",
                    "The signature is not of this hub: a copying mistake, another hub's proof, or a forgery.");
        }
        return read(ByteBuffer.wrap(token.get()));
    }

    private static Optional<byte[]> decoded(String typed) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(typed.replaceAll("\\s", "")));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static Parsed<Proof> read(ByteBuffer content) {
        int head = Byte.toUnsignedInt(content.get());
        long entry = Byte.toUnsignedLong(content.get()) << Integer.SIZE | Integer.toUnsignedLong(content.getInt());
        Instant at = Instant.ofEpochSecond(Integer.toUnsignedLong(content.getInt()));
        LocalDate day = LocalDate.ofEpochDay(content.getInt());
        byte[] digest = new byte[DIGITS / 2];
        content.get(digest);
        return Outcome.coded(head & LOWER)
                .filter(outcome -> head >> BITS == ALONE || head >> BITS == IN_COMPANY)
                .map(outcome -> Parsed.of(
                        new Proof(entry, at, outcome, day, HexFormat.of().formatHex(digest))))
                .orElseGet(() -> Parsed.fault(
                        PLACE,
                        "新しい版の確認証です。このプログラムを新しくしてください。",
                        "This proof is of a newer version. Update this program."));
    }
}
