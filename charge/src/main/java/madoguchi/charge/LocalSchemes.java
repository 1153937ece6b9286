package madoguchi.charge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import madoguchi.core.CheckPolicy;
import madoguchi.core.SchemeMaster;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.SubsidyScheme;

/**
 * 地方単独の助成の表 – those local rows of the {@link SchemeMaster} that say how they charge, by range of payer numbers. A simulation: every such row that comes with this program is an invented example of the sample town; a
 * municipality's real rules are entered by its facilities.
 */
public final class LocalSchemes {

    private static final List<SubsidyScheme> SCHEMES = SchemeMaster.load().all().stream()
            .filter(scheme ->
                    !scheme.national() && !Ruling.of(scheme).cell("outpatient").isEmpty())
            .sorted(Comparator.comparingLong(SubsidyScheme::width))
            .toList();

    private LocalSchemes() {}

    /** Every row, in force or not, the narrowest first. */
    public static List<Ruling> all() {
        return SCHEMES.stream().map(Ruling::of).toList();
    }

    /** The row of a certificate on a day; empty where the table does not know the scheme. */
    public static Optional<Ruling> of(SubsidyCertificate certificate, LocalDate day) {
        return certificate.payer().flatMap(payer -> ofPayer(payer, day));
    }

    /** The row of a payer number (8 digits) on a day; empty where the table does not know it. */
    public static Optional<Ruling> ofPayer(String payer, LocalDate day) {
        return SCHEMES.stream()
                .filter(scheme -> scheme.holds(payer))
                .map(Ruling::of)
                .filter(row -> row.holds(day))
                .findFirst();
    }

    /** Whether the check digits of this scheme's numbers are demanded, and not only warned of. */
    public static boolean demandsCheckDigit(Ruling row) {
        return CheckPolicy.valueOf(row.cell("check")) == CheckPolicy.MUST;
    }

    static LocalForm form(Ruling row, Service service) {
        return LocalForm.read(row.cell(
                service == Service.PHARMACY ? "pharmacy" : service.isInpatient() ? "inpatient" : "outpatient"));
    }
}
