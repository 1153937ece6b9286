package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Answer;
import madoguchi.core.CardSerial;
import madoguchi.core.Inquiry;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Problem;
import madoguchi.core.Subject;
import madoguchi.hub.ImportReport.LineFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files of card links, of enrolments, of certificates and notices, of hidden people. */
class CardFilesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-03T00:30:00Z"), ZoneOffset.UTC);
    private static final String CARDS = "異動区分,個人番号,媒体,発行者,シリアル番号,利用開始年月日,利用終了年月日,旧発行者,旧シリアル番号\n";
    private static final String ENROLMENTS = "異動区分,個人番号,利用登録年月日,利用終了年月日\n";

    private static final String ISSUES = "異動区分,個人番号,種別,保険者番号,交付年月日,交付事由,有効終了年月日\n";
    private static final String HIDDEN = "異動区分,個人番号,不開示\n";
    private static final InsurerNumber INSURER = new InsurerNumber("138016");

    private final HikariDataSource database = Databases.fresh();
    private final RegisterHub hub = new RegisterHub(database, CLOCK);

    @AfterEach
    void close() {
        hub.close();
        database.close();
    }

    @Test
    void cardsAndEnrolmentsComeByFilesAndARenewalInTheNextOne() {
        take(new String(FileOf.lines(FileOf.line(1)).utf8(), StandardCharsets.UTF_8));
        take(CARDS + link(1, "00:2a:01") + link(2, "2A02"));
        take(ENROLMENTS + "1," + FileOf.myNumber(1) + ",R8.8.1,\n");

        assertThat(ask("2A01")).isInstanceOf(Answer.Active.class);

        ImportReport report = take(CARDS + "1," + FileOf.myNumber(1) + ",1,SIM-2,3A01,20260803,,SIM-1,2A01\n");

        assertThat(report.stored()).isEqualTo(1);
        assertThat(ask("2A01")).isEqualTo(new Answer.NotFound());
        assertThat(hub.inquire(Inquiry.byCard(new CardSerial("SIM-2", "3A01"), LocalDate.of(2026, 8, 3), Said.CLINIC))
                        .answer())
                .isInstanceOf(Answer.Active.class);
    }

    @Test
    void aLineThatWouldLeadACardToAnotherPersonIsRefusedByItsNumberAndTheOthersAreStored() {
        ImportReport report = take(CARDS + link(1, "2A01") + link(2, "2A01") + link(2, "2A02"));

        assertThat(report.faults()).extracting(LineFault::line).containsExactly(3L);
        assertThat(report.faults().getFirst().problems())
                .extracting(Problem::place)
                .containsExactly("シリアル番号");
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.unchanged()).isZero();
        assertThat(Databases.count(database, "register_fact")).isEqualTo(2);
    }

    @Test
    void everyFaultOfALineIsToldAtOnce() {
        ImportReport report = take(CARDS + "2," + FileOf.myNumber(1) + "0,4,SIM 1?,XYZ,20260230,,SIM-1,\n");

        assertThat(report.faults().getFirst().problems())
                .extracting(Problem::place)
                .containsExactly("異動区分", "個人番号", "媒体", "発行者", "シリアル番号", "利用開始年月日", "旧シリアル番号");
        assertThat(report.stored()).isZero();
    }

    @Test
    void aRowTakenTwiceSaysNothingNewAndNeverOpensACardAgain() {
        take(CARDS + link(1, "2A01"));
        take(CARDS + "1," + FileOf.myNumber(1) + ",1,SIM-2,3A01,20260803,,SIM-1,2A01\n");

        ImportReport again =
                take(CARDS + "1," + FileOf.myNumber(1) + ",1,SIM-2,3A01,20260803,,SIM-1,2A01\n\n".strip() + "\n");
        ImportReport opening = take(CARDS + link(1, "2A01") + link(3, "2A09"));

        assertThat(again.stored()).isZero();
        assertThat(opening.faults()).extracting(LineFault::line).containsExactly(2L);
        assertThat(opening.stored()).isEqualTo(1);
    }

    @Test
    void certificatesAndNoticesComeByAFileAndATakenBackOneIsNoneAnyMore() {
        take(new String(FileOf.lines(FileOf.line(1)).utf8(), StandardCharsets.UTF_8));
        ImportReport report = take(ISSUES
                + "1," + FileOf.myNumber(1) + ",1,138016,R8.8.1,2,20270731\n"
                + "1," + FileOf.myNumber(1) + ",2,138016,20260802,1,\n"
                + "1," + FileOf.myNumber(1) + ",2,138016,20260802,1,20270731\n"
                + "1," + FileOf.myNumber(1) + ",3,138016,20260804,0,\n"
                + "1," + FileOf.myNumber(1) + ",1,138016,20260804,3,\n");

        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.faults())
                .extracting(
                        LineFault::line,
                        fault -> fault.problems().stream().map(Problem::place).toList())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4L, List.of("有効終了年月日")),
                        org.assertj.core.groups.Tuple.tuple(5L, List.of("種別", "交付事由")),
                        org.assertj.core.groups.Tuple.tuple(6L, List.of("交付年月日")));
        assertThat(issued(LocalDate.of(2026, 8, 3)))
                .containsExactly(
                        new Kept.Certificate(INSURER, LocalDate.of(2026, 8, 1), Kept.Issuance.EX_OFFICIO),
                        new Kept.Notice(INSURER, LocalDate.of(2026, 8, 2), Kept.Issuance.APPLICATION));
        assertThat(issued(LocalDate.of(2027, 8, 1)))
                .as("a certificate ends, a notice does not")
                .hasSize(1);
        take(ISSUES + "9," + FileOf.myNumber(1) + ",2,138016,20260802,1,\n");
        assertThat(issued(LocalDate.of(2027, 8, 1))).isEmpty();
    }

    private List<Kept> issued(LocalDate day) {
        return new Registers(database, java.util.Optional.empty(), CLOCK)
                .about(subject(1), java.util.Optional.empty())
                .issued(day);
    }

    @Test
    void aPersonIsHiddenAndShownAgainByAFileAlsoBeforeAnInsurerKnowsThem() {
        take(HIDDEN + "1," + FileOf.myNumber(1) + ",1\n");
        take(new String(FileOf.lines(FileOf.line(1), FileOf.line(2)).utf8(), StandardCharsets.UTF_8));
        assertThat(number(1)).isEqualTo(new Answer.NotFound());
        assertThat(number(2)).isInstanceOf(Answer.Active.class);

        ImportReport report = take(HIDDEN
                + "9," + FileOf.myNumber(1) + ",1\n"
                + "9," + FileOf.myNumber(2) + ",1\n"
                + "1," + FileOf.myNumber(2) + ",0\n");

        assertThat(report.faults()).extracting(LineFault::line).containsExactly(3L, 4L);
        assertThat(number(1)).isInstanceOf(Answer.Active.class);
    }

    @Test
    void noMyNumberIsLeftAnywhere() {
        take(CARDS + link(1, "2A01"));
        take(ENROLMENTS + "1," + FileOf.myNumber(1) + ",20260801,\n");

        assertThat(Databases.allCells(database)).noneMatch(cell -> cell.contains(FileOf.myNumber(1)));
    }

    private static Subject.ByNumber subject(int person) {
        return new Subject.ByNumber(Said.id("138016", "12-34", Integer.toString(500_000 + person), "02"), Said.BIRTH);
    }

    private Answer number(int person) {
        return hub.inquire(new Inquiry(
                        subject(person),
                        LocalDate.of(2026, 8, 3),
                        java.util.Optional.empty(),
                        false,
                        false,
                        Said.CLINIC))
                .answer();
    }

    private Answer ask(String serial) {
        return hub.inquire(Inquiry.byCard(new CardSerial("SIM-1", serial), LocalDate.of(2026, 8, 3), Said.CLINIC))
                .answer();
    }

    private static String link(int person, String serial) {
        return "1," + FileOf.myNumber(person) + ",1,SIM-1," + serial + ",20260801,,,\n";
    }

    private ImportReport take(String text) {
        List<Long> progress = new java.util.ArrayList<>();
        return new Registrations(database, new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK)
                .take(Source.of("cards.csv", text.getBytes(StandardCharsets.UTF_8)), progress::add)
                .orElseThrow();
    }
}
