package madoguchi.uke;

import java.util.Optional;
import madoguchi.core.Text;

/** 記録のコード – a value of a code table of claim files ({@code claims-uke.md} §5). */
public interface Code {

    /** The code in files. */
    String code();

    /** The name on screens. */
    Text label();

    /** How sure the table is. */
    default Certainty certainty() {
        return Certainty.HIGH;
    }

    /** The value with this code; empty when the table does not have it (later editions add codes). */
    static <E extends Enum<E> & Code> Optional<E> find(Class<E> table, String code) {
        for (E value : table.getEnumConstants()) {
            if (value.code().equals(code)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
