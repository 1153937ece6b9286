package madoguchi.charge;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Ceiling;
import madoguchi.core.CeilingKind;
import madoguchi.core.CopaymentRate;
import madoguchi.core.LimitClass;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Period;
import madoguchi.core.RecipientNumber;
import madoguchi.core.SubsidyCertificate;

/** Invented certificates and bills. */
final class Sample {

    static final LocalDate DAY = LocalDate.of(2026, 5, 25);
    static final MedicalInstitutionCode CLINIC = new MedicalInstitutionCode("1319999999");
    static final Set<CeilingKind> ALL = EnumSet.allOf(CeilingKind.class);

    private Sample() {}

    static SubsidyCertificate certificate(String payer, Set<CeilingKind> summed, Ceiling... ceilings) {
        return new SubsidyCertificate(
                "医療受給者証",
                "架空区",
                Optional.of(payer),
                Optional.of(new RecipientNumber("5400015")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                Period.through(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
                Arrays.asList(ceilings),
                summed,
                Optional.empty(),
                List.of());
    }

    /** A monthly ceiling over everything. */
    static Ceiling month(long yen) {
        return new Ceiling(CeilingKind.MEDICAL_DENTAL_ALL, Ceiling.Span.MONTH, yen, Optional.empty());
    }

    /** 指定難病 with one ceiling for everything. */
    static Held nanbyo(long ceiling) {
        return Held.of(certificate("54139993", ALL, month(ceiling)));
    }

    static Held of(String payer, Ceiling... ceilings) {
        return Held.of(certificate(payer, ceilings.length == 0 ? Set.of() : ALL, ceilings));
    }

    static Bill bill(long total, int rate) {
        return bill(total, rate, DAY, Optional.empty());
    }

    static Bill bill(long total, int rate, LocalDate day, Optional<LimitClass> limit) {
        return new Bill(day, Service.MEDICAL_OUTPATIENT, total, new CopaymentRate(rate), limit, false, 0, CLINIC);
    }

    static Bill at(Service service, Bill bill) {
        return new Bill(
                bill.day(),
                service,
                bill.totalYen(),
                bill.rate(),
                bill.limitClass(),
                bill.frequent(),
                bill.earlierYen(),
                bill.facility());
    }
}
