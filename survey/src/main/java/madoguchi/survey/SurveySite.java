package madoguchi.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import madoguchi.core.Text;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * 調査の画面の共通部分 – what the pages of a survey share.
 *
 * @param surveys where the rounds are
 * @param frames around every page
 */
record SurveySite(Surveys surveys, Frames frames) {

    static final String PATH = "/survey";
    static final String ROUND = PATH + "/rounds/{number}";

    /** The frame of a page; after a form was sent, its language switch leads to the overview. */
    Frame frame(HttpServletRequest request, String ja, String en) {
        Frame frame = frames.of(request, new Text(ja, en));
        return new Frame(
                frame.lang(),
                frame.title(),
                frame.place(),
                frame.user(),
                frame.csrf(),
                request.getMethod().equals("GET") ? frame.address() : PATH,
                frame.links(),
                List.of());
    }

    /** Sends the browser on. */
    static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }

    /** The page of a round; 404 where there is none of this number. */
    ResponseEntity<String> of(int number, Function<Round, ResponseEntity<String>> page) {
        return surveys.rounds()
                .of(number)
                .map(page)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** A table as a file to keep. */
    static ResponseEntity<byte[]> csv(String name, String csv) {
        return file(name, new MediaType("text", "csv", StandardCharsets.UTF_8), csv.getBytes(StandardCharsets.UTF_8));
    }

    /** A file to keep; never cached. */
    static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }
}
