package madoguchi.assist;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 答えのなかった質問 – as it is kept, without anything that could name a person.
 *
 * @param seq its number
 * @param day when it was asked
 * @param words what was kept of it; □ for every word that was dropped
 * @param why {@code NOTHING_FOUND} or {@code NOT_HELPFUL}
 * @param doneBy the administrator who saw to it; absent while nobody has
 */
public record KeptQuestion(long seq, LocalDate day, String words, Why why, Optional<String> doneBy) {

    /** なぜ残したか. */
    public enum Why {
        /** 見つからなかった. */
        NOTHING_FOUND,
        /** 役に立たなかったと言われた. */
        NOT_HELPFUL
    }
}
