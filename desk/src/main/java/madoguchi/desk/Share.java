package madoguchi.desk;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.Scheme;
import madoguchi.core.Text;

/**
 * 負担 – the patient's share, and where it is known from.
 *
 * @param value such as 3割
 * @param source where from: the register, or our reckoning from age
 * @param derived whether it was reckoned here and not told by the register
 * @param look whether a clerk must look at a certificate, because it cannot even be reckoned or is out of the ordinary
 */
record Share(Text value, Text source, boolean derived, boolean look) {

    private static final Text REGISTER = new Text("登録されている割合", "as registered");
    private static final Text FROM_AGE = new Text("年齢から。証で確認", "from age; check the certificate");
    private static final MonthDay LAST_DAY_BEFORE_SCHOOL = MonthDay.of(Month.MARCH, 31);

    /** The share on a day: what the register says first; only where it says nothing, what age says (健康保険法の自己負担: 未就学 2割, 70歳から証による). */
    static Share of(Coverage coverage, LocalDate day) {
        if (coverage.kind() == CoverageClass.MEDICAL_ASSISTANCE) {
            return new Share(
                    new Text("医療券の本人支払額による", "as on the medical ticket"),
                    new Text("医療扶助", "medical assistance"),
                    false,
                    false);
        }
        if (coverage.kind() == CoverageClass.SPECIAL_MEDICAL_EXPENSES) {
            return new Share(
                    new Text("10割（特別療養費）", "100% (special medical expenses)"),
                    new Text("証の区分から。あとで保険者から払い戻し", "from the class; the insurer reimburses later"),
                    true,
                    true);
        }
        if (coverage.rate().isPresent()) {
            return registered(coverage.rate().get(), REGISTER);
        }
        if (coverage.elderly().isPresent() && coverage.elderly().get().valid().contains(day)) {
            return registered(coverage.elderly().get().rate(), new Text("高齢受給者証", "elderly recipient certificate"));
        }
        if (coverage.preschool()) {
            return new Share(
                    new CopaymentRate(20).label(), new Text("未就学区分から", "registered as preschool"), true, false);
        }
        return byAge(coverage, day);
    }

    private static Share registered(CopaymentRate rate, Text source) {
        return new Share(rate.label(), source, false, false);
    }

    private static Share byAge(Coverage coverage, LocalDate day) {
        LocalDate birth = coverage.holder().birth();
        if (coverage.id().insurer().scheme() == Scheme.LATE_ELDERLY) {
            return new Share(
                    new Text("1〜3割", "10–30%"),
                    new Text("割合が届いていません。証で確認", "no rate came; check the certificate"),
                    true,
                    true);
        }
        if (!day.isBefore(firstDayOfSeventies(birth))) {
            return new Share(
                    new Text("2割か3割", "20% or 30%"),
                    new Text("70歳以上。高齢受給者証で確認", "70 or older; check the certificate"),
                    true,
                    true);
        }
        return new Share(
                new CopaymentRate(day.isAfter(lastPreschoolDay(birth)) ? 30 : 20).label(), FROM_AGE, true, false);
    }

    /* One reaches an age on the day before the birthday; the seventies' share begins with the month after. */
    private static LocalDate firstDayOfSeventies(LocalDate birth) {
        return birth.plusYears(70).minusDays(1).withDayOfMonth(1).plusMonths(1);
    }

    private static LocalDate lastPreschoolDay(LocalDate birth) {
        LocalDate six = birth.plusYears(6).minusDays(1);
        LocalDate sameYear = LAST_DAY_BEFORE_SCHOOL.atYear(six.getYear());
        return six.isAfter(sameYear) ? sameYear.plusYears(1) : sameYear;
    }
}
