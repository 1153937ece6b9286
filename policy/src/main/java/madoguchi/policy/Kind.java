package madoguchi.policy;

import madoguchi.core.Text;

/** 区分 – one value of a finite list that rule rows name: a constant of the program, or a {@link Word} that a rules file lists itself. */
public interface Kind {

    /** The word in rule files: lower case with hyphens, {@code card-unreadable}. */
    String word();

    /** The name on screens and in the rendered rules. */
    Text label();

    /** The place in its list, from 0; an index within one running program, never stored. */
    int ordinal();
}
