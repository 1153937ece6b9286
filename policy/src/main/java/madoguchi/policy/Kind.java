package madoguchi.policy;

import java.util.Locale;
import madoguchi.core.Text;

/** 区分 – one value of a finite list that rule rows name. */
public interface Kind {

    /** The enum constant's name. */
    String name();

    /** The name on screens and in the rendered rules. */
    Text label();

    /** The word in rule files: lower case with hyphens, {@code card-unreadable}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
