package madoguchi.desk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.charge.Bill;
import madoguchi.charge.Charge;
import madoguchi.charge.Meals;
import madoguchi.charge.Service;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.LimitClass;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.web.Field;
import madoguchi.web.Form;

/** 負担額の入力 – reads what a clerk typed about a bill, all faults at once. Pure. */
public final class ChargeForm {

    /** The field. */
    public static final Field POINTS =
            Field.digits("points", new Text("点数", "Points"), new Text("点。総医療費はこの10倍の円", "ten yen each"), false);
    /** The field. */
    public static final Field TOTAL = Field.digits(
            "total", new Text("総医療費（10割）", "Total cost"), new Text("円。点数の代わりに", "yen, instead of points"), false);
    /** The field. */
    public static final Field EARLIER = Field.digits(
            "earlier",
            new Text("今月これまでの総医療費（当院）", "Earlier this month, here"),
            new Text("円。限度額がある人だけ。入院と外来は別", "yen; only with a limit; in- and outpatient apart"),
            false);

    /** The field. */
    public static final Field MEALS = Field.digits(
            "meals", new Text("食事の回数", "Meals"), new Text("入院だけ。なければ空", "in hospital only; empty if none"), false);

    private static final int YEN_A_POINT = 10;
    private static final long MOST_MEALS = 93;

    private ChargeForm() {}

    /** The bill; faults name the fields. */
    static Parsed<Bill> read(Map<String, String> typed, LocalDate day, MedicalInstitutionCode facility) {
        Parsed<Optional<Long>> points = SubsidyForm.yen(POINTS.name(), at(typed, POINTS));
        Parsed<Optional<Long>> total = SubsidyForm.yen(TOTAL.name(), at(typed, TOTAL));
        Parsed<Optional<Long>> earlier = SubsidyForm.yen(EARLIER.name(), at(typed, EARLIER));
        Parsed<CopaymentRate> rate = rate(typed);
        List<Problem> problems = Parsed.problems(points, total, earlier, rate, mealsOf(typed));
        if (!problems.isEmpty()) {
            return new Parsed.Faults<>(problems);
        }
        Optional<Long> ofPoints = points.orElseThrow().map(number -> number * YEN_A_POINT);
        Optional<Long> typedTotal = total.orElseThrow();
        if (ofPoints.isEmpty() && typedTotal.isEmpty()) {
            return Parsed.fault(POINTS.name(), "点数か総医療費を入れてください。", "Type points or the total cost.");
        }
        if (ofPoints.isPresent() && typedTotal.isPresent() && !ofPoints.equals(typedTotal)) {
            return Parsed.fault(
                    TOTAL.name(), "点数と合いません。どちらか一つを入れてください。", "It does not fit the points. Type one of the two.");
        }
        return Parsed.of(new Bill(
                day,
                service(typed),
                ofPoints.or(() -> typedTotal).orElseThrow(),
                rate.orElseThrow(),
                limit(typed),
                typed.containsKey("frequent"),
                earlier.orElseThrow().orElse(0L),
                facility));
    }

    /* Three a day, in the longest month. */
    private static Parsed<Integer> mealsOf(Map<String, String> typed) {
        return SubsidyForm.yen(MEALS.name(), at(typed, MEALS)) instanceof Parsed.Value<Optional<Long>>(var meals)
                        && meals.orElse(0L) <= MOST_MEALS
                ? Parsed.of(meals.orElse(0L).intValue())
                : Parsed.fault(MEALS.name(), "食事の回数は0～93の数字で入れてください。", "Type the meals as a number from 0 to 93.");
    }

    /** 食事 beside the charge; empty where none were typed, or none can be reckoned. */
    static Optional<Meals> meals(Map<String, String> typed, Bill bill, Charge charge) {
        return mealsOf(typed) instanceof Parsed.Value<Integer>(var meals)
                ? Meals.of(bill, meals, level(typed), charge.subsidies())
                : Optional.empty();
    }

    private static Meals.Level level(Map<String, String> typed) {
        return Arrays.stream(Meals.Level.values())
                .filter(one -> one.name().equals(typed.getOrDefault("level", "")))
                .findFirst()
                .orElse(Meals.Level.GENERAL);
    }

    private static Parsed<CopaymentRate> rate(Map<String, String> typed) {
        String rate = typed.getOrDefault("rate", "");
        return rate.equals("100") ? Parsed.of(new CopaymentRate(100)) : CopaymentRate.parse("rate", rate);
    }

    static Service service(Map<String, String> typed) {
        return Arrays.stream(Service.values())
                .filter(one -> one.name().equals(typed.getOrDefault("service", "")))
                .findFirst()
                .orElse(Service.MEDICAL_OUTPATIENT);
    }

    private static Optional<LimitClass> limit(Map<String, String> typed) {
        return Arrays.stream(LimitClass.values())
                .filter(one -> one.name().equals(typed.getOrDefault("limit", "")))
                .findFirst();
    }

    /** The form as the answer fills it: the rate and limit class that came with it. */
    static Form filled(Visit visit) {
        Map<String, String> typed = new HashMap<>(Map.of("rate", "30"));
        visit.coverage().ifPresent(coverage -> {
            if (CopaymentRate.parse("", Share.of(coverage, visit.day()).value().ja())
                    instanceof Parsed.Value<CopaymentRate>(var rate)) {
                typed.put("rate", Integer.toString(rate.percent()));
            }
            limit(visit, coverage).ifPresent(of -> typed.put("limit", of.name()));
        });
        return new Form(typed, List.of(), Map.of());
    }

    private static Optional<LimitClass> limit(Visit visit, Coverage coverage) {
        return coverage.limit()
                .filter(certificate -> certificate.valid().contains(visit.day()))
                .map(certificate -> certificate.limitClass());
    }

    private static String at(Map<String, String> typed, Field field) {
        return typed.getOrDefault(field.name(), "");
    }
}
