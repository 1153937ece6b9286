package madoguchi.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** 読取機の組 – the readers of a facility, each with a session of its own, and which of them a screen shows. */
public final class Kiosks implements AutoCloseable, ApplicationListener<ContextClosedEvent> {

    /** Where a request carries the name of the reader whose screen it is ({@link KioskDevice#place}). */
    public static final String PLACE = "madoguchi.kiosk.place";

    /**
     * 読取機.
     *
     * @param name as the program was told it ({@code --reader}); what staff choose it by
     * @param reader its session
     */
    public record Kiosk(String name, Reader reader) {}

    private final List<Kiosk> all;

    /** These readers; the first is that of every screen of which nobody said otherwise. Throws {@link IllegalArgumentException} when there is none. */
    public Kiosks(List<Kiosk> all) {
        this.all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a facility with a kiosk has a reader");
        }
    }

    /** All of them. */
    public List<Kiosk> all() {
        return all;
    }

    /** The first. */
    public Reader first() {
        return all.getFirst().reader();
    }

    /** The one of that name, or the first. */
    Reader of(Optional<String> place) {
        return all.stream()
                .filter(kiosk -> place.filter(kiosk.name()::equals).isPresent())
                .findFirst()
                .map(Kiosk::reader)
                .orElseGet(this::first);
    }

    /** The one whose screen asked. */
    Reader of(HttpServletRequest request) {
        return of(Optional.ofNullable(request.getAttribute(PLACE)).map(Object::toString));
    }

    /** スマートフォンがかざされた – the one reader for phones serves all: it belongs to the screen that waits for a phone, and to the first where none does. */
    public void phoneHeld() {
        all.stream()
                .map(Kiosk::reader)
                .filter(reader -> reader.now().session().state() instanceof State.PhoneHold)
                .findFirst()
                .orElseGet(this::first)
                .hand(new Event.PhoneHeld())
                .join();
    }

    /** Ends the streams to the screens. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        all.forEach(kiosk -> kiosk.reader().onApplicationEvent(event));
    }

    /** Takes nothing more. */
    @Override
    public void close() {
        all.forEach(kiosk -> kiosk.reader().close());
    }
}
