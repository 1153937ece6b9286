package madoguchi.subsidy;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.core.BlackCircle;
import madoguchi.core.Holder;
import madoguchi.core.Sex;

/*
 * A certificate tied to the wrong My Number would be handed to another person at every counter: so who seems to be somebody else is kept aside. Anything less is only
 * said: family names change by marriage, names from abroad are put in another order, insurers and municipalities write addresses and old forms of characters differently. Neither says which item differs, or what stands in the
 * register: item by item, somebody could be searched for by guessing – an address, for instance.
 */

/**
 * 基本5情報 – who a municipality says the person of a My Number is. Lives until it was compared, and is kept nowhere.
 *
 * @param name 氏名
 * @param kana カナ氏名
 * @param address 住所
 * @param birth 生年月日
 * @param sex 1, 2, or 3 = not known
 */
record BasicFive(String name, String kana, String address, LocalDate birth, String sex) {

    /** Letters of the kana that registers write small or large as they please. */
    private static final String SMALL = "ァィゥェォッャュョヮヵヶ";

    private static final String LARGE = "アイウエオツヤユヨワカケ";

    /** What to say of it beside these registrations of the same My Number: the mildest that any of them leaves; nothing where there is none. */
    Optional<RecordCode> against(Collection<Holder> registered) {
        return registered.stream()
                .map(this::against)
                .min(Comparator.naturalOrder())
                .flatMap(Difference::code);
    }

    private enum Difference {
        NONE,
        SOME,
        SOMEBODY_ELSE;

        Optional<RecordCode> code() {
            return switch (this) {
                case NONE -> Optional.empty();
                case SOME -> Optional.of(RecordCode.BASICS_DIFFER);
                case SOMEBODY_ELSE -> Optional.of(RecordCode.SOMEBODY_ELSE);
            };
        }
    }

    private Difference against(Holder holder) {
        boolean sameName = BlackCircle.mayEqual(plain(name), plain(holder.name().written()));
        String registered = holder.name().kana().orElse(kana);
        boolean sameKana =
                large(registered).equals(large(kana)) || parts(registered).equals(parts(kana));
        boolean related = sameName || sameKana || !Collections.disjoint(parts(registered), parts(kana));
        if (!birth.equals(holder.birth()) || !related) {
            return Difference.SOMEBODY_ELSE;
        }
        return sameName && sameKana && sameSex(holder) && sameAddress(holder) ? Difference.NONE : Difference.SOME;
    }

    /* Family and given names, in whatever order. */
    private static Set<String> parts(String kana) {
        return Stream.of(
                        Normalizer.normalize(kana, Normalizer.Form.NFKC).strip().split("\\s+"))
                .map(BasicFive::large)
                .collect(Collectors.toSet());
    }

    private boolean sameSex(Holder holder) {
        return sex.equals(Sex.UNSET.code())
                || holder.sex() == Sex.UNSET
                || sex.equals(holder.sex().code())
                || sex.equals(holder.shownSex().code());
    }

    private boolean sameAddress(Holder holder) {
        return holder.address()
                .map(registered -> plain(registered).equals(plain(address)))
                .orElse(true);
    }

    /* Full and half width, spaces, and kinds of hyphen make no difference. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s　]", "")
                .replaceAll("[‐-―−ｰー－]", "-")
                .toUpperCase(Locale.ROOT);
    }

    private static String large(String kana) {
        StringBuilder large = new StringBuilder();
        for (char letter : plain(kana).toCharArray()) {
            int small = SMALL.indexOf(letter);
            large.append(small < 0 ? letter : LARGE.charAt(small));
        }
        return large.toString();
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "BasicFive[…]";
    }
}
