package madoguchi.assist;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.assist.pages.StaticTemplates;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.core.Wareki;
import madoguchi.web.Field;
import madoguchi.web.Form;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 案内の画面 – the page, and the panel that opens over every other page. A question is posted: it never stands in an address or a log. */
@RestController
public final class AssistPages {

    /** 質問の欄. */
    public static final Field WORDS = Field.text(
            "words",
            new Text("尋ねたいこと", "Your question"),
            new Text("番号・言葉・場面。例: 011、期限切れの保険証だけ、●がある", "A code, a word, a situation: 011, expired card, black circle"),
            true);
    /** 日付の欄. */
    public static final Field DAY = Field.text(
            "day",
            new Text("いつの規則で", "By the rules of"),
            new Text("空なら今日。R8.4.1、20260401 も可", "empty for today; 2026-04-01, R8.4.1"),
            false);

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("案内", "Help at the desk");
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8);
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int LONGEST = 300;

    private final Assistant assistant;
    private final QuestionStore questions;
    private final Frames frames;
    private final Clock clock;
    private final WordsToKeep keep;

    /** Pages over an assistant; what finds no answer is kept in the store. */
    public AssistPages(Assistant assistant, QuestionStore questions, Frames frames, Clock clock) {
        this.assistant = assistant;
        this.questions = questions;
        this.frames = frames;
        this.clock = clock;
        this.keep = new WordsToKeep(assistant::knows);
    }

    /** The page, with nothing asked. */
    @GetMapping("/assist")
    ResponseEntity<String> empty(HttpServletRequest request) {
        Frame frame = frame(request);
        return Html.page(frame, TEMPLATES.assist(frame, Form.empty(), Optional.empty(), today()));
    }

    /** The page, with an answer. */
    @PostMapping("/assist")
    ResponseEntity<String> ask(HttpServletRequest request, @RequestParam Map<String, String> sent) {
        Frame frame = frame(request);
        Asked asked = asked(sent);
        HttpStatus status = asked.form().problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return Html.page(status, frame, TEMPLATES.assist(frame, asked.form(), asked.advice(), today()));
    }

    /** The answer alone, for the panel. */
    @PostMapping("/assist/part")
    ResponseEntity<String> part(HttpServletRequest request, @RequestParam Map<String, String> sent) {
        Frame frame = frame(request);
        Asked asked = asked(sent);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(Html.render(TEMPLATES.answers(frame, asked.form(), asked.advice())));
    }

    /** The form of the panel, put over another page by its script. */
    @GetMapping("/assist/panel")
    ResponseEntity<String> panel(HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(Html.render(TEMPLATES.panel(frame(request))));
    }

    /** 役に立たなかった – keeps the question, although something was found. */
    @PostMapping("/assist/not-helpful")
    ResponseEntity<String> notHelpful(HttpServletRequest request, @RequestParam Map<String, String> sent) {
        String words = words(sent);
        if (!words.isEmpty()) {
            questions.add(today(), keep.of(words), KeptQuestion.Why.NOT_HELPFUL);
        }
        Frame frame = frame(request);
        return Html.page(
                frame,
                Html.notice(
                        frame,
                        new Text(
                                "管理者の一覧に残しました。名前や番号は残していません。", "Kept for the administrator, without names or numbers."),
                        new Text("急ぐときは、画面の電話番号に尋ねてください。", "If it is urgent, call the number shown."),
                        ""));
    }

    /** 答えのなかった質問 – for the administrator. */
    @GetMapping("/assist/questions")
    ResponseEntity<String> list(HttpServletRequest request) {
        Frame frame = frames.of(request, new Text("答えのなかった質問", "Questions without an answer"));
        return Html.page(frame, TEMPLATES.questions(frame, questions.latest()));
    }

    /** 対応済み – an administrator saw to it. */
    @PostMapping("/assist/questions/done")
    ResponseEntity<Void> done(@RequestParam long seq, Principal administrator) {
        questions.done(seq, today(), administrator.getName());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/assist/questions")
                .build();
    }

    /**
     * What was sent, and what came of it.
     *
     * @param form for showing it again
     * @param advice absent where something is wrong with the form
     */
    private record Asked(Form form, Optional<Advice> advice) {}

    private Asked asked(Map<String, String> sent) {
        String words = words(sent);
        List<Problem> problems = new ArrayList<>();
        if (words.isEmpty()) {
            problems.add(Problem.at(WORDS.name(), "尋ねたいことを書いてください。", "Write what you want to know."));
        }
        LocalDate day = day(sent, problems);
        Map<String, String> typed = new HashMap<>();
        typed.put(WORDS.name(), words);
        typed.put(DAY.name(), sent.getOrDefault(DAY.name(), ""));
        Form form = new Form(typed, problems, Map.of());
        if (!problems.isEmpty()) {
            return new Asked(form, Optional.empty());
        }
        Advice advice = assistant.ask(words, day, LocalDateTime.ofInstant(clock.instant(), TOKYO));
        if (!advice.found()) {
            questions.add(today(), keep.of(words), KeptQuestion.Why.NOTHING_FOUND);
        }
        return new Asked(form, Optional.of(advice));
    }

    private LocalDate day(Map<String, String> sent, List<Problem> problems) {
        String typed = sent.getOrDefault(DAY.name(), "").strip();
        if (typed.isEmpty()) {
            return today();
        }
        return switch (Wareki.parse(DAY.name(), typed)) {
            case Parsed.Value<LocalDate>(var day) -> day;
            case Parsed.Faults<LocalDate>(var faults) -> {
                problems.addAll(faults);
                yield today();
            }
        };
    }

    private static String words(Map<String, String> sent) {
        String words = sent.getOrDefault(WORDS.name(), "").strip();
        return words.substring(0, Math.min(LONGEST, words.length()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TOKYO);
    }

    private Frame frame(HttpServletRequest request) {
        return frames.of(request, TITLE);
    }
}
