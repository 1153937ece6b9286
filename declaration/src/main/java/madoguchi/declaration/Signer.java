package madoguchi.declaration;

import java.util.Locale;

/** 署名する人 – who signs the form (※5). */
public enum Signer {
    /** 本人. */
    SELF,
    /** 保護者など. */
    GUARDIAN;

    /** The word in rule tables: {@code guardian}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
