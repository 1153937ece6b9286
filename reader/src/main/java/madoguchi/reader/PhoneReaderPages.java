package madoguchi.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.reader.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 汎用カードリーダーの画面 – {@code /phone-reader}: a member of staff chooses a connected reader, tries it with their own card, gives it a name, and removes it. */
@RestController
public final class PhoneReaderPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("スマートフォンの読取機", "Phone reader");
    private static final Text CHOOSE = new Text("読取機を選んでください。", "Choose a reader.");
    private static final Text GOOD = new Text(
            "● カードを読めました。個人の情報は読んでいません。名前を付けて登録してください。",
            "● The card was read; nothing personal was. Give the reader a name and register it.");
    private static final Text NOT_A_CARD = new Text(
            "✕ スマートフォンではなく、職員の実物のマイナンバーカードを置いてください。",
            "✕ Put a member of staff's real My Number card there, not a phone.");
    private static final Text NOT_TESTED = new Text(
            "✕ 先に、この読取機で職員のマイナンバーカードを試してください（10分以内）。",
            "✕ First try a member of staff's card on this reader, within ten minutes.");
    private static final Text NOT_CONNECTED = new Text(
            "✕ その読取機はつながっていません。差し直してから、もう一度開いてください。",
            "✕ That reader is not connected. Plug it in again and open this page anew.");
    private static final int LABEL_MAX = 40;

    private final PhoneReaders readers;
    private final Frames frames;

    /** The page over those readers. */
    public PhoneReaderPages(PhoneReaders readers, Frames frames) {
        this.readers = readers;
        this.frames = frames;
    }

    /** What is connected, and which is registered. */
    @GetMapping("/phone-reader")
    ResponseEntity<String> page(HttpServletRequest request) {
        return shown(request, HttpStatus.OK, "", Optional.empty());
    }

    /** Reads the card on that reader, as far as nothing is personal; the page with the outcome, 422 when it was not read. */
    @PostMapping("/phone-reader/test")
    ResponseEntity<String> test(HttpServletRequest request, @RequestParam(defaultValue = "") String device) {
        if (device.isBlank()) {
            return shown(request, HttpStatus.UNPROCESSABLE_CONTENT, device, Optional.of(CHOOSE));
        }
        return switch (readers.test(device, login(request))) {
            case PhoneReaders.Tested.Good good -> shown(request, HttpStatus.OK, device, Optional.of(GOOD));
            case PhoneReaders.Tested.NotACard phone ->
                shown(request, HttpStatus.UNPROCESSABLE_CONTENT, device, Optional.of(NOT_A_CARD));
            case PhoneReaders.Tested.Failed(var why) ->
                shown(
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        device,
                        Optional.of(new Text(
                                "✕ " + why.label().ja(), "✕ " + why.label().en())));
        };
    }

    /** Registers a reader that has just read a card; the page again (422) with what is missing. */
    @PostMapping("/phone-reader/register")
    ResponseEntity<String> register(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String device,
            @RequestParam(defaultValue = "") String label) {
        if (device.isBlank()) {
            return shown(request, HttpStatus.UNPROCESSABLE_CONTENT, device, Optional.of(CHOOSE));
        }
        return switch (readers.register(device, named(label), login(request))) {
            case DONE -> again();
            case NOT_TESTED -> shown(request, HttpStatus.UNPROCESSABLE_CONTENT, device, Optional.of(NOT_TESTED));
            case NOT_CONNECTED -> shown(request, HttpStatus.UNPROCESSABLE_CONTENT, device, Optional.of(NOT_CONNECTED));
        };
    }

    /** Removes the registered one: from then on the kiosk says that phones cannot be read here. */
    @PostMapping("/phone-reader/remove")
    ResponseEntity<String> remove(HttpServletRequest request) {
        readers.remove(login(request));
        return again();
    }

    private ResponseEntity<String> shown(
            HttpServletRequest request, HttpStatus status, String device, Optional<Text> said) {
        Frame frame = frames.of(request, TITLE);
        return Html.page(
                status,
                frame,
                TEMPLATES.phones(
                        frame, readers.devices(), readers.current(), readers.isThere(), device, said, readers.log()));
    }

    private static String named(String label) {
        String words = label.strip();
        return words.isEmpty() ? "スマートフォン用" : words.substring(0, Math.min(words.length(), LABEL_MAX));
    }

    private static String login(HttpServletRequest request) {
        return request.getUserPrincipal().getName();
    }

    private static ResponseEntity<String> again() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/phone-reader")
                .build();
    }
}
