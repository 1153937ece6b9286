package madoguchi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Coded;
import madoguchi.core.Holder;
import madoguchi.core.Parsed;
import madoguchi.core.Period;
import madoguchi.core.PersonKey;
import madoguchi.core.Problem;
import madoguchi.core.SelfView;
import madoguchi.core.Text;
import madoguchi.core.TokenKind;
import madoguchi.core.Wareki;
import madoguchi.portal.pages.StaticTemplates;
import madoguchi.stamp.ScreenKind;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 家族の画面 – {@code /portal/family}: who may see whose screens. Proved by the other person's card and PIN during one's own log-in, always with a last day, ended by either side at any time. */
@RestController
public final class FamilyPages {

    private static final String PATH = "/portal/family";
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Front front;
    private final Sessions sessions;
    private final Entrance entrance;
    private final SelfView view;
    private final DelegationStore store;
    private final PortalTerms terms;
    private final Clock clock;

    FamilyPages(
            Front front,
            Sessions sessions,
            Entrance entrance,
            SelfView view,
            DelegationStore store,
            PortalTerms terms,
            Clock clock) {
        this.front = front;
        this.sessions = sessions;
        this.entrance = entrance;
        this.view = view;
        this.store = store;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * 家族の一行.
     *
     * @param delegation what was registered
     * @param name of the other person; absent where it must not be shown
     * @param mine whether the one logged in may see, and not the other way round
     */
    public record Line(Delegation delegation, Optional<String> name, boolean mine) {}

    /** Everybody for whom one may look, and who may look for oneself. */
    @GetMapping(PATH)
    ResponseEntity<String> family(HttpServletRequest request) {
        return shown(request, HttpStatus.OK, Map.of(), List.of());
    }

    private ResponseEntity<String> shown(
            HttpServletRequest request, HttpStatus status, Map<String, String> typed, List<Problem> problems) {
        Optional<Session> session = front.session(request);
        if (session.isEmpty()) {
            return Front.to(EntrancePages.LOGIN);
        }
        LocalDate today = front.today();
        List<Line> lines = session.get().person().stream()
                .flatMap(self -> store.of(self).stream()
                        .filter(found -> found.holds(today))
                        .map(found -> line(self, found)))
                .toList();
        Page page = front.page(
                request,
                session.get(),
                PATH,
                ScreenKind.OWN_RECORD,
                HealthPages.first(front.record(session.get(), today)));
        return front.show(
                status,
                page,
                page.t("family.title"),
                TEMPLATES.family(page, lines, entrance.tokens(), typed, problems));
    }

    private Line line(PersonKey self, Delegation found) {
        boolean mine = found.guardian().equals(self);
        return new Line(
                found,
                holder(mine ? found.ward() : found.guardian())
                        .map(holder -> holder.name().written()),
                mine);
    }

    private Optional<Holder> holder(PersonKey person) {
        return view.record(person, front.today(), Optional.empty()).holder();
    }

    /** Registers one; 422 with every fault. */
    @PostMapping(PATH)
    ResponseEntity<String> add(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        Optional<Session> session = front.session(request);
        if (session.filter(open -> !front.may(open, PasskeyUse.DELEGATION)).isPresent()) {
            return Front.to(PATH + "?told=card");
        }
        Optional<PersonKey> self = session.flatMap(Session::person);
        if (self.isEmpty()) {
            return Front.to(PATH + "?told=refused");
        }
        List<Problem> problems = new ArrayList<>();
        Optional<Delegation.Relation> relation = Stream.of(Delegation.Relation.values())
                .filter(known -> known.name().equals(typed.get("relation")))
                .findFirst();
        if (relation.isEmpty()) {
            problems.add(Problem.at("relation", "関係を選んでください。", "Choose the relation."));
        }
        Parsed<LocalDate> until = Wareki.parse("until", typed.getOrDefault("until", ""));
        problems.addAll(until.problems());
        Optional<PersonKey> ward = ward(typed, self.get(), problems);
        if (problems.isEmpty()) {
            problems.addAll(againstTerm(relation.orElseThrow(), until.orElseThrow(), ward.orElseThrow()));
        }
        if (!problems.isEmpty()) {
            return shown(request, HttpStatus.UNPROCESSABLE_CONTENT, typed, problems);
        }
        store.add(
                clock.instant(),
                self.get(),
                ward.orElseThrow(),
                relation.orElseThrow(),
                Period.through(front.today(), until.orElseThrow()));
        return Front.to(PATH + "?told=delegated");
    }

    /** The proof: the other person's card signs with its PIN, and is verified as at a log-in. */
    private Optional<PersonKey> ward(Map<String, String> typed, PersonKey self, List<Problem> problems) {
        TokenKind kind =
                Coded.find(TokenKind.class, typed.getOrDefault("token", "1")).orElse(TokenKind.CARD);
        return switch (entrance.withToken(typed.getOrDefault("person", ""), kind, typed.getOrDefault("pin", ""))) {
            case Entrance.Came.Out(var why) -> {
                problems.add(new Problem("pin", why));
                yield Optional.empty();
            }
            case Entrance.Came.In(var session) -> {
                Optional<PersonKey> ward = session.person().filter(other -> !other.equals(self));
                if (ward.isEmpty()) {
                    problems.add(Problem.at("person", "この人は登録できません。", "This person cannot be registered."));
                }
                yield ward;
            }
        };
    }

    private List<Problem> againstTerm(Delegation.Relation relation, LocalDate until, PersonKey ward) {
        LocalDate today = front.today();
        LocalDate last =
                switch (relation) {
                    case CHILD ->
                        holder(ward)
                                .map(holder -> holder.birth()
                                        .plusYears(terms.childUntilAge())
                                        .minusDays(1))
                                .orElse(today.minusDays(1));
                    case ELDER -> today.plusDays(terms.elder().toDays());
                    case GUARDIAN -> today.plusDays(terms.guardian().toDays());
                };
        if (last.isBefore(today)) {
            return List.of(Problem.at("relation", "子どもの年齢ではありません。", "This person is no longer a child."));
        }
        if (until.isBefore(today) || until.isAfter(last)) {
            return List.of(new Problem(
                    "until",
                    new Text(
                            "今日から" + Wareki.format(last) + "までの日にしてください。",
                            "Choose a day from today to " + last + ".")));
        }
        return List.of();
    }

    /** Shows another's screens ({@code ward}: the number of a delegation), or one's own again (empty). */
    @PostMapping(PATH + "/show")
    ResponseEntity<String> show(HttpServletRequest request, @RequestParam(defaultValue = "") String delegation) {
        Optional<PersonKey> ward = front.session(request)
                .flatMap(Session::person)
                .flatMap(self -> store.of(self).stream()
                        .filter(found -> Long.toString(found.id()).equals(delegation)
                                && found.guardian().equals(self)
                                && found.holds(front.today()))
                        .map(Delegation::ward)
                        .findFirst());
        sessions.change(request, session -> session.showing(ward));
        return Front.to(Front.HOME);
    }

    /** Ends one, from either side. */
    @PostMapping(PATH + "/end")
    ResponseEntity<String> end(HttpServletRequest request, @RequestParam long delegation) {
        front.session(request).flatMap(Session::person).ifPresent(self -> store.end(clock.instant(), delegation, self));
        return Front.to(PATH + "?told=delegation-ended");
    }
}
