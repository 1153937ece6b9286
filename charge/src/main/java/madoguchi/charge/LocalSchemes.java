package madoguchi.charge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.SubsidyCertificate;

/**
 * 地方単独の助成の表 – the rows of {@code local.csv}, by prefecture and beginning of the payer number. A simulation: every row that comes with this program is an invented example of the sample town; a
 * municipality's real rules are entered by its facilities.
 */
public final class LocalSchemes {

    private static final List<Ruling> ALL = Ruling.read("local.csv");

    private LocalSchemes() {}

    /** Every row, in force or not, in order. */
    public static List<Ruling> all() {
        return ALL;
    }

    /** The row of a certificate on a day; empty where the table does not know the scheme. */
    public static Optional<Ruling> of(SubsidyCertificate certificate, LocalDate day) {
        return certificate.payer().flatMap(payer -> ofPayer(payer, day));
    }

    /** The row of a payer number (8 digits) on a day; empty where the table does not know it. */
    public static Optional<Ruling> ofPayer(String payer, LocalDate day) {
        return ALL.stream()
                .filter(row -> payer.startsWith(row.cell("payer"))
                        && payer.startsWith(row.cell("prefecture"), 2)
                        && row.holds(day))
                .findFirst();
    }

    /** Whether the check digits of this scheme's numbers are demanded, and not only warned of. */
    public static boolean demandsCheckDigit(Ruling row) {
        return row.cell("check").equals("yes");
    }

    static LocalForm form(Ruling row, Service service) {
        return LocalForm.read(row.cell(
                service == Service.PHARMACY ? "pharmacy" : service.isInpatient() ? "inpatient" : "outpatient"));
    }
}
