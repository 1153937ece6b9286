package madoguchi.uke;

import java.util.OptionalInt;

/** 負担区分 – which payers of the receipt carry a line, as one letter or digit. Source: {@code claims-uke.md} §5.2 (official). A set of payers is a bit mask: bit 0 is 医保, bits 1 to 4 are 第1～第4公費. */
public final class Burden {

    /** 医保. */
    public static final int INSURANCE = 1;

    private static final String SIGNS = "156BC23EG7HIJKL4MNOPQRSTUVWXYZ9";
    private static final String[] PAYERS = {
        "0", "1", "2", "3", "4", "01", "02", "03", "04", "12", "13", "14", "23", "24", "34", "012", "013", "014", "023",
        "024", "034", "123", "124", "134", "234", "0123", "0124", "0134", "0234", "1234", "01234"
    };
    private static final int[] MASKS = masks();

    private Burden() {}

    private static int[] masks() {
        int[] masks = new int[128];
        for (int i = 0; i < PAYERS.length; i++) {
            for (char payer : PAYERS[i].toCharArray()) {
                masks[SIGNS.charAt(i)] |= 1 << (payer - '0');
            }
        }
        return masks;
    }

    /** The payers of a sign; empty when the table has no such sign. 9 is all of them. */
    public static OptionalInt payers(char sign) {
        return sign < 128 && MASKS[sign] != 0 ? OptionalInt.of(MASKS[sign]) : OptionalInt.empty();
    }

    /** The sign of a set of payers (bits 0 to 4); empty for none or for a bit beyond. All five are 9. */
    public static java.util.Optional<Character> sign(int payers) {
        for (int i = 0; i < PAYERS.length; i++) {
            if (MASKS[SIGNS.charAt(i)] == payers) {
                return java.util.Optional.of(SIGNS.charAt(i));
            }
        }
        return java.util.Optional.empty();
    }
}
