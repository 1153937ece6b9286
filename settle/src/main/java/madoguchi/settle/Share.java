package madoguchi.settle;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.Relation;
import madoguchi.core.Scheme;
import madoguchi.uke.ReceiptType;
import madoguchi.uke.ReceiptType.Group;
import madoguchi.uke.ReceiptType.Patient;

/** 負担割合と患者の区分 – what a coverage makes of the patient on a day ({@code claims-uke.md} §5.1, §10). */
public final class Share {

    private static final int ELDERLY = 70;
    private static final int SCHOOL_MONTH = 4;
    private static final int SCHOOL_AGE = 6;
    private static final int ACTIVE = 30;

    private Share() {}

    /** The patient's share in percent; empty where the registers do not tell (70 and above without a certificate or rate). */
    public static OptionalInt percent(Coverage coverage, LocalDate day) {
        Optional<CopaymentRate> told = told(coverage, day);
        if (told.isPresent()) {
            return OptionalInt.of(told.get().percent());
        }
        LocalDate birth = coverage.holder().birth();
        if (!day.isBefore(birth.plusYears(ELDERLY))) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(isPreschool(birth, day) ? 20 : 30);
    }

    private static Optional<CopaymentRate> told(Coverage coverage, LocalDate day) {
        return isLateElderly(coverage)
                ? coverage.rate()
                : coverage.elderly()
                        .filter(certificate -> certificate.valid().contains(day))
                        .map(certificate -> certificate.rate());
    }

    /** The type of a receipt as this coverage has it; the same where the table has none such. */
    public static ReceiptType type(ReceiptType claimed, Coverage coverage, LocalDate day) {
        if (claimed.group() == Group.PUBLIC_ONLY) {
            return claimed;
        }
        Group group = isLateElderly(coverage)
                ? Group.LATE_ELDERLY
                : claimed.group() == Group.LATE_ELDERLY ? Group.INSURANCE : claimed.group();
        return claimed.with(group, patient(coverage, day)).orElse(claimed);
    }

    private static Patient patient(Coverage coverage, LocalDate day) {
        Optional<CopaymentRate> told = told(coverage, day);
        if (told.isPresent() || isLateElderly(coverage)) {
            return told.filter(rate -> rate.percent() == ACTIVE).isPresent() ? Patient.ELDERLY_ACTIVE : Patient.ELDERLY;
        }
        if (isPreschool(coverage.holder().birth(), day)) {
            return Patient.PRESCHOOL;
        }
        return coverage.relation().filter(Relation.DEPENDENT::equals).isPresent() ? Patient.FAMILY : Patient.INSURED;
    }

    private static boolean isLateElderly(Coverage coverage) {
        return coverage.id().insurer().scheme() == Scheme.LATE_ELDERLY;
    }

    /** Until 31 March after the sixth birthday; who is born on 1 April was six the day before. */
    private static boolean isPreschool(LocalDate birth, LocalDate day) {
        LocalDate sixth = birth.plusYears(SCHOOL_AGE).minusDays(1);
        int year = sixth.getMonthValue() < SCHOOL_MONTH ? sixth.getYear() : sixth.getYear() + 1;
        return day.isBefore(LocalDate.of(year, SCHOOL_MONTH, 1));
    }
}
