package madoguchi.settle;

import java.time.LocalDate;
import java.util.List;
import madoguchi.core.CoverageHistory;
import madoguchi.core.InsuredId;
import madoguchi.core.Timeline;
import madoguchi.core.Timeline.Stay;
import madoguchi.core.Typed;

/** 一覧の登録簿 – a register that is a list, looked through from the beginning each time. */
record PlainRegister(List<Timeline> people) implements CoverageHistory {

    @Override
    public List<Timeline> of(InsuredId insured, LocalDate birth) {
        return people.stream()
                .filter(person -> person.stays().stream()
                        .map(Stay::coverage)
                        .anyMatch(coverage -> coverage.id().insurer().equals(insured.insurer())
                                && coverage.id().numberKey().equals(insured.numberKey())
                                && coverage.holder().birth().equals(birth)))
                .toList();
    }

    @Override
    public List<Timeline> named(String kana, LocalDate birth) {
        return people.stream()
                .filter(person -> person.stays().stream()
                        .map(stay -> stay.coverage().holder())
                        .anyMatch(holder -> holder.birth().equals(birth)
                                && Typed.key(holder.name().reading()).equals(Typed.key(kana))))
                .toList();
    }
}
