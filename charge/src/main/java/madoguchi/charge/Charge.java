package madoguchi.charge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 負担の内訳 – who pays what of one bill, in which order, and by which rule.
 *
 * @param day the day of the bill
 * @param totalYen 総医療費
 * @param insurance what the insurance pays
 * @param subsidies one part for each subsidy held, those in kind in the order of application, the others after them with 0 yen
 * @param patientYen what is left for the patient, in whole yen
 */
public record Charge(LocalDate day, long totalYen, Part insurance, List<SubsidyPart> subsidies, long patientYen) {

    /** Copies the list. */
    public Charge {
        subsidies = List.copyOf(subsidies);
    }

    /**
     * 内訳の一つ.
     *
     * @param yen 円, 0 or more
     * @param rows what it rests on, with source and period
     * @param why the reckoning in words
     */
    public record Part(long yen, List<Ruling> rows, Text why) {
        /** Copies the list. */
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /**
     * 公費の内訳.
     *
     * @param held which subsidy
     * @param place 第一公費 = 1 … 4; empty where it is not in kind
     * @param delivery in kind, or why not
     * @param part what it pays
     * @param patientYen what the patient would pay after it
     * @param reached whether the patient's amount was cut by a ceiling, or the ceiling is used up with it
     */
    public record SubsidyPart(
            Held held, Optional<Integer> place, Delivery delivery, Part part, long patientYen, boolean reached) {}

    /** 窓口で受け取る額 – in 10-yen pieces. */
    public long counterYen() {
        return Yen.atTheCounter(patientYen, day);
    }

    /** Whether a row it rests on has to be checked, or is a sample. */
    public boolean isDoubtful() {
        return insurance.rows().stream().anyMatch(row -> row.certainty().isDoubtful())
                || subsidies.stream()
                        .flatMap(one -> one.part().rows().stream())
                        .anyMatch(row -> row.certainty().isDoubtful());
    }
}
