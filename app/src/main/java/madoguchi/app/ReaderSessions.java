package madoguchi.app;

import java.time.LocalDate;
import java.util.List;
import madoguchi.core.Identification;
import madoguchi.reader.SessionTimeStore;
import madoguchi.stats.Session;
import madoguchi.stats.Sessions;
import madoguchi.stats.Way;

/** 統計から見た読取機 – how long each person held a reader of this facility, in the words of the statistics. */
final class ReaderSessions implements Sessions {

    private static final double MILLIS = 1_000;

    private final SessionTimeStore store;

    ReaderSessions(SessionTimeStore store) {
        this.store = store;
    }

    @Override
    public List<Session> between(LocalDate from, LocalDate through) {
        return store
                .between(
                        from.atStartOfDay(Server.TOKYO).toInstant(),
                        through.plusDays(1).atStartOfDay(Server.TOKYO).toInstant())
                .stream()
                .map(ReaderSessions::session)
                .toList();
    }

    private static Session session(SessionTimeStore.Line line) {
        return new Session(
                line.place(),
                line.time().began(),
                line.time().took().toMillis() / MILLIS,
                line.time().by().map(ReaderSessions::way).orElse(Way.NONE));
    }

    private static Way way(Identification by) {
        return switch (by) {
            case FACE -> Way.FACE;
            case PIN -> Way.PIN;
            case VISUAL -> Way.VISUAL;
            case PHONE_PIN, PHONE_BIOMETRICS -> Way.PHONE;
        };
    }
}
