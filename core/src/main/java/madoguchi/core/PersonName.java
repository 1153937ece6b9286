package madoguchi.core;

import java.util.Optional;

/**
 * 氏名 – a name with its original code points (never normalised; 髙, 﨑, 𠮷 and variation selectors stay) and its reading.
 *
 * <p>A character that could not be carried arrives as ● (黒丸, {@code characters.md}); it stays ●.
 *
 * @param written 氏名, family and given name separated by a full-width space
 * @param kana 氏名カナ as it came (the terminal's files use half-width kana)
 * @param other 氏名（その他）– an additional registered name (通称)
 * @param otherKana 氏名カナ（その他）
 */
public record PersonName(String written, Optional<String> kana, Optional<String> other, Optional<String> otherKana) {

    private static final int BLACK_CIRCLE = '●';

    /** Throws {@link IllegalArgumentException} when blank. */
    public PersonName {
        if (written.isBlank()) {
            throw new IllegalArgumentException("a name is not blank");
        }
    }

    /** A name with its kana and nothing else. */
    public static PersonName of(String written, String kana) {
        return new PersonName(written, Optional.of(kana), Optional.empty(), Optional.empty());
    }

    /** Whether a character was lost on the way (黒丸文字). Eligibility is not in doubt because of it (R-BLK-01). */
    public boolean hasBlackCircle() {
        return written.indexOf(BLACK_CIRCLE) >= 0;
    }

    /** The kana in full width, for screens; the written name where there is no kana. */
    public String reading() {
        return kana.map(text -> java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC))
                .orElse(written);
    }

    /** Never prints the name: this value may end in a log line. */
    @Override
    public String toString() {
        return "PersonName[…]";
    }
}
