package madoguchi.hub;

import java.text.Normalizer;

/** 住所の鍵 – an address without the differences between spellings: width, spaces, 丁目・番地・番・号 and kinds of hyphen. For comparison only; never shown or stored. */
final class AddressKey {

    private AddressKey() {}

    /** The key; two spellings of one address meet, and so may a few different addresses. */
    static String of(String address) {
        String folded = Normalizer.normalize(address, Normalizer.Form.NFKC);
        StringBuilder key = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (!Character.isWhitespace(c)) {
                key.append(isSeparator(c) ? '-' : c);
            }
        }
        return merged(key);
    }

    private static boolean isSeparator(char c) {
        return "-‐‑‒–—―−ー丁目番地号の".indexOf(c) >= 0;
    }

    /** One hyphen for several, none at the end. */
    private static String merged(StringBuilder key) {
        StringBuilder merged = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            boolean again = key.charAt(i) == '-' && (i + 1 == key.length() || key.charAt(i + 1) == '-');
            if (!again) {
                merged.append(key.charAt(i));
            }
        }
        return merged.toString();
    }
}
