package madoguchi.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.Arrival;
import madoguchi.core.Arrivals;
import madoguchi.core.Coverage;
import madoguchi.core.Inquiry;
import madoguchi.core.InquiryKind;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Reply;
import madoguchi.core.Sex;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;

/** A desk with a morning's receptions on a fixed day, for looking at it: run with a port, and {@code empty} for a first day. */
final class DemoDesk {

    private DemoDesk() {}

    public static void main(String[] arguments) throws InterruptedException {
        MovableClock clock = new MovableClock(Sample.MORNING.minus(Duration.ofDays(40)));
        ScriptedHub hub = new ScriptedHub(inquiry -> Sample.active(Sample.HANAKO));
        DataSource database = Database.fresh("desk", Desk::migrate);
        var app = TinyApp.start(database, hub, clock, Integer.parseInt(arguments[0]));
        if (arguments.length == 1) {
            morning(app.getBean(Desk.class).arrivals(), clock);
        }
        hub.answers(DemoDesk::slowly);
        Clock real = Clock.system(ZoneId.of("Asia/Tokyo"));
        var start = real.instant();
        var base = clock.instant();
        while (true) {
            clock.set(base.plus(Duration.between(start, real.instant())));
            Thread.sleep(200);
        }
    }

    /** Numbers beginning with 9 find a dead line, with 8 a slow one. */
    private static Reply slowly(Inquiry inquiry) {
        String number = inquiry.number().orElseThrow().insured().number();
        LockSupport.parkNanos(number.startsWith("8") ? Duration.ofSeconds(3).toNanos() : 0);
        return number.startsWith("9") ? Sample.silent(Answer.Cause.NETWORK) : Sample.active(Sample.HANAKO);
    }

    private static void morning(Arrivals desk, MovableClock clock) {
        desk.arrived(arrival("old", Sample.active(Sample.withAddress(Sample.HANAKO, "架空県架空区旧町1-2"))));
        clock.set(Sample.MORNING.minusSeconds(900));
        for (int i = 0; i < 9; i++) {
            desk.arrived(arrival("n" + i, Sample.active(person(i))));
            clock.advance(Duration.ofSeconds(70));
        }
        desk.arrived(arrival("1", Reply.of(new Answer.Inactive(Optional.of(person(20))), clock.instant())));
        clock.advance(Duration.ofMinutes(2));
        desk.arrived(arrival("2", Sample.active(Sample.SACHIKO)));
        clock.advance(Duration.ofMinutes(1));
        desk.arrived(arrival("3", Reply.of(new Answer.NotFound(), clock.instant())));
        clock.advance(Duration.ofMinutes(2));
        desk.arrived(arrival("4", Sample.silent(Answer.Cause.TERMINAL)));
        clock.advance(Duration.ofMinutes(1));
        desk.arrived(arrival("5", Sample.active(Sample.HANAKO)));
    }

    private static Arrival arrival(String id, Reply reply) {
        return new Arrival(id, Sample.DAY, InquiryKind.CARD, reply);
    }

    private static Coverage person(int i) {
        List<String> kana = List.of("ｶｸｳ ﾀﾛｳ", "ｼｹﾝ ｼﾞﾛｳ", "ﾐﾎﾝ ｲﾁﾛｳ", "ﾀﾒｼ ｻｸﾗ", "ﾚｲ ﾖｼｺ");
        List<String> names = List.of("架空　太郎", "試験　次郎", "見本　一郎", "試　さくら", "例　𠮷子");
        return Sample.coverage(
                new InsuredId(new InsurerNumber("06139992"), Optional.of("3001"), "1" + i, Optional.of("00")),
                names.get(i % 5),
                kana.get(i % 5),
                i % 5 < 3 ? Sex.MALE : Sex.FEMALE,
                LocalDate.of(1950 + 7 * (i % 11), 1 + i % 12, 5),
                "見本産業健康保険組合");
    }
}
