package madoguchi.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.CoverageHistory;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Scheme;
import madoguchi.core.Sex;
import madoguchi.core.Timeline;

/*
 * The agency sees registers, a facility sees answers: one for each visit day. They are laid together as if they were a register of this one person, so that the same decision can be run over
 * them. What an answer does not tell is not made up, with one exception: "a newer coverage exists" without its number becomes a coverage without a name, held for that day, because all the
 * decision needs to know is that there is one. When an insurer had a certificate back, no answer tells; so that return (S-07) is not foreseen here.
 */

/** 回答から見た資格の経過 – the coverages of one person as far as answers told them to this facility. */
final class FacilityHistory implements CoverageHistory {

    /** 番号の分からない新しい資格. */
    private static final InsuredId NEW =
            new InsuredId(new InsurerNumber("00000000"), Optional.empty(), "0", Optional.empty());

    private final List<Timeline> person;

    private FacilityHistory(List<Coverage> coverages) {
        this.person = coverages.isEmpty() ? List.of() : List.of(Timeline.of(coverages.toArray(Coverage[]::new)));
    }

    /** Of whom nothing is known. */
    static FacilityHistory nobody() {
        return new FacilityHistory(List.of());
    }

    static FacilityHistory of(InsuredId claimed, LocalDate birth, List<DayAnswer> days) {
        Map<String, Coverage> found = new LinkedHashMap<>();
        Coverage lost = unnamed(claimed, birth);
        for (DayAnswer day : days) {
            for (Answer answer : day.answers()) {
                lay(found, answer, day.day(), lost);
            }
        }
        forgetUnnamed(found, claimed);
        return new FacilityHistory(new ArrayList<>(found.values()));
    }

    /* Who the newer one is may be known from a reception. */
    private static void forgetUnnamed(Map<String, Coverage> found, InsuredId claimed) {
        boolean known = found.values().stream()
                .filter(one -> isUnnamed(one.id()))
                .flatMap(one -> one.qualified().stream())
                .anyMatch(period -> found.values().stream()
                        .anyMatch(one -> !isUnnamed(one.id())
                                && !Numbers.same(one.id(), claimed)
                                && one.coversDay(period.from())));
        if (known) {
            found.values().removeIf(one -> isUnnamed(one.id()));
        }
    }

    /** Whether a coverage was only told to exist. */
    static boolean isUnnamed(InsuredId found) {
        return found.equals(NEW);
    }

    /** Every coverage, in force or not. */
    List<Coverage> coverages() {
        return person.stream()
                .flatMap(timeline -> timeline.stays().stream())
                .map(Timeline.Stay::coverage)
                .toList();
    }

    @Override
    public List<Timeline> of(InsuredId insured, LocalDate birth) {
        return person;
    }

    @Override
    public List<Timeline> named(String kana, LocalDate birth) {
        return List.of();
    }

    private static void lay(Map<String, Coverage> found, Answer answer, LocalDate day, Coverage lost) {
        switch (answer) {
            case Answer.Active(var coverages) -> coverages.forEach(one -> held(found, one, day));
            case Answer.ActiveUnregistered(var coverage) -> held(found, coverage, day);
            case Answer.Inactive(var former) -> ended(found, former.orElse(lost), day);
            case Answer.InactiveNewExists(var former) -> {
                ended(found, former.orElse(lost), day);
                held(found, renamed(lost, NEW), day);
            }
            case Answer.NotFound a -> {}
            case Answer.Ambiguous a -> {}
            case Answer.Unreachable a -> {}
            case Answer.NotAsked a -> {}
        }
    }

    private static void held(Map<String, Coverage> found, Coverage coverage, LocalDate day) {
        if (coverage.id().insurer().scheme() == Scheme.MEDICAL_ASSISTANCE) {
            return;
        }
        if (coverage.qualified().isPresent()) {
            found.put(key(coverage), coverage);
            return;
        }
        Period before = Optional.ofNullable(found.get(key(coverage)))
                .flatMap(Coverage::qualified)
                .orElse(Period.through(day, day));
        found.put(
                key(coverage),
                during(
                        coverage,
                        Period.through(
                                before.from().isBefore(day) ? before.from() : day,
                                before.lastDay().filter(day::isBefore).orElse(day))));
    }

    private static void ended(Map<String, Coverage> found, Coverage former, LocalDate day) {
        boolean told =
                former.qualified().filter(period -> !period.contains(day)).isPresent();
        LocalDate birth = former.holder().birth();
        Coverage shown = told ? former : during(former, Period.until(birth.isAfter(day) ? day : birth, day));
        found.values().removeIf(one -> Numbers.same(one.id(), shown.id()) && one.coversDay(day));
        found.put(key(shown), shown);
    }

    private static String key(Coverage coverage) {
        InsuredId id = coverage.id();
        return id.insurer() + "/" + id.symbolKey() + "/" + id.numberKey() + "/"
                + coverage.qualified()
                        .map(Period::from)
                        .map(LocalDate::toString)
                        .orElse("");
    }

    private static Coverage unnamed(InsuredId id, LocalDate birth) {
        return new Coverage(
                id,
                CoverageClass.GENERAL,
                Optional.empty(),
                Optional.empty(),
                new Holder(
                        new PersonName("－", Optional.empty(), Optional.empty(), Optional.empty()),
                        Sex.MALE,
                        Optional.empty(),
                        birth,
                        Optional.empty(),
                        Optional.empty()),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static Coverage renamed(Coverage coverage, InsuredId id) {
        return unnamed(id, coverage.holder().birth());
    }

    private static Coverage during(Coverage coverage, Period period) {
        return new Coverage(
                coverage.id(),
                coverage.kind(),
                coverage.relation(),
                coverage.insuredName(),
                coverage.holder(),
                coverage.insurerName(),
                Optional.of(period),
                coverage.issued(),
                coverage.cardValid(),
                coverage.lossReason(),
                coverage.rate(),
                coverage.preschool(),
                coverage.elderly(),
                coverage.limit(),
                coverage.diseases(),
                coverage.tickets());
    }
}
