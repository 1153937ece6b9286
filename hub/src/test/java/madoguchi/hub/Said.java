package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Caller;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.Holder;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LimitCertificate;
import madoguchi.core.LimitClass;
import madoguchi.core.LimitKind;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Sex;
import madoguchi.core.SpecificDisease;
import madoguchi.core.SpecificDiseaseCategory;

/** 作った事実 – facts made by hand, and the questions about them. {@code said(1)} is the first thing ever recorded. */
record Said(
        long id,
        Instant recordedAt,
        long person,
        boolean withdrawn,
        boolean suppressed,
        InsuredId insured,
        CoverageClass kind,
        LocalDate birth,
        Period qualified,
        Optional<LimitCertificate> limit,
        List<SpecificDisease> diseases) {

    static final LocalDate BIRTH = LocalDate.of(1987, 4, 12);
    static final Caller CLINIC = new Caller(new MedicalInstitutionCode("1319999913"), "desk", "clerk");
    static final InsuredId WARD = id("138016", "12-34", "567890", "02");
    static final InsuredId COMPANY = id("06138010", "500", "77", "00");
    static final InsuredId WELFARE =
            new InsuredId(new InsurerNumber("12138012"), Optional.empty(), "1234567", Optional.empty());

    /** A ward resident's coverage since April 2020, recorded at nine o'clock on the first day of that month. */
    static Said said(long id) {
        return new Said(
                id,
                at("2020-04-01T00:00:00Z"),
                1,
                false,
                false,
                WARD,
                CoverageClass.GENERAL,
                BIRTH,
                Period.startingOn(day("2020-04-01")),
                Optional.empty(),
                List.of());
    }

    static InsuredId id(String insurer, String symbol, String number, String branch) {
        return new InsuredId(new InsurerNumber(insurer), Optional.of(symbol), number, Optional.of(branch));
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    static Instant at(String iso) {
        return Instant.parse(iso);
    }

    static Inquiry asking(InsuredId insured, String day) {
        return Inquiry.byNumber(insured, BIRTH, day(day), true, CLINIC);
    }

    static MedicalTicket ticket(String month, MedicalInstitutionCode facility) {
        YearMonth of = YearMonth.parse(month);
        return new MedicalTicket(of, Period.through(of.atDay(1), of.atEndOfMonth()), "K-1", facility, 0);
    }

    Said recorded(String instant) {
        return new Said(
                id, at(instant), person, withdrawn, suppressed, insured, kind, birth, qualified, limit, diseases);
    }

    Said of(long somebody) {
        return new Said(
                id, recordedAt, somebody, withdrawn, suppressed, insured, kind, birth, qualified, limit, diseases);
    }

    Said takenBack() {
        return new Said(id, recordedAt, person, true, suppressed, insured, kind, birth, qualified, limit, diseases);
    }

    Said hidden() {
        return new Said(id, recordedAt, person, withdrawn, true, insured, kind, birth, qualified, limit, diseases);
    }

    Said under(InsuredId number) {
        return new Said(id, recordedAt, person, withdrawn, suppressed, number, kind, birth, qualified, limit, diseases);
    }

    Said assistance() {
        return new Said(
                id,
                recordedAt,
                person,
                withdrawn,
                suppressed,
                WELFARE,
                CoverageClass.MEDICAL_ASSISTANCE,
                birth,
                qualified,
                limit,
                diseases);
    }

    Said from(String first) {
        return covering(Period.startingOn(day(first)));
    }

    /** Covered from the first day until the first day without. */
    Said until(String first, String firstDayWithout) {
        return covering(Period.until(day(first), day(firstDayWithout)));
    }

    private Said covering(Period days) {
        return new Said(id, recordedAt, person, withdrawn, suppressed, insured, kind, birth, days, limit, diseases);
    }

    Said limited(String first, String last) {
        return new Said(
                id,
                recordedAt,
                person,
                withdrawn,
                suppressed,
                insured,
                kind,
                birth,
                qualified,
                Optional.of(new LimitCertificate(
                        LimitKind.LIMIT,
                        LimitClass.A03,
                        Optional.empty(),
                        Period.through(day(first), day(last)),
                        Optional.empty())),
                diseases);
    }

    Said ill(String first, String last) {
        return new Said(
                id,
                recordedAt,
                person,
                withdrawn,
                suppressed,
                insured,
                kind,
                birth,
                qualified,
                limit,
                List.of(new SpecificDisease(
                        SpecificDiseaseCategory.DIALYSIS,
                        Optional.empty(),
                        Period.through(day(first), day(last)),
                        10_000)));
    }

    Coverage coverage() {
        return new Coverage(
                insured,
                kind,
                Optional.empty(),
                Optional.empty(),
                new Holder(
                        PersonName.of("架空　太郎", "ｶｸｳ ﾀﾛｳ"),
                        Sex.MALE,
                        Optional.empty(),
                        birth,
                        Optional.empty(),
                        Optional.empty()),
                "架空区",
                Optional.of(qualified),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                limit,
                diseases,
                List.of());
    }

    /** What the insurer said, under the name that the import would give it. */
    Fact fact() {
        String name = String.join(
                "/",
                insured.insurer().digits(),
                insured.symbolKey(),
                insured.numberKey(),
                insured.branch().orElse(""),
                Long.toString(person),
                qualified.from().toString());
        return new Fact(id, recordedAt, person, name, withdrawn, suppressed, coverage());
    }

    @Override
    public String toString() {
        return "Said[" + id + "]";
    }
}
