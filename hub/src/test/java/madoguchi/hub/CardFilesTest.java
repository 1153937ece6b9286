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
import madoguchi.core.Problem;
import madoguchi.hub.ImportReport.LineFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files of card links and of enrolments. */
class CardFilesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-03T00:30:00Z"), ZoneOffset.UTC);
    private static final String CARDS = "異動区分,個人番号,媒体,発行者,シリアル番号,利用開始年月日,利用終了年月日,旧発行者,旧シリアル番号\n";
    private static final String ENROLMENTS = "異動区分,個人番号,利用登録年月日,利用終了年月日\n";

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
    void noMyNumberIsLeftAnywhere() {
        take(CARDS + link(1, "2A01"));
        take(ENROLMENTS + "1," + FileOf.myNumber(1) + ",20260801,\n");

        assertThat(Databases.allCells(database)).noneMatch(cell -> cell.contains(FileOf.myNumber(1)));
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
