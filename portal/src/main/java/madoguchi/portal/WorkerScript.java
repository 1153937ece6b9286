package madoguchi.portal;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 回線がないときの台本 – {@code /portal/worker.js}: the service worker, allowed for {@code /portal} and below only. It keeps the page that says "not live" and nothing of anybody. */
@RestController
public final class WorkerScript {

    WorkerScript() {}

    /** The script. */
    @GetMapping("/portal/worker.js")
    ResponseEntity<ClassPathResource> script() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .header("Service-Worker-Allowed", Front.HOME)
                .body(new ClassPathResource("madoguchi/portal/worker.js"));
    }
}
