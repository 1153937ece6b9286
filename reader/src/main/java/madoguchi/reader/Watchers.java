package madoguchi.reader;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** 画面への知らせ – tells the open screens that something changed. It says that, never what: no personal data travels here. */
final class Watchers {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Set<SseEmitter> screens = ConcurrentHashMap.newKeySet();

    /** A new stream for one open screen; the browser comes back by itself when it ends. */
    SseEmitter open() {
        SseEmitter screen = new SseEmitter(LONGEST.toMillis());
        screen.onCompletion(() -> screens.remove(screen));
        screen.onTimeout(screen::complete);
        screen.onError(gone -> screens.remove(screen));
        screens.add(screen);
        send(screen, SseEmitter.event().name("hello").data("").reconnectTime(1000));
        return screen;
    }

    void changed() {
        // A stalled browser must not hold up the session.
        Thread.ofVirtual()
                .name("reader-live")
                .start(() -> screens.forEach(screen ->
                        send(screen, SseEmitter.event().name("changed").data(""))));
    }

    private void send(SseEmitter screen, SseEmitter.SseEventBuilder event) {
        try {
            screen.send(event);
        } catch (IOException | IllegalStateException gone) {
            screens.remove(screen);
        }
    }

    void end() {
        screens.forEach(SseEmitter::complete);
    }
}
