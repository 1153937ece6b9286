package madoguchi.declaration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import madoguchi.core.Text;

/** 選択肢 – one of the boxes of the form, by a word that rule tables, the database and the screen share. */
public interface Choice {

    /** The Java name; every enum has it. */
    String name();

    /** What stands beside the box. */
    Text label();

    /** The word: {@code LATE_ELDERLY} is {@code late-elderly}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value with this word; empty when there is none. */
    static <E extends Enum<E> & Choice> Optional<E> find(Class<E> list, String word) {
        return Arrays.stream(list.getEnumConstants())
                .filter(choice -> choice.word().equals(word))
                .findFirst();
    }
}
