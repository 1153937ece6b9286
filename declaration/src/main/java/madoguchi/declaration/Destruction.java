package madoguchi.declaration;

import java.time.Instant;

/**
 * 破棄の記録 – all that stays of a destroyed declaration: nothing personal.
 *
 * @param declaration its id
 * @param at when
 * @param operator who
 * @param reason why
 */
public record Destruction(String declaration, Instant at, String operator, DestructionReason reason) {}
