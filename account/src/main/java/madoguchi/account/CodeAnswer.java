package madoguchi.account;

import java.time.Instant;

/** コードの結果 – what became of a one-time code. Only somebody who knew the password gets one of these, so it may say more than the first step. */
sealed interface CodeAnswer {

    /** Both factors are right. */
    record Open(Staff staff) implements CodeAnswer {}

    /** The code is wrong, too old, or was used before. */
    record Wrong() implements CodeAnswer {}

    /** Too many tries; nothing was compared. */
    record Locked(Instant until) implements CodeAnswer {}

    /** The account was stopped or changed since the password, or the password is too long ago. */
    record StartAgain() implements CodeAnswer {}
}
