package madoguchi.hub;

import static madoguchi.hub.FileOf.line;
import static madoguchi.hub.FileOf.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageHistory;
import madoguchi.core.Filed;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LossReason;
import madoguchi.core.Problem;
import madoguchi.core.Scheme;
import madoguchi.core.Subject;
import madoguchi.core.Timeline;
import madoguchi.town.Batch;
import madoguchi.town.Town;
import madoguchi.town.TownHub;
import madoguchi.town.Townsperson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The registers as the review agency sees them: the same from memory and from the database, and as the town's own naive hub has them. */
class RegisterHistoryTest {

    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final LocalDate BIRTH = LocalDate.of(1987, 4, 12);

    private final HikariDataSource database = Databases.fresh();
    private final CoverageHistory stored = new RegisterHistory(database, Optional.empty());

    @AfterEach
    void close() {
        database.close();
    }

    private void take(String name, byte[] bytes, Instant at) {
        assertThat(new Registrations(database, new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK)
                        .take(Source.of(name, bytes), at, rows -> {})
                        .problems())
                .isEmpty();
    }

    @SafeVarargs
    private void take(Map<String, String>... registered) {
        take("a.csv", lines(registered).utf8(), NOW);
    }

    private static InsuredId number(String number) {
        return new InsuredId(new InsurerNumber("138016"), Optional.empty(), number, Optional.empty());
    }

    private static List<Coverage> coverages(Timeline person) {
        return person.stays().stream().map(Timeline.Stay::coverage).toList();
    }

    @Test
    void everybodyOfTheTownIsThereAsTheNaiveHubHasThemFromMemoryAndFromTheDatabase() throws InterruptedException {
        Town town = Town.load();
        for (Batch batch : town.batches()) {
            take(batch.fileName(), batch.bytes(), batch.recordedAt());
        }
        TownHub naive = new TownHub(town.batches(), CLOCK);
        int shown = 0;
        int hidden = 0;
        try (RegisterIndex index = new RegisterIndex(database, Optional.empty())) {
            while (!index.isServing()) {
                Thread.onSpinWait();
            }
            CoverageHistory memory = new RegisterHistory(database, Optional.of(index));
            for (Townsperson person : town.people()) {
                for (InsuredId id : person.ids().values()) {
                    List<Timeline> found = stored.of(id, person.birth());
                    assertThat(memory.of(id, person.birth())).isEqualTo(found);
                    if (id.insurer().scheme() == Scheme.MEDICAL_ASSISTANCE) {
                        continue;
                    }
                    for (LocalDate month = LocalDate.of(2023, 4, 1);
                            month.getYear() < 2027;
                            month = month.plusMonths(1)) {
                        Answer answer = naive.inquire(new Inquiry(
                                        new Subject.ByNumber(id, person.birth()),
                                        month,
                                        Optional.empty(),
                                        true,
                                        true,
                                        town.clinic().caller()))
                                .answer();
                        compare(person.key(), month, id, found, answer);
                        if (answer instanceof Answer.NotFound) {
                            hidden++;
                        } else {
                            shown++;
                        }
                    }
                }
            }
        }
        assertThat(shown).isGreaterThan(1_000);
        assertThat(hidden).isPositive();
    }

    private static void compare(String who, LocalDate day, InsuredId id, List<Timeline> found, Answer answer) {
        List<Coverage> own = found.stream()
                .flatMap(person -> coverages(person).stream())
                .filter(coverage -> isAsked(coverage.id(), id))
                .toList();
        switch (answer) {
            case Answer.NotFound() -> assertThat(found).as(who).isEmpty();
            case Answer.Active(var active) ->
                assertThat(own.stream()
                                .filter(coverage -> coverage.coversDay(day))
                                .map(coverage -> coverage.withoutExpired(day)))
                        .as("%s on %s", who, day)
                        .contains(active.getFirst().withoutExpired(day));
            case Answer.Inactive(var former) -> lost(who, day, own, former);
            case Answer.InactiveNewExists(var former) -> {
                lost(who, day, own, former);
                assertThat(coverages(found.getFirst())).as(who).anyMatch(coverage -> coverage.coversDay(day));
            }
            case Answer.Ambiguous() -> assertThat(found).as(who).hasSizeGreaterThan(1);
            default -> throw new AssertionError(who + ": " + answer.getClass());
        }
    }

    /** As an inquiry compares: a symbol or branch that was not asked for is not compared. */
    private static boolean isAsked(InsuredId registered, InsuredId asked) {
        return registered.insurer().equals(asked.insurer())
                && registered.numberKey().equals(asked.numberKey())
                && (asked.symbol().isEmpty() || registered.symbolKey().equals(asked.symbolKey()))
                && (asked.branch().isEmpty()
                        || registered.branch().isEmpty()
                        || registered.branch().equals(asked.branch()));
    }

    private static void lost(String who, LocalDate day, List<Coverage> own, Optional<Coverage> former) {
        assertThat(own).as(who).isNotEmpty().noneMatch(coverage -> coverage.coversDay(day));
        former.ifPresent(coverage -> assertThat(own)
                .as(who)
                .anyMatch(one -> one.qualified().equals(coverage.qualified())
                        && one.lossReason().equals(coverage.lossReason())));
    }

    @Test
    void aLostCoverageIsThereWithItsReasonAndTheOneAfterIt() {
        take(
                line(1, "資格喪失年月日", "20260410", "喪失事由", "01"),
                line(1, "保険者番号", "138024", "番号", "77", "資格取得年月日", "20260410"));
        List<Timeline> found = stored.of(number("500001"), BIRTH);
        assertThat(found).hasSize(1);
        assertThat(coverages(found.getFirst()))
                .extracting(coverage -> coverage.id().insurer().digits(), Coverage::lossReason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("138016", Optional.of(LossReason.DEATH)),
                        org.assertj.core.groups.Tuple.tuple("138024", Optional.empty()));
    }

    @Test
    void somebodyIsFoundByReadingAndBirthWhateverTheWidthOfTheLettersAlsoAfterMoreWasRegistered() {
        take(line(1, "氏名カナ", "ｶｸｳ ﾀﾛｳ"), line(2, "氏名カナ", "カクウ タロウ", "生年月日", "19870413"));
        assertThat(stored.named("カクウ　タロウ", BIRTH)).hasSize(1);
        assertThat(stored.named("カクウジロウ", BIRTH)).isEmpty();
        take("b.csv", lines(line(3, "氏名カナ", "カクウ タロウ")).utf8(), NOW);
        assertThat(stored.named("カクウタロウ", BIRTH)).hasSize(2);
    }

    @Test
    void somebodyHiddenIsNotThereByNumberNorByName() {
        take(line(1, "氏名カナ", "カクウ タロウ", "不開示", "1"), line(2, "氏名カナ", "カクウ タロウ"));
        assertThat(stored.of(number("500001"), BIRTH)).isEmpty();
        assertThat(stored.of(number("500002"), BIRTH)).hasSize(1);
        assertThat(stored.named("カクウタロウ", BIRTH)).hasSize(1);
    }

    private static final String COLLECTIONS = "異動区分,個人番号,保険者番号,記号,番号,枝番,資格取得年月日,回収年月日\n";

    private static byte[] collected(String change, String day) {
        return (COLLECTIONS + change + "," + FileOf.myNumber(1) + ",138016,１２34,500001,02,20200401," + day + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<Optional<LocalDate>> collected(CoverageHistory history) {
        return history.of(number("500001"), BIRTH).getFirst().stays().stream()
                .map(Timeline.Stay::collected)
                .toList();
    }

    @Test
    void aCertificateThatCameBackIsToldOfTheLostCoverageAloneAndACorrectionIsANewFact() throws InterruptedException {
        take(
                line(1, "資格喪失年月日", "20260410", "喪失事由", "03"),
                line(1, "保険者番号", "138024", "番号", "77", "資格取得年月日", "20260410"));
        take("back.csv", collected("1", "R8.4.12"), NOW);
        assertThat(collected(stored)).containsExactly(Optional.of(LocalDate.of(2026, 4, 12)), Optional.empty());
        take("corrected.csv", collected("1", "20260414"), NOW.plusSeconds(60));
        Optional<LocalDate> corrected = Optional.of(LocalDate.of(2026, 4, 14));
        assertThat(collected(stored)).containsExactly(corrected, Optional.empty());
        assertThat(Databases.count(database, "register_fact")).isEqualTo(2);
        try (RegisterIndex index = new RegisterIndex(database, Optional.empty())) {
            while (!index.isServing()) {
                Thread.onSpinWait();
            }
            assertThat(collected(new RegisterHistory(database, Optional.of(index))))
                    .as("from memory")
                    .containsExactly(corrected, Optional.empty());
        }
        Coverage lost = coverages(stored.of(number("500001"), BIRTH).getFirst()).getFirst();
        Registers registers = new Registers(database, Optional.empty(), CLOCK);
        Subject person = new Subject.ByNumber(lost.id(), BIRTH);
        assertThat(registers.about(person, Optional.of(NOW)).collected(lost, LocalDate.of(2026, 4, 12)))
                .as("as known before the correction")
                .contains(LocalDate.of(2026, 4, 12));
        assertThat(registers.about(person, Optional.empty()).collected(lost, LocalDate.of(2026, 4, 13)))
                .as("not back yet on that day")
                .isEmpty();
        take("withdrawn.csv", collected("9", "20260414"), NOW.plusSeconds(120));
        assertThat(collected(stored)).containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void anInsurersOwnSystemMaySayThatACertificateCameBackButOnlyOfACoverageThatIsRegistered() {
        take(line(1, "資格喪失年月日", "20260410", "喪失事由", "03"));
        Coverage lost = coverages(stored.of(number("500001"), BIRTH).getFirst()).getFirst();
        Subject person = new Subject.ByNumber(lost.id(), BIRTH);
        Registers registers = new Registers(database, Optional.empty(), CLOCK);
        LocalDate back = LocalDate.of(2026, 4, 12);
        assertThat(registers.collect(person, new Kept.Collection(lost.id(), back), back, "138016"))
                .isInstanceOf(Filed.Refused.class);
        Kept.Collection certificate = new Kept.Collection(lost.id(), LocalDate.of(2020, 4, 1));
        assertThat(registers.collect(person, certificate, back, "138016")).isInstanceOf(Filed.Taken.class);
        assertThat(collected(stored)).containsExactly(Optional.of(back));
        assertThat(registers.uncollect(person, certificate, back, "138016")).isInstanceOf(Filed.Taken.class);
        assertThat(collected(stored)).containsExactly(Optional.empty());
    }

    @Test
    void everythingWrongAboutACertificateThatCameBackIsToldByLineAndTheOthersAreStored() {
        take(line(1, "資格喪失年月日", "20260410", "喪失事由", "03"));
        String me = FileOf.myNumber(1);
        byte[] file = (COLLECTIONS
                        + "3," + me + "0,138017,12-34,,002,20260402,20260401\n"
                        + "1," + me + ",138016,12-34,999,02,20200401,20260412\n"
                        + "1," + me + ",138016,12-34,500001,02,20200401,20270102\n"
                        + "1," + me + ",138016,12-34,500001,02,20200401,20260412\n")
                .getBytes(StandardCharsets.UTF_8);
        ImportReport report = new Registrations(database, new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK)
                .take(Source.of("back.csv", file), NOW, rows -> {})
                .orElseThrow();
        assertThat(report.faults())
                .extracting(
                        ImportReport.LineFault::line,
                        fault -> fault.problems().stream().map(Problem::place).toList())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, List.of("番号", "異動区分", "個人番号", "保険者番号", "枝番", "回収年月日")),
                        org.assertj.core.groups.Tuple.tuple(3L, List.of("番号")),
                        org.assertj.core.groups.Tuple.tuple(4L, List.of("回収年月日")));
        assertThat(report.stored()).isEqualTo(1);
        assertThat(Databases.allCells(database)).noneMatch(cell -> cell.contains(me));
    }

    @Test
    void aWithdrawnCoverageIsNotThere() {
        take(line(1, "氏名カナ", "カクウ タロウ"));
        take("b.csv", lines(line(1, "氏名カナ", "カクウ タロウ", "異動区分", "9")).utf8(), NOW);
        assertThat(stored.of(number("500001"), BIRTH)).isEmpty();
        assertThat(stored.named("カクウタロウ", BIRTH)).isEmpty();
    }

    @Test
    void everybodyIsToldOfOnceAsALookUpFindsThemAndNobodyWhoIsHidden() throws IOException {
        Town town = Town.load();
        for (Batch batch : town.batches()) {
            take(batch.fileName(), batch.bytes(), batch.recordedAt());
        }
        Set<Timeline> found = new HashSet<>();
        for (Townsperson person : town.people()) {
            person.ids().values().forEach(id -> found.addAll(stored.of(id, person.birth())));
        }
        List<Timeline> everybody = new ArrayList<>();
        new RegisterHistory(database, Optional.empty()).everybody(everybody::add);
        assertThat(everybody).hasSizeGreaterThan(40).containsExactlyInAnyOrderElementsOf(found);
        assertThatThrownBy(() -> new RegisterHistory(database, Optional.empty()).everybody(person -> {
                    throw new IOException("full");
                }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void peopleComeInPortionsBetweenWhichTheDatabaseCanBeAsked() {
        Town town = Town.load();
        for (Batch batch : town.batches()) {
            take(batch.fileName(), batch.bytes(), batch.recordedAt());
        }
        FactStore facts = new FactStore(database);
        Set<Long> seen = new HashSet<>();
        new FactLogStore(database).byPerson(7, about -> {
            Set<Long> persons = about.stream().map(Fact::person).collect(Collectors.toSet());
            assertThat(persons).hasSizeBetween(1, 7);
            assertThat(seen).as("nobody comes twice").doesNotContainAnyElementsOf(persons);
            seen.addAll(persons);
            assertThat(about.stream()
                            .filter(fact -> fact.person() == about.getFirst().person()))
                    .containsExactlyInAnyOrderElementsOf(
                            facts.ofPerson(about.getFirst().person()));
        });
        assertThat(seen).hasSizeGreaterThan(40);
    }
}
