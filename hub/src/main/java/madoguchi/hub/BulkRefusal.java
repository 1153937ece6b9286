package madoguchi.hub;

import java.util.List;
import madoguchi.core.Problem;

/**
 * 受け付けない理由 – an RFC 9457 problem with every reason.
 *
 * @param title what the status is called
 * @param status the HTTP status
 * @param detail the first reason
 * @param problems all of them
 */
record BulkRefusal(String title, int status, String detail, List<Problem> problems) {
    BulkRefusal {
        problems = List.copyOf(problems);
    }
}
