package madoguchi.settle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.CoverageHistory;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LimitCertificate;
import madoguchi.core.LimitClass;
import madoguchi.core.LimitKind;
import madoguchi.core.LossReason;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Relation;
import madoguchi.core.Sex;
import madoguchi.core.Timeline;
import madoguchi.core.Timeline.Stay;
import madoguchi.core.Typed;

/** 登録された資格 – coverages of invented people, put together by words, and a register that is a list. */
record Registered(
        String insurer,
        String symbol,
        String number,
        String branch,
        LocalDate from,
        Optional<LocalDate> end,
        Optional<LossReason> loss,
        Optional<LocalDate> collected,
        Relation relation,
        Optional<LimitClass> limit,
        Optional<Integer> elderlyPercent,
        LocalDate birth) {

    static final LocalDate BIRTH = LocalDate.of(1985, 4, 12);
    static final LocalDate LONG_AGO = LocalDate.of(2020, 4, 1);

    static Registered at(String insurer, String symbol, String number, String branch) {
        return new Registered(
                insurer,
                symbol,
                number,
                branch,
                LONG_AGO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Relation.INSURED,
                Optional.empty(),
                Optional.empty(),
                BIRTH);
    }

    /** From this day on. */
    Registered from(LocalDate day) {
        return new Registered(
                insurer, symbol, number, branch, day, end, loss, collected, relation, limit, elderlyPercent, birth);
    }

    /** Until this day, the first without. */
    Registered until(LocalDate day) {
        return until(day, LossReason.OTHER_COVERAGE);
    }

    Registered until(LocalDate day, LossReason reason) {
        return new Registered(
                insurer,
                symbol,
                number,
                branch,
                from,
                Optional.of(day),
                Optional.of(reason),
                collected,
                relation,
                limit,
                elderlyPercent,
                birth);
    }

    Registered collected(LocalDate day) {
        return new Registered(
                insurer,
                symbol,
                number,
                branch,
                from,
                end,
                loss,
                Optional.of(day),
                relation,
                limit,
                elderlyPercent,
                birth);
    }

    Registered limited(LimitClass limitClass) {
        return new Registered(
                insurer,
                symbol,
                number,
                branch,
                from,
                end,
                loss,
                collected,
                relation,
                Optional.of(limitClass),
                elderlyPercent,
                birth);
    }

    Registered elderly(int percent) {
        return new Registered(
                insurer,
                symbol,
                number,
                branch,
                from,
                end,
                loss,
                collected,
                relation,
                limit,
                Optional.of(percent),
                birth);
    }

    Registered family() {
        return new Registered(
                insurer,
                symbol,
                number,
                branch,
                from,
                end,
                loss,
                collected,
                Relation.DEPENDENT,
                limit,
                elderlyPercent,
                birth);
    }

    Stay stay() {
        Period always = new Period(LONG_AGO, Optional.empty());
        return new Stay(
                new Coverage(
                        new InsuredId(
                                new InsurerNumber(insurer),
                                Optional.of(symbol).filter(text -> !text.isEmpty()),
                                number,
                                Optional.of(branch).filter(text -> !text.isEmpty())),
                        CoverageClass.GENERAL,
                        Optional.of(relation),
                        Optional.empty(),
                        new Holder(
                                PersonName.of("見本　一郎", "ミホン イチロウ"),
                                Sex.MALE,
                                Optional.empty(),
                                birth,
                                Optional.of("東京都港区架空町１－２－３"),
                                Optional.empty()),
                        "架空健康保険組合",
                        Optional.of(new Period(from, end)),
                        Optional.of(from),
                        Optional.empty(),
                        loss,
                        Optional.empty(),
                        false,
                        elderlyPercent.map(percent ->
                                new ElderlyRecipientCertificate(Optional.empty(), always, new CopaymentRate(percent))),
                        limit.map(limitClass -> new LimitCertificate(
                                LimitKind.LIMIT, limitClass, Optional.empty(), always, Optional.empty())),
                        List.of(),
                        List.of()),
                collected);
    }

    static Timeline person(Registered... coverages) {
        return new Timeline(List.of(coverages).stream().map(Registered::stay).toList());
    }

    /** A register of these people. */
    static CoverageHistory register(Timeline... people) {
        return new CoverageHistory() {
            @Override
            public List<Timeline> of(InsuredId insured, LocalDate birth) {
                return List.of(people).stream()
                        .filter(person -> person.stays().stream()
                                .map(Stay::coverage)
                                .anyMatch(coverage -> coverage.id().insurer().equals(insured.insurer())
                                        && coverage.id().numberKey().equals(insured.numberKey())
                                        && coverage.holder().birth().equals(birth)))
                        .toList();
            }

            @Override
            public List<Timeline> named(String kana, LocalDate birth) {
                return List.of(people).stream()
                        .filter(person -> person.stays().stream()
                                .map(stay -> stay.coverage().holder())
                                .anyMatch(holder -> holder.birth().equals(birth)
                                        && Typed.key(holder.name().reading()).equals(Typed.key(kana))))
                        .toList();
            }
        };
    }
}
