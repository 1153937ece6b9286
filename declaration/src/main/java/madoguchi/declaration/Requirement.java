package madoguchi.declaration;

import madoguchi.core.Text;

/**
 * 記入の要否 – whether a field must be filled in.
 *
 * @param level how strongly
 * @param why one sentence for the person at the counter
 * @param ruleId the rule that says so, such as {@code R-UNK-08}
 */
public record Requirement(Level level, Text why, String ruleId) {

    /** 強さ. */
    public enum Level {
        /** 必須 – a declaration without it is filed only when a clerk says that the patient cannot say more. */
        REQUIRED,
        /** お願い – without it the claim may be returned (返戻); said, never refused. */
        ASKED,
        /** 不要. */
        NOT_NEEDED
    }
}
