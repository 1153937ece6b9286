package madoguchi.charge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 食事療養標準負担額 – what a patient in hospital pays for meals, beside the charge: no insurance limit, ceiling or ledger counts it. Every amount at hand is to be checked ({@code meals.csv}).
 *
 * @param totalYen 標準負担額 of all meals
 * @param patientYen what the patient pays of it
 * @param rows what it rests on
 */
public record Meals(long totalYen, long patientYen, List<Ruling> rows) {

    private static final List<Ruling> ALL = Ruling.read("meals.csv");
    private static final int HALF = 2;

    /** Copies the rows. */
    public Meals {
        rows = List.copyOf(rows);
    }

    /** 標準負担額の区分. */
    public enum Level {
        /** 一般. */
        GENERAL("一般", "general"),
        /** 指定難病・小児慢性. */
        DISEASE("指定難病・小児慢性", "intractable or chronic disease"),
        /** 低所得Ⅱ. */
        LOW2("低所得Ⅱ（区分オ）", "low income II"),
        /** 低所得Ⅱ, 90日超. */
        LOW2_LONG("低所得Ⅱ 90日超", "low income II, over 90 days"),
        /** 低所得Ⅰ. */
        LOW1("低所得Ⅰ", "low income I");

        private final Text label;

        Level(String ja, String en) {
            this.label = new Text(ja, en);
        }

        /** The name on screens. */
        public Text label() {
            return label;
        }
    }

    /** Every row, in force or not, in order. */
    public static List<Ruling> all() {
        return ALL;
    }

    /**
     * Reckons meals.
     *
     * @param bill the day, and that it is for a stay in hospital
     * @param meals how many, 0 or more
     * @param level of the patient
     * @param subsidies those of the charge; the first in kind of a national scheme decides who bears it
     * @return empty out of hospital, without a meal, and on a day for which the table has no amount
     */
    public static Optional<Meals> of(Bill bill, int meals, Level level, List<Charge.SubsidyPart> subsidies) {
        Optional<Ruling> row = ALL.stream()
                .filter(one -> one.cell("level").equals(level.name()) && one.holds(bill.day()))
                .findFirst();
        return row.filter(found -> bill.service().isInpatient() && meals > 0)
                .map(found -> reckoned(bill, meals * Long.parseLong(found.cell("yen")), found, subsidies));
    }

    private static Meals reckoned(Bill bill, long total, Ruling row, List<Charge.SubsidyPart> subsidies) {
        List<Ruling> rows = new ArrayList<>(List.of(row));
        String meals = subsidies.stream()
                .filter(part -> part.place().isPresent())
                .flatMap(part -> Schemes.of(part.held().certificate(), bill.day()).stream())
                .findFirst()
                .map(scheme -> scheme.cell("meals"))
                .orElse("nobody");
        switch (meals) {
            case "own" -> rows.add(Terms.get("C-MEALS-OWN", bill.day()));
            case "half" -> rows.add(Terms.get("C-MEALS-HALF", bill.day()));
            case "" -> rows.add(Terms.get("C-MEALS-OPEN", bill.day()));
            default -> {
                return new Meals(total, total, rows);
            }
        }
        return new Meals(total, meals.equals("half") ? total / HALF : total, rows);
    }
}
