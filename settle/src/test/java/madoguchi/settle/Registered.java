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
import madoguchi.fixture.ListedRegister;

/** 登録された資格 – a coverage of an invented person, put together by words. */
record Registered(
        InsuredId id,
        Relation relation,
        Period days,
        Optional<LossReason> loss,
        Optional<LocalDate> collected,
        Optional<LimitClass> limit,
        Optional<Integer> elderlyPercent) {

    static final LocalDate BIRTH = LocalDate.of(1985, 4, 12);
    static final LocalDate LONG_AGO = LocalDate.of(2020, 4, 1);

    static Registered at(String insurer, String symbol, String number, String branch) {
        return new Registered(
                new InsuredId(new InsurerNumber(insurer), filled(symbol), number, filled(branch)),
                Relation.INSURED,
                Period.startingOn(LONG_AGO),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(any -> !any.isEmpty());
    }

    /** From this day on. */
    Registered from(LocalDate day) {
        return during(new Period(day, days.end()), loss);
    }

    /** Until this day, the first without. */
    Registered until(LocalDate day) {
        return until(day, LossReason.OTHER_COVERAGE);
    }

    Registered until(LocalDate day, LossReason reason) {
        return during(new Period(days.from(), Optional.of(day)), Optional.of(reason));
    }

    private Registered during(Period other, Optional<LossReason> reason) {
        return new Registered(id, relation, other, reason, collected, limit, elderlyPercent);
    }

    Registered collected(LocalDate day) {
        return new Registered(id, relation, days, loss, Optional.of(day), limit, elderlyPercent);
    }

    Registered limited(LimitClass limitClass) {
        return new Registered(id, relation, days, loss, collected, Optional.of(limitClass), elderlyPercent);
    }

    Registered elderly(int percent) {
        return new Registered(id, relation, days, loss, collected, limit, Optional.of(percent));
    }

    Registered family() {
        return new Registered(id, Relation.DEPENDENT, days, loss, collected, limit, elderlyPercent);
    }

    Stay stay() {
        Period always = new Period(LONG_AGO, Optional.empty());
        return new Stay(
                new Coverage(
                        id,
                        CoverageClass.GENERAL,
                        Optional.of(relation),
                        Optional.empty(),
                        new Holder(
                                PersonName.of("見本　一郎", "ミホン イチロウ"),
                                Sex.MALE,
                                Optional.empty(),
                                BIRTH,
                                Optional.of("東京都港区架空町１－２－３"),
                                Optional.empty()),
                        "架空健康保険組合",
                        Optional.of(days),
                        Optional.of(days.from()),
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
        return new ListedRegister(List.of(people));
    }
}
