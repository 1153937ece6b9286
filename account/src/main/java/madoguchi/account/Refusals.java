package madoguchi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import madoguchi.account.pages.StaticTemplates;
import madoguchi.core.Text;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** 断り – where a request goes that may not pass: to the next step of signing in, from a front page that is not this role's to the first page that is, or to a page that says why in plain words. A script gets a status instead of a page it would misread. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Frames frames;
    private final Return back;

    Refusals(Frames frames, Return back) {
        this.frames = frames;
        this.back = back;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        lead(request, response, "/login");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (cause instanceof CsrfException) {
            write(response, Doorway.given(Doorway.CODE).isPresent() ? forged(request) : tooLate(request));
        } else if (Doorway.given(Doorway.CODE).isEmpty()) {
            back.cache().saveRequest(request, response);
            lead(request, response, "/login/code");
        } else {
            String home = home(request).href();
            if (request.getRequestURI().equals("/") && !home.equals("/") && Return.isPage(request)) {
                lead(request, response, home);
            } else {
                write(response, notAllowed(request));
            }
        }
    }

    private static void lead(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        if (Return.isPage(request)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", path);
        } else {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        }
    }

    private ResponseEntity<String> notAllowed(HttpServletRequest request) {
        return page(
                request,
                new Text("この画面は開けません", "This page is not open to you"),
                new Text("あなたの役割では、この画面を使えません。", "Your role does not include this page."),
                new Text(
                        "仕事に必要なときは、施設の管理者に役割の変更を頼んでください。",
                        "If your work needs it, ask your facility's administrator to change your role."),
                home(request));
    }

    private ResponseEntity<String> tooLate(HttpServletRequest request) {
        return page(
                request,
                new Text("もう一度サインインしてください", "Please sign in again"),
                new Text("画面を開いてから時間がたち、送信できませんでした。", "The page was open too long and could not be sent."),
                new Text("入力した内容は保存されていません。", "Nothing you entered was stored."),
                new Frame.Link("/login", new Text("サインインへ", "To sign-in")));
    }

    private ResponseEntity<String> forged(HttpServletRequest request) {
        return page(
                request,
                new Text("送信できませんでした", "Could not be sent"),
                new Text("画面が古くなっていたので、安全のため受け付けませんでした。", "The page was out of date and was refused for safety."),
                new Text("画面を開き直して、もう一度入力してください。", "Open the page again and enter it once more."),
                home(request));
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, Text title, Text happened, Text doNow, Frame.Link next) {
        Frame frame = frames.of(request, title);
        return Html.page(HttpStatus.FORBIDDEN, frame, TEMPLATES.refused(frame, happened, doNow, next));
    }

    private Frame.Link home(HttpServletRequest request) {
        return new Frame.Link(Return.home(frames.of(request, Text.same(""))), new Text("最初の画面へ", "To the front page"));
    }

    private static void write(HttpServletResponse response, ResponseEntity<String> answer) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        String body = answer.getBody();
        response.getOutputStream().write((body == null ? "" : body).getBytes(StandardCharsets.UTF_8));
    }
}
