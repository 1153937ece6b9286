package madoguchi.nation;

import java.time.LocalDate;
import madoguchi.core.InsurerNumber;

/** 突合キーの指紋 – 64 bits of what a person is looked up by. Whoever has the same bits is compared in full. */
final class Keys {

    private static final long PRIME = 0x100000001b3L;
    private static final long START = 0xcbf29ce484222325L;

    private Keys() {}

    /** By insurer, number (as its key) and birth date. */
    static long number(InsurerNumber insurer, String numberKey, LocalDate birth) {
        return mixed(letters(letters(START, insurer.digits()), numberKey) * PRIME ^ birth.toEpochDay());
    }

    /** By reading (as its key) and birth date. */
    static long reading(String readingKey, LocalDate birth) {
        return mixed(letters(~START, readingKey) * PRIME ^ birth.toEpochDay());
    }

    private static long letters(long before, String text) {
        long hash = before ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
