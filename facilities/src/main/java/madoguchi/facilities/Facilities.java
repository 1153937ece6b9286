package madoguchi.facilities;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.web.Frames;

/** 施設 – the whole module put together: names, public lists, the register of grants. */
public final class Facilities {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String COUPON = "phone-reader";

    private final FacilityStore store;
    private final Map<ListKind, Seen> seen;
    private final Supplier<Set<String>> unlisted;
    private final Grants grants;
    private final Clock clock;

    /**
     * Facilities over one database.
     *
     * @param database PostgreSQL; call {@link #migrate} before
     * @param seen what tells who was seen to do what; a list without one says that nothing tells it
     * @param unlisted codes that the operator keeps out of every list, read each time
     * @param grants the calculator
     * @param clock the time; days are days in Japan
     */
    public Facilities(
            DataSource database, Map<ListKind, Seen> seen, Supplier<Set<String>> unlisted, Grants grants, Clock clock) {
        this.store = new FacilityStore(database);
        this.seen = Map.copyOf(seen);
        this.unlisted = unlisted;
        this.grants = grants;
        this.clock = clock;
    }

    /** Brings the schema {@code facilities} up to date. */
    public static void migrate(DataSource database) {
        FacilityStore.migrate(database);
    }

    /** The controller of the public lists: {@link ListPages#PATHS}. */
    public ListPages listPages(Frames frames) {
        return new ListPages(this, frames);
    }

    /** The controller of the operator's page: names and wishes. */
    public FacilityPages pages(Frames frames) {
        return new FacilityPages(this, frames);
    }

    /** The controller of the calculator, open to everybody: {@link GrantPages#PATHS}. */
    public GrantPages grantPages(Frames frames) {
        return new GrantPages(grants, this::today, frames);
    }

    /**
     * The controller of one facility's own pages: its register of grants, and where it wants to stand.
     *
     * @param lists whether the public lists are made here, so that a wish would hold
     */
    public RegisterPages registerPages(MedicalInstitutionCode facility, boolean lists, Frames frames) {
        return new RegisterPages(this, grants, facility, lists, frames);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TOKYO);
    }

    // 一覧

    /** The list, by prefecture and code; empty when nothing tells what was seen. Wishes are asked each time, so that they hold at once. */
    Optional<List<ListedFacility>> list(ListKind kind) {
        Set<String> left = store.unlisted(kind);
        Set<String> leftByOperator = unlisted.get();
        Map<MedicalInstitutionCode, NamedFacility> named = store.named();
        return seen.getOrDefault(kind, Seen.UNTOLD)
                .firsts()
                .map(firsts -> firsts.entrySet().stream()
                        .filter(first -> !left.contains(first.getKey().digits())
                                && !leftByOperator.contains(first.getKey().digits()))
                        .map(first -> listed(
                                first.getKey(), first.getValue(), Optional.ofNullable(named.get(first.getKey()))))
                        .filter(one -> one.named().filter(NamedFacility::gone).isEmpty())
                        .sorted(Comparator.comparing(ListedFacility::prefecture)
                                .thenComparing(one -> one.code().digits()))
                        .toList());
    }

    private static ListedFacility listed(MedicalInstitutionCode code, LocalDate since, Optional<NamedFacility> named) {
        return new ListedFacility(
                code,
                named,
                named.map(NamedFacility::prefecture).orElse(code.digits().substring(0, 2)),
                since);
    }

    /** Takes a file of names: how many were new or changed, or all faults and nothing taken. */
    Parsed<Integer> take(String csv, String by) {
        return FacilityFile.read(csv).map(rows -> store.alone(() -> store.add(rows, clock.instant(), by)));
    }

    int names() {
        return store.named().size();
    }

    void wish(MedicalInstitutionCode facility, ListKind list, boolean listed, String by) {
        store.addListing(clock.instant(), by, facility.digits(), list, listed);
    }

    /** Where a facility wants to stand. */
    Set<ListKind> listings(MedicalInstitutionCode facility) {
        return java.util.Arrays.stream(ListKind.values())
                .filter(kind -> !store.unlisted(kind).contains(facility.digits()))
                .collect(Collectors.toSet());
    }

    /** Who does not want to stand in a list. */
    Set<String> unlisted(ListKind list) {
        return store.unlisted(list);
    }

    // 台帳

    List<Draw> draws(MedicalInstitutionCode facility) {
        return store.draws(facility);
    }

    /**
     * 記帳 – writes a grant or coupon into the register, by the rules of its day: also after the deadline, if its day was before.
     *
     * @param question as asked; its grants drawn before are replaced by those of the register
     * @param code the coupon code; empty for other grants
     * @return the line, or all faults: closed, excluded, no coupon left, a code used before
     */
    Parsed<Draw> draw(MedicalInstitutionCode facility, GrantQuestion question, String code, String by) {
        return store.alone(() -> {
            List<Draw> before =
                    store.draws(facility).stream().filter(Draw::stands).toList();
            Set<String> drawn = before.stream().map(Draw::programme).collect(Collectors.toSet());
            Parsed<Granted> asked = grants.ask(new GrantQuestion(
                    question.day(), question.programme(), question.facilityKind(), question.costs(), drawn));
            if (!(asked instanceof Parsed.Value<Granted>(var granted))) {
                return new Parsed.Faults<>(asked.problems());
            }
            List<Problem> problems = problems(granted, before, question, code);
            if (!problems.isEmpty()) {
                return new Parsed.Faults<>(problems);
            }
            Draw draw = new Draw(
                    0,
                    facility,
                    question.facilityKind(),
                    question.programme(),
                    question.day(),
                    code,
                    question.costs().getFirst(),
                    granted.amountYen().orElseThrow(),
                    granted.rule(),
                    "");
            store.addDraw(draw, clock.instant(), by);
            return Parsed.of(draw);
        });
    }

    private List<Problem> problems(Granted granted, List<Draw> before, GrantQuestion question, String code) {
        List<Problem> problems = new ArrayList<>();
        if (question.day().isAfter(today())) {
            problems.add(Problem.at("day", "まだ来ていない日です。", "This day has not come yet."));
        }
        if (!granted.isOpen()) {
            problems.add(new Problem("programme", granted.next()));
        } else if (granted.amountYen().isEmpty()) {
            problems.add(Problem.at(
                    "cost",
                    "金額が決まりません。費用を書くか、金額の決まっている補助を選んでください。",
                    "There is no amount. Write the cost, or choose a grant with figures."));
        }
        boolean coupon = question.programme().equals(COUPON);
        if (coupon && !code.matches("[A-Za-z0-9-]{1,40}")) {
            problems.add(Problem.at("code", "クーポンコードを英数字で書いてください。", "Write the coupon code in letters and digits."));
        } else if (coupon && store.hasCode(code)) {
            problems.add(Problem.at("code", "このクーポンコードはもう台帳にあります。", "This coupon code is in the register."));
        }
        long used =
                before.stream().filter(draw -> draw.programme().equals(COUPON)).count();
        if (coupon && granted.coupons().filter(most -> used >= most).isPresent()) {
            problems.add(Problem.at(
                    "programme",
                    "クーポンは" + granted.coupons().get() + "つまでで、もう" + used + "つ使っています。",
                    "Only " + granted.coupons().get() + " coupons; " + used + " are used."));
        }
        return problems;
    }

    /** 取り消し – of a line of this facility's register; a line of nobody or of another changes nothing. */
    void cancel(MedicalInstitutionCode facility, long line, String reason, String by) {
        Instant now = clock.instant();
        store.draws(facility).stream()
                .filter(draw -> draw.id() == line && draw.stands())
                .forEach(draw -> store.cancel(draw.id(), now, by, reason));
    }
}
