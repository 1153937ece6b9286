package madoguchi.facilities;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.core.Typed;
import madoguchi.core.Wareki;
import madoguchi.facilities.pages.StaticTemplates;
import madoguchi.policy.Facet;
import madoguchi.web.Form;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 補助の計算画面 – {@code /grants} for people and {@code /api/grants} for programs, for everybody: what is granted, up to how much, until when, and what excludes what. Asks nothing about who asks and keeps nothing. */
@RestController
public final class GrantPages {

    /** Where they are, for whoever lets them be open to all. */
    public static final List<String> PATHS = List.of("/grants", "/api/grants");

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int DIGITS = 12;

    private final Grants grants;
    private final Supplier<LocalDate> today;
    private final Frames frames;

    GrantPages(Grants grants, Supplier<LocalDate> today, Frames frames) {
        this.grants = grants;
        this.today = today;
        this.frames = frames;
    }

    /** The form, with the answer when something was asked. */
    @GetMapping("/grants")
    ResponseEntity<String> page(HttpServletRequest request, @RequestParam MultiValueMap<String, String> fields) {
        boolean asked = fields.containsKey("programme");
        Parsed<Granted> answer = asked
                ? question(fields, today.get()).then(grants::ask)
                : new Parsed.Faults<>(List.of(Problem.at("", "", "")));
        Optional<Granted> granted =
                answer instanceof Parsed.Value<Granted>(var value) ? Optional.of(value) : Optional.empty();
        List<Problem> problems = asked ? answer.problems() : List.of();
        Text title = new Text("補助の計算", "Grants");
        Frame of = frames.of(request, title);
        Frame frame = new Frame(of.lang(), title, "", Optional.empty(), of.csrf(), of.address(), List.of(), List.of());
        return Html.page(
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                frame,
                TEMPLATES.grants(
                        frame,
                        grants.facet("programme"),
                        grants.facet("facility-kind"),
                        new Form(typed(fields), problems, Map.of()),
                        Set.copyOf(fields.getOrDefault("drawn", List.of())),
                        granted,
                        today.get()));
    }

    /** The answer as JSON ({@link Granted}); 422 with all faults. Parameters: {@code programme}, {@code facility-kind}, {@code day} (today if absent), {@code cost} and {@code drawn} (any number). */
    @GetMapping(path = "/api/grants", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> api(@RequestParam MultiValueMap<String, String> fields) {
        return switch (question(fields, today.get()).then(grants::ask)) {
            case Parsed.Value<Granted>(var granted) -> ResponseEntity.ok(granted);
            case Parsed.Faults<Granted>(var problems) ->
                ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .body(Map.of("title", "the question has faults", "problems", problems));
        };
    }

    private static Map<String, String> typed(MultiValueMap<String, String> fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> String.join(" ", field.getValue())));
    }

    /** Reads a question; costs are separated by spaces or commas, in full or half width. */
    static Parsed<GrantQuestion> question(MultiValueMap<String, String> fields, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        String typed = Optional.ofNullable(fields.getFirst("day")).orElse("");
        Parsed<LocalDate> day = typed.isBlank() ? Parsed.of(today) : Wareki.parse("day", typed);
        problems.addAll(day.problems());
        List<Long> costs = new ArrayList<>();
        fields.getOrDefault("cost", List.of()).stream()
                .flatMap(cost -> Arrays.stream(cost.split("[\\s　、/]+")))
                .filter(cost -> !cost.isBlank())
                .forEach(cost -> yen(cost)
                        .ifPresentOrElse(
                                costs::add,
                                () -> problems.add(Problem.at(
                                        "cost",
                                        "費用は円の整数で書いてください（例 14000）。",
                                        "Write the cost in yen, such as 14000."))));
        return problems.isEmpty() && day instanceof Parsed.Value<LocalDate>(var value)
                ? Parsed.of(new GrantQuestion(
                        value,
                        Optional.ofNullable(fields.getFirst("programme")).orElse(""),
                        Optional.ofNullable(fields.getFirst("facility-kind")).orElse(""),
                        costs,
                        new HashSet<>(fields.getOrDefault("drawn", List.of()))))
                : new Parsed.Faults<>(problems);
    }

    private static Optional<Long> yen(String typed) {
        String digits = Typed.key(typed.replace(",", "").replace("，", "").replace("円", ""));
        return Typed.isDigits(digits) && !digits.isEmpty() && digits.length() <= DIGITS
                ? Optional.of(Long.parseLong(digits))
                : Optional.empty();
    }

    /** The label of a word of a facet. */
    public static Text label(Facet facet, String word) {
        return facet.kind(word).map(kind -> kind.label()).orElse(Text.same(word));
    }
}
