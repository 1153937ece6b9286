package madoguchi.hub;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalTicket;
import madoguchi.json.CoreJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 台帳の参照の保管庫 – the append-only log of who read the registers, and the tickets of one recipient, whatever facility they are for. */
final class RegisterLookStore {

    /**
     * 医療券の1件.
     *
     * @param ticket as it stands
     * @param recordedAt 登録日時
     */
    record KnownTicket(MedicalTicket ticket, Instant recordedAt) {}

    private static final String TICKETS = """
            select body, recorded_at from (
              select distinct on (name) body, recorded_at, withdrawn, month, id from hub.ticket_fact
               where number_key = ? and payer = ? and (cast(? as timestamptz) is null or recorded_at <= cast(? as timestamptz))
               order by name, id desc) latest
             where not withdrawn order by month desc, id
            """;

    private final JdbcClient client;

    RegisterLookStore(DataSource database) {
        client = JdbcClient.create(database);
    }

    /** On disk when it returns. */
    void add(Instant at, String account, RegisterQuestion question, String kind, Optional<Long> person) {
        client.sql("insert into hub.register_look (at, account, day, known_at, kind, person) values (?, ?, ?, ?, ?, ?)")
                .param(1, Timestamp.from(at))
                .param(2, account)
                .param(3, question.day())
                .param(4, question.knownAt().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .param(5, kind)
                .param(6, person.orElse(null), Types.BIGINT)
                .update();
    }

    /** The latest first, at most so many. */
    List<RegisterLook> latest(int most) {
        return client.sql(
                        "select at, account, day, known_at, person is not null from hub.register_look order by id desc limit ?")
                .param(most)
                .query((row, index) -> new RegisterLook(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant),
                        row.getBoolean(5)))
                .list();
    }

    /** The tickets of one recipient, as known at an instant, the latest month first. */
    List<KnownTicket> tickets(InsuredId recipient, Optional<Instant> knownAt) {
        String known =
                knownAt.map(at -> at.truncatedTo(ChronoUnit.MICROS).toString()).orElse(null);
        return client.sql(TICKETS)
                .param(1, recipient.numberKey())
                .param(2, recipient.insurer().digits())
                .param(3, known, Types.VARCHAR)
                .param(4, known, Types.VARCHAR)
                .query((row, index) -> new KnownTicket(
                        CoreJson.mapper().readValue(row.getString(1), MedicalTicket.class),
                        row.getTimestamp(2).toInstant()))
                .list();
    }
}
