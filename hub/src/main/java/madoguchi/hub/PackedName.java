package madoguchi.hub;

import java.util.Optional;
import madoguchi.core.PersonName;

/*
 * A name of two parts with a reading of two parts becomes two words, each a part with its reading: few families and few given names make up most names. The
 * insured person's name is mostly the holder's own, or differs in the given name only.
 */

/**
 * 詰めた氏名 – the holder's name and that of the insured person.
 *
 * @param holder 氏名
 * @param insured 被保険者氏名
 */
record PackedName(PersonName holder, Optional<String> insured) {

    private static final char WIDE_SPACE = '　';
    private static final char SPACE = ' ';
    static final int NONE = 0;
    static final int SAME = 1;
    static final int FAMILY = 2;
    static final int OTHER = 3;

    static void write(Packing to, PersonName name, Optional<String> insured) {
        int written = name.written().indexOf(WIDE_SPACE);
        int kana = name.kana().map(text -> text.indexOf(SPACE)).orElse(-1);
        to.flag(written >= 0 && kana >= 0);
        if (written >= 0 && kana >= 0) {
            String reading = name.kana().orElseThrow();
            to.shared(name.written().substring(0, written), reading.substring(0, kana));
            to.shared(name.written().substring(written + 1), reading.substring(kana + 1));
        } else {
            to.text(name.written());
            to.optional(name.kana(), Packing::text);
        }
        to.optional(name.other(), Packing::text);
        to.optional(name.otherKana(), Packing::text);
        insured(to, name.written(), insured);
    }

    private static void insured(Packing to, String written, Optional<String> insured) {
        String family = family(written);
        if (insured.isEmpty()) {
            to.bits(NONE, 2);
        } else if (insured.get().equals(written)) {
            to.bits(SAME, 2);
        } else if (!family.isEmpty() && insured.get().startsWith(family)) {
            to.bits(FAMILY, 2);
            to.shared(insured.get().substring(family.length()));
        } else {
            to.bits(OTHER, 2);
            to.text(insured.get());
        }
    }

    static PackedName read(Unpacking from) {
        String written;
        Optional<String> kana;
        if (from.flag()) {
            String[] family = from.pair();
            String[] given = from.pair();
            written = family[0] + WIDE_SPACE + given[0];
            kana = Optional.of(family[1] + SPACE + given[1]);
        } else {
            written = from.text();
            kana = from.optional(Unpacking::text);
        }
        PersonName name = new PersonName(written, kana, from.optional(Unpacking::text), from.optional(Unpacking::text));
        return new PackedName(name, insured(from, written));
    }

    private static Optional<String> insured(Unpacking from, String written) {
        return switch (from.bits(2)) {
            case NONE -> Optional.empty();
            case SAME -> Optional.of(written);
            case FAMILY -> Optional.of(family(written) + from.text());
            default -> Optional.of(from.text());
        };
    }

    /** The family name with the space behind it; empty where there is none. */
    private static String family(String written) {
        return written.substring(0, written.indexOf(WIDE_SPACE) + 1);
    }

    /** Never prints the name. */
    @Override
    public String toString() {
        return "PackedName[…]";
    }
}
