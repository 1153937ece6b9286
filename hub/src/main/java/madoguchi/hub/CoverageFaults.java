package madoguchi.hub;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.Coverage;
import madoguchi.core.InsuredId;
import madoguchi.core.Period;
import madoguchi.core.Scheme;
import madoguchi.core.Typed;

/** 一つの資格の点検 – what is wrong with one coverage by itself. What concerns the counter is looked at on the day only; what concerns the register, always. */
final class CoverageFaults {

    /** 後期高齢者医療の被保険者番号, digits. */
    private static final int LATE_ELDERLY_DIGITS = 8;

    /** 公費（医療扶助）の受給者番号, digits. */
    private static final int RECIPIENT_DIGITS = 7;

    private CoverageFaults() {}

    static void of(Fact fact, QualityQuestion question, boolean hidden, QualitySink sink) {
        for (QualityKind kind : QualityKind.values()) {
            if (is(kind, fact.coverage(), question)) {
                sink.finding(QualityFinding.about(kind, fact, hidden));
            }
        }
    }

    private static boolean is(QualityKind kind, Coverage coverage, QualityQuestion question) {
        LocalDate day = question.day();
        LocalDate birth = coverage.holder().birth();
        return switch (kind) {
            case CHECK_DIGIT -> !coverage.id().insurer().checkDigitHolds();
            case NUMBER_FORM -> !hasForm(coverage);
            case BRANCH_MISSING ->
                hasHousehold(coverage) && coverage.id().branch().isEmpty() && coverage.coversDay(day);
            case NO_REASON ->
                coverage.qualified().flatMap(Period::end).isPresent()
                        && coverage.lossReason().isEmpty();
            case CERTIFICATE_EXPIRED ->
                coverage.coversDay(day)
                        && coverage.cardValid()
                                .flatMap(Period::end)
                                .filter(end -> !end.isAfter(day))
                                .isPresent();
            case PRESCHOOL ->
                hasHousehold(coverage)
                        && coverage.coversDay(day)
                        && coverage.preschool() != question.terms().isPreschool(birth, day);
            case SHARE_MISSING ->
                scheme(coverage) == Scheme.Kind.LATE_ELDERLY
                        && coverage.coversDay(day)
                        && coverage.rate().isEmpty();
            case ELDERLY_CERTIFICATE ->
                hasHousehold(coverage)
                        && coverage.coversDay(day)
                        && question.terms().needsElderlyCertificate(birth, day)
                        && coverage.withoutExpired(day).elderly().isEmpty();
            case BLACK_CIRCLE -> coverage.holder().name().hasBlackCircle();
            case NO_KANA -> coverage.holder().name().kana().isEmpty();
            case MIXED_PERSON, LOOK_ALIKE, TWO_AT_ONCE, OVERLAP, GAP, LATE_START, LATE_LOSS, DEPENDENT_LEFT_BEHIND ->
                false;
        };
    }

    private static Scheme.Kind scheme(Coverage coverage) {
        return coverage.id().insurer().scheme().kind();
    }

    /** Insurance with branch numbers, preschool flag and elderly certificates. */
    private static boolean hasHousehold(Coverage coverage) {
        return scheme(coverage) == Scheme.Kind.EMPLOYEES || scheme(coverage) == Scheme.Kind.NATIONAL;
    }

    private static boolean hasForm(Coverage coverage) {
        InsuredId id = coverage.id();
        String number = Typed.key(id.number());
        return switch (scheme(coverage)) {
            case LATE_ELDERLY -> isAlone(id, number, LATE_ELDERLY_DIGITS);
            case MEDICAL_ASSISTANCE -> isAlone(id, number, RECIPIENT_DIGITS);
            case EMPLOYEES, NATIONAL -> Typed.isDigits(number);
            case OTHER -> true;
        };
    }

    private static boolean isAlone(InsuredId id, String number, int digits) {
        return id.symbol().equals(Optional.empty())
                && id.branch().isEmpty()
                && Typed.isDigits(number)
                && number.length() == digits;
    }
}
