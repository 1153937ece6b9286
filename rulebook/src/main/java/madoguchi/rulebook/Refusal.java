package madoguchi.rulebook;

import java.util.List;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.json.CoreJson;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * 断り（RFC 9457） – the problem document of a request that was not answered.
 *
 * @param type always {@code about:blank}: the status says the kind
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what happened and what to do, in both languages
 * @param errors every fault, by field
 */
record Refusal(String type, String title, int status, String detail, List<Fault> errors) {

    /** The most faults one document lists. */
    static final int MOST = 200;

    /**
     * 誤り.
     *
     * @param field the name of the field; in a batch with the item before it, {@code [3].shown}; empty for the body as a whole
     * @param ja what is wrong, in Japanese
     * @param en the same in English
     */
    record Fault(String field, String ja, String en) {

        private static Fault of(Problem problem) {
            return new Fault(
                    problem.place(), problem.reason().ja(), problem.reason().en());
        }
    }

    /** The response without faults of fields. */
    static ResponseEntity<String> of(HttpStatus status, String ja, String en) {
        return of(status, new Text(ja, en), List.of());
    }

    /** The response that names every fault. */
    static ResponseEntity<String> of(HttpStatus status, List<Problem> problems) {
        int more = problems.size() - MOST;
        Text detail = more > 0
                ? new Text(
                        "誤りが " + problems.size() + " あります。はじめの " + MOST + " を示します。",
                        problems.size() + " faults; the first " + MOST + " follow.")
                : new Text(
                        "誤りが " + problems.size() + " あります。",
                        problems.size() == 1 ? "One fault." : problems.size() + " faults.");
        return of(status, detail, problems);
    }

    private static ResponseEntity<String> of(HttpStatus status, Text detail, List<Problem> problems) {
        Refusal refusal = new Refusal(
                "about:blank",
                status.getReasonPhrase(),
                status.value(),
                detail.toString(),
                problems.stream().limit(MOST).map(Fault::of).toList());
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(CoreJson.mapper().writeValueAsString(refusal));
    }
}
