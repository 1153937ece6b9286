package madoguchi.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import madoguchi.web.pages.StaticTemplates;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** 画面の応答 – puts a page's content into the layout and makes an HTTP response of it. Pages are never cached: they may show a patient. */
public final class Html {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8);

    private Html() {}

    /** A page with status 200. */
    public static ResponseEntity<String> page(Frame frame, Content content) {
        return page(HttpStatus.OK, frame, content);
    }

    /** A page with another status, such as 422 for a form with faults. */
    public static ResponseEntity<String> page(HttpStatus status, Frame frame, Content content) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(render(TEMPLATES.layout(frame, content)));
    }

    /** The HTML of a part, for a fragment that a script puts into an open page. */
    public static String render(Content content) {
        StringOutput text = new StringOutput();
        TemplateOutput escaping = new OwaspHtmlTemplateOutput(text);
        content.writeTo(escaping);
        return text.toString();
    }

    /** A text field with its label, hint, what was understood, and its faults. */
    public static Content field(Frame frame, Form form, Field field) {
        return TEMPLATES.field(frame, form, field);
    }

    /** A page that says what happened and what to do now. */
    public static Content notice(
            Frame frame, madoguchi.core.Text happened, madoguchi.core.Text doNow, String reference) {
        return TEMPLATES.notice(frame, happened, doNow, reference);
    }
}
