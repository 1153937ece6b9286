package madoguchi.app;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import madoguchi.core.Text;
import madoguchi.hub.DatabaseTrouble;
import madoguchi.json.CoreJson;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 誤りの画面 – what happened, what to do now, and a number under which the log knows it. */
@RestController
final class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Frames frames;

    ErrorPages(Frames frames) {
        this.frames = frames;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<String> error(HttpServletRequest request) {
        Throwable cause =
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable broken ? broken : null;
        Optional<DatabaseTrouble> database = Optional.ofNullable(cause).flatMap(DatabaseTrouble::of);
        HttpStatus status = database.isPresent() ? HttpStatus.SERVICE_UNAVAILABLE : status(request);
        Text title = database.map(DatabaseTrouble::what).orElseGet(() -> title(status));
        String reference = UUID.randomUUID().toString().substring(0, 8);
        if (status.is5xxServerError()) {
            LOG.error("[{}] a page failed", reference, cause);
        }
        if (isService(request)) {
            return problem(status, title, reference);
        }
        Frame frame = frames.of(request, title);
        return Html.page(status, frame, Html.notice(frame, title, advice(status), reference));
    }

    /* Software asked, not a person. */
    private static boolean isService(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith("/api/");
    }

    private static ResponseEntity<String> problem(HttpStatus status, Text title, String reference) {
        Problem problem = new Problem(status.getReasonPhrase(), status.value(), title.toString(), reference);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(CoreJson.mapper().writeValueAsString(problem));
    }

    private record Problem(String title, int status, String detail, String reference) {}

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    private static Text title(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> new Text("そのページはありません", "There is no such page");
            case UNAUTHORIZED -> new Text("サインインが要ります", "Sign in first");
            case FORBIDDEN -> new Text("このページを開く権限がありません", "You may not open this page");
            default ->
                status.is4xxClientError()
                        ? new Text("受け付けられない操作でした", "This request was not accepted")
                        : new Text("処理の途中で問題が起きました", "Something went wrong here");
        };
    }

    private static Text advice(HttpStatus status) {
        return status.is4xxClientError()
                ? new Text("受付の画面に戻って、もう一度操作してください。", "Go back to the reception page and try again.")
                : new Text(
                        "入力はそのままで、もう一度操作してください。続くときは問い合わせ番号を管理者に伝えてください。",
                        "Try again. If it goes on, tell the administrator the reference number.");
    }
}
