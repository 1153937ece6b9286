package madoguchi.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import madoguchi.fixture.Database;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which screens may show the kiosk. */
class KioskDevicesTest {

    private static final class Watch extends Clock {
        private Instant now = Samples.NOW;

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final DataSource database = Database.fresh("reader", PasscodeStore::migrate);
    private final Watch clock = new Watch();
    private KioskDevices devices = again();

    private KioskDevices again() {
        PasscodeStore.migrate(database);
        return new KioskDevices(new KioskDeviceStore(database), clock);
    }

    @Test
    void theCodeOnAScreenAdmitsThatScreenOnce() {
        KioskDevices.Waiting screen = devices.begin();
        KioskDevices.Waiting other = devices.begin();
        assertThat(screen.code()).matches("[0-9]{6}");
        assertThat(devices.seen(screen.secret())).isEmpty();
        assertThat(devices.admit(screen.code(), "玄関", "yamamoto")).isTrue();
        assertThat(devices.admit(screen.code(), "玄関", "yamamoto")).isFalse();
        assertThat(devices.seen(screen.secret()).map(KioskDevice::label)).contains("玄関");
        assertThat(devices.seen(other.secret())).isEmpty();
        assertThat(devices.seen(screen.code())).isEmpty();
    }

    @Test
    void aCodeIsOverAfterTenMinutes() {
        KioskDevices.Waiting screen = devices.begin();
        clock.forward(Duration.ofMinutes(10));
        assertThat(devices.waiting(screen.secret())).isEmpty();
        assertThat(devices.admit(screen.code(), "玄関", "yamamoto")).isFalse();
    }

    @Test
    void twentyScreensWaitAtMostAndTheOldestGivesWay() {
        List<KioskDevices.Waiting> screens =
                IntStream.range(0, 21).mapToObj(n -> devices.begin()).toList();
        assertThat(devices.waiting(screens.getFirst().secret())).isEmpty();
        assertThat(devices.waiting(screens.get(1).secret())).isPresent();
        assertThat(devices.waiting(screens.getLast().secret())).isPresent();
    }

    @Test
    void anAdmittedScreenLastsThroughARestartAndEndsWhenItIsStopped() {
        String secret = devices.open("待合", "yamamoto");
        clock.forward(Duration.ofDays(200));
        devices = again();
        KioskDevice device = devices.seen(secret).orElseThrow();
        assertThat(devices.revoke(device.id(), "tanaka")).isTrue();
        assertThat(devices.revoke(device.id(), "tanaka")).isFalse();
        assertThat(devices.seen(secret)).isEmpty();
        assertThat(devices.all()).isEmpty();
    }

    @Test
    void whenAScreenWasLastSeenIsKnownAndWrittenOnceAnHour() {
        String secret = devices.open("待合", "yamamoto");
        assertThat(devices.all().getFirst().seen()).isEmpty();
        for (int minute = 0; minute <= 90; minute += 10) {
            devices.seen(secret);
            clock.forward(Duration.ofMinutes(10));
        }
        assertThat(devices.all().getFirst().seen()).contains(Samples.NOW.plus(Duration.ofMinutes(90)));
        assertThat(again().all().getFirst().seen()).contains(Samples.NOW.plus(Duration.ofMinutes(70)));
    }

    @Test
    void whoAdmittedAndStoppedIsOnRecordForGoodAndTheSecretIsNot() {
        String secret = devices.open("待合", "yamamoto");
        devices.revoke(devices.all().getFirst().id(), "tanaka");
        JdbcClient jdbc = JdbcClient.create(database);
        assertThat(jdbc.sql("SELECT act || ' ' || login FROM reader.kiosk_device ORDER BY seq")
                        .query(String.class)
                        .list())
                .containsExactly("PAIRED yamamoto", "REVOKED tanaka");
        assertThat(jdbc.sql("SELECT count(*) FROM reader.kiosk_device d WHERE d::text LIKE '%' || :secret || '%'")
                        .param("secret", secret)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM reader.kiosk_device").update())
                .isInstanceOf(DataAccessException.class);
    }
}
