package madoguchi.charge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.SchemeMaster;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.SubsidyScheme;

/** 公費の制度 – the national rows of the {@link SchemeMaster}, by 法別番号 in the order of application. A number that is not among them is a local scheme. */
public final class Schemes {

    private static final List<Ruling> ALL = SchemeMaster.load().all().stream()
            .filter(SubsidyScheme::national)
            .map(Ruling::of)
            .toList();
    private static final int LOCAL = 1000;

    private Schemes() {}

    /** Every row, in force or not, in order of application. */
    public static List<Ruling> all() {
        return ALL;
    }

    /** 法別番号 of a national row, two digits. */
    static String code(Ruling row) {
        return row.cell("first").substring(0, 2);
    }

    /** The national scheme of a 法別番号 (two digits) on a day; empty for local schemes. */
    public static Optional<Ruling> national(String code, LocalDate day) {
        return ALL.stream()
                .filter(row -> code(row).equals(code) && row.holds(day))
                .findFirst();
    }

    /** The national scheme of a certificate on a day; empty for local schemes and for certificates without a payer number. */
    public static Optional<Ruling> of(SubsidyCertificate certificate, LocalDate day) {
        return certificate.schemeCode().flatMap(code -> national(code, day));
    }

    /** 公費優先順位 – the place of a certificate in the order; all local schemes share the last one. */
    static int order(SubsidyCertificate certificate, LocalDate day) {
        return of(certificate, day)
                .map(row -> Integer.parseInt(row.cell("order")))
                .orElse(LOCAL);
    }
}
