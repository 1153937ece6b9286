package madoguchi.core;

import java.time.LocalDate;
import java.util.List;

/**
 * 一括照会 – many questions about one day, put together, answered later.
 *
 * @param id the asker's name of this request, 1 to 64 letters, digits, hyphens or underscores: the same id is the same request, however often it is sent
 * @param day 資格確認日 of all of them
 * @param caller who asks
 * @param questions in the order in which the results come back
 */
public record BulkRequest(String id, LocalDate day, Caller caller, List<BulkQuestion> questions) {

    /** Copies the list. */
    public BulkRequest {
        questions = List.copyOf(questions);
    }
}
