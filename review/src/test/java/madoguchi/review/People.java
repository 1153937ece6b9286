package madoguchi.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.CoverageHistory;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LossReason;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Relation;
import madoguchi.core.Sex;
import madoguchi.core.Timeline;
import madoguchi.core.Timeline.Stay;
import madoguchi.core.Typed;

/** 登録された人々 – a register that is a map, of invented people. */
final class People implements CoverageHistory {

    static final LocalDate BIRTH = LocalDate.of(1985, 4, 12);
    static final LocalDate LONG_AGO = LocalDate.of(2020, 4, 1);

    private final Map<String, List<Timeline>> byNumber = new HashMap<>();
    private final List<Timeline> all = new ArrayList<>();

    /** Registers a person with these coverages. */
    People with(Stay... stays) {
        Timeline person = new Timeline(List.of(stays));
        all.add(person);
        for (Stay stay : stays) {
            byNumber.computeIfAbsent(
                            key(stay.coverage().id(), stay.coverage().holder().birth()), fresh -> new ArrayList<>())
                    .add(person);
        }
        return this;
    }

    private static String key(InsuredId id, LocalDate birth) {
        return id.insurer() + "/" + id.numberKey() + "/" + birth;
    }

    @Override
    public List<Timeline> of(InsuredId insured, LocalDate birth) {
        return List.copyOf(byNumber.getOrDefault(key(insured, birth), List.of()));
    }

    @Override
    public List<Timeline> named(String kana, LocalDate birth) {
        return all.stream()
                .filter(person -> person.stays().stream()
                        .map(stay -> stay.coverage().holder())
                        .anyMatch(holder -> holder.birth().equals(birth)
                                && Typed.key(holder.name().reading()).equals(Typed.key(kana))))
                .toList();
    }

    static InsuredId id(String insurer, String symbol, String number, String branch) {
        return new InsuredId(
                new InsurerNumber(insurer),
                Optional.of(symbol).filter(text -> !text.isEmpty()),
                number,
                Optional.of(branch).filter(text -> !text.isEmpty()));
    }

    static Stay stay(InsuredId id, LocalDate from, Optional<LocalDate> until, Optional<LossReason> why) {
        return stay(id, from, until, why, Optional.empty(), BIRTH, "ベツノヒト", Relation.INSURED);
    }

    static Stay stay(
            InsuredId id,
            LocalDate from,
            Optional<LocalDate> until,
            Optional<LossReason> why,
            Optional<LocalDate> collected,
            LocalDate birth,
            String kana,
            Relation relation) {
        Optional<CopaymentRate> rate = id.branch().isEmpty() ? Optional.of(new CopaymentRate(10)) : Optional.empty();
        boolean seventy = !birth.plusYears(70).isAfter(LocalDate.of(2026, 4, 30));
        return new Stay(
                new Coverage(
                        id,
                        CoverageClass.GENERAL,
                        Optional.of(relation),
                        Optional.empty(),
                        new Holder(
                                PersonName.of("見本　三郎", kana),
                                Sex.MALE,
                                Optional.empty(),
                                birth,
                                Optional.of("東京都港区架空町１－２－３"),
                                Optional.empty()),
                        "見本産業健康保険組合",
                        Optional.of(new Period(from, until)),
                        Optional.of(from),
                        Optional.empty(),
                        why,
                        rate,
                        false,
                        seventy
                                ? Optional.of(new ElderlyRecipientCertificate(
                                        Optional.empty(),
                                        new Period(LONG_AGO, Optional.empty()),
                                        new CopaymentRate(20)))
                                : Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of()),
                collected);
    }
}
