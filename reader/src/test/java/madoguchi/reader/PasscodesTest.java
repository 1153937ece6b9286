package madoguchi.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import madoguchi.fixture.Database;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 目視確認用パスコード over a real PostgreSQL. */
class PasscodesTest {

    private static final class Moving extends Clock {
        private Instant now = Samples.NOW;

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return Openings.TOKYO;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final DataSource database = Database.fresh("reader", PasscodeStore::migrate);
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Moving clock = new Moving();
    private final Set<String> staff = new HashSet<>(Set.of("yamamoto", "satou"));
    private final Passcodes passcodes =
            Passcodes.quick(new PasscodeStore(database), clock, Samples.SETTINGS, () -> staff);

    @Test
    void aPasscodeIsFourDigitsAndNamesItsAccountUntilTheNextIsIssued() {
        String first = passcodes.issue("yamamoto");
        assertThat(first).matches("[0-9]{4}");
        assertThat(passcodes.check(pin(first))).isEqualTo(new Event.CodeRight("yamamoto"));
        String second = passcodes.issue("yamamoto");
        assertThat(passcodes.check(pin(second))).isEqualTo(new Event.CodeRight("yamamoto"));
        if (!first.equals(second)) {
            assertThat(passcodes.check(pin(first))).isEqualTo(new Event.CodeWrong());
        }
    }

    @Test
    void itIsStoredAsASaltedHashOnly() {
        String code = passcodes.issue("yamamoto");
        List<String> stored = jdbc.sql(
                        "select p::text from reader.passcode p union all select v::text from reader.visual v")
                .query(String.class)
                .list();
        assertThat(jdbc.sql("select hash from reader.passcode")
                        .query(String.class)
                        .single())
                .hasSizeGreaterThan(64)
                .isNotEqualTo(code);
        assertThat(stored).hasSize(2);
    }

    @Test
    void noTwoAccountsHaveTheSameDigits() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            staff.add("clerk" + i);
            assertThat(codes.add(passcodes.issue("clerk" + i))).isTrue();
        }
    }

    @Test
    void theFifthWrongOnePausesTheReaderEvenForTheRightOne() {
        String code = passcodes.issue("yamamoto");
        Pin wrong = pin(code.equals("0000") ? "0001" : "0000");
        for (int i = 1; i < Samples.SETTINGS.codeTries(); i++) {
            assertThat(passcodes.check(wrong)).isEqualTo(new Event.CodeWrong());
        }
        Event.CodePaused paused = new Event.CodePaused(clock.instant().plus(Samples.SETTINGS.codePause()));
        assertThat(passcodes.check(wrong)).isEqualTo(paused);
        assertThat(passcodes.check(pin(code))).isEqualTo(paused);
        clock.forward(Samples.SETTINGS.codePause());
        assertThat(passcodes.check(pin(code))).isEqualTo(new Event.CodeRight("yamamoto"));
    }

    @Test
    void aStoppedAccountsPasscodeIsVoid() {
        String code = passcodes.issue("satou");
        staff.remove("satou");
        assertThat(passcodes.check(pin(code))).isEqualTo(new Event.CodeWrong());
    }

    @Test
    void theAuditKeepsAccountTimeAndActAndCannotBeChanged() {
        String code = passcodes.issue("satou");
        passcodes.check(pin(code));
        passcodes.used("satou");
        assertThat(jdbc.sql("select act || ' ' || login from reader.visual order by seq")
                        .query(String.class)
                        .list())
                .containsExactly("ISSUED satou", "RIGHT satou", "CONFIRMED satou");
        assertThatThrownBy(() -> jdbc.sql("delete from reader.visual").update()).hasMessageContaining("append-only");
        assertThatThrownBy(
                        () -> jdbc.sql("update reader.passcode set hash = ''").update())
                .hasMessageContaining("append-only");
    }

    private static Pin pin(String digits) {
        return Pin.read(digits).orElseThrow();
    }
}
