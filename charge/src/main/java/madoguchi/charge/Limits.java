package madoguchi.charge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.LimitClass;

/** 限度額の表 – the rows of {@code limits.csv}: 高額療養費 of the insurance, and the monthly ceilings of national subsidies by income class. */
public final class Limits {

    private static final List<Ruling> ALL = Ruling.read("limits.csv");
    private static final String INSURANCE = "insurance";

    private Limits() {}

    /** Every row, in force or not, in order. */
    public static List<Ruling> all() {
        return ALL;
    }

    /**
     * 高額療養費の限度額 – the row for a class on a day.
     *
     * @param frequent 多数回該当; where the class has no such amount the ordinary one holds
     * @return empty where the table knows none: then the insurance limits nothing at the counter
     */
    public static Optional<Ruling> ofInsurance(
            LimitClass limitClass, Service service, boolean frequent, LocalDate day) {
        Optional<Ruling> outpatient =
                service.isInpatient() ? Optional.empty() : insurance(limitClass, "outpatient", day);
        Optional<Ruling> often = frequent ? insurance(limitClass, "frequent", day) : Optional.empty();
        return outpatient.or(() -> often).or(() -> insurance(limitClass, "month", day));
    }

    private static Optional<Ruling> insurance(LimitClass limitClass, String variant, LocalDate day) {
        return inForce(INSURANCE, day)
                .filter(row -> row.cell("class").equals(limitClass.code())
                        && row.cell("variant").equals(variant))
                .findFirst();
    }

    /**
     * 年間上限 – the row for a class on a day; where yearly caps are in force but that of this class is not known, the row that says so; empty before there were any.
     */
    public static Optional<Ruling> yearly(LimitClass limitClass, LocalDate day) {
        boolean any =
                inForce(INSURANCE, day).anyMatch(row -> row.cell("variant").equals("year"));
        return any
                ? insurance(limitClass, "year", day).or(() -> Optional.of(Terms.get("C-YEAR-OPEN", day)))
                : Optional.empty();
    }

    /** The amount of a row, in yen for a total cost. */
    public static long yen(Ruling row, long totalYen) {
        return Amount.read(row.cell("amount")).yen(totalYen);
    }

    /** The monthly ceilings a national scheme knows on a day, ascending; empty where the table has none of it. "As the insurance" is not among them. */
    public static List<Long> monthlyCeilings(String schemeCode, LocalDate day) {
        return inForce(schemeCode, day)
                .map(row -> row.cell("amount"))
                .filter(amount -> !amount.equals(INSURANCE))
                .map(amount -> Amount.read(amount).base())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a scheme has classes without a ceiling of their own (自立支援 中間所得). */
    public static boolean mayBeWithoutCeiling(String schemeCode, LocalDate day) {
        return inForce(schemeCode, day).anyMatch(row -> row.cell("amount").equals(INSURANCE));
    }

    private static Stream<Ruling> inForce(String group, LocalDate day) {
        return ALL.stream()
                .filter(row -> List.of(row.cell("group").split(" ", -1)).contains(group) && row.holds(day));
    }
}
