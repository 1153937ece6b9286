package madoguchi.core;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 到着 – a result that came to the desk by itself because a patient used the card reader.
 *
 * @param id names the result at its source (the file's name); the same result arriving twice has the same id
 * @param day 資格確認日
 * @param kind 照会区分
 * @param reply the answer
 * @param answers 読取機での回答; absent where the source tells none
 * @param phone whether it was a smartphone; absent where the source does not tell
 */
public record Arrival(
        String id,
        LocalDate day,
        InquiryKind kind,
        Reply reply,
        Optional<ReaderAnswers> answers,
        Optional<Boolean> phone) {

    /** A result of which nobody tells whether it was a card or a phone. */
    public Arrival(String id, LocalDate day, InquiryKind kind, Reply reply, Optional<ReaderAnswers> answers) {
        this(id, day, kind, reply, answers, Optional.empty());
    }

    /** A result that tells nothing of what was answered at the reader. */
    public Arrival(String id, LocalDate day, InquiryKind kind, Reply reply) {
        this(id, day, kind, reply, Optional.empty());
    }
}
