package madoguchi.account;

/**
 * 操作した人 – who changes an account, for the audit.
 *
 * @param actor a login name, or the name of a program such as {@code cli}
 * @param remote the network address; empty for a program on the same machine
 */
public record By(String actor, String remote) {

    /** A program on the same machine, such as {@code cli} or {@code demo}. */
    public static By program(String name) {
        return new By(name, "");
    }
}
