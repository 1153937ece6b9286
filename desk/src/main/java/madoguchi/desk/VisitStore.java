package madoguchi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 受付の記録 – the append-only log in PostgreSQL, schema {@code desk}; the module's only SQL. */
final class VisitStore {

    private static final String ENTRIES = """
            select e.seq, e.visit, e.at, e.body from desk.visit_event e join desk.visit v on v.id = e.visit
            """;

    private final JdbcClient jdbc;

    VisitStore(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** Brings the schema up to date. */
    static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("desk")
                .defaultSchema("desk")
                .locations("classpath:db/desk")
                .load()
                .migrate();
    }

    /**
     * Begins a reception with its first fact, in one statement.
     *
     * @param source names what began it; the second time nothing is written
     * @return the id of the reception this source began, now or earlier
     */
    String begin(String id, LocalDate receivedDay, String source, Instant at, VisitEvent first) {
        jdbc.sql("""
                        with begun as (
                            insert into desk.visit (id, received_day, source) values (:id, :day, :source)
                            on conflict (source) do nothing returning id)
                        insert into desk.visit_event (visit, at, people, body)
                        select id, :at, string_to_array(:people, chr(10)), :body::jsonb from begun""")
                .param("id", id)
                .param("day", receivedDay)
                .param("source", source)
                .param("at", utc(at))
                .param("people", String.join("\n", first.people()))
                .param("body", EventJson.write(first))
                .update();
        return jdbc.sql("select id from desk.visit where source = :source")
                .param("source", source)
                .query(String.class)
                .single();
    }

    /** The id of the reception that source began; empty when it began none. */
    Optional<String> began(String source) {
        return jdbc.sql("select id from desk.visit where source = :source")
                .param("source", source)
                .query(String.class)
                .optional();
    }

    /** Adds a fact to a reception. */
    void append(String visit, Instant at, VisitEvent event) {
        jdbc.sql("""
                        insert into desk.visit_event (visit, at, people, body)
                        values (:visit, :at, string_to_array(:people, chr(10)), :body::jsonb)""")
                .param("visit", visit)
                .param("at", utc(at))
                .param("people", String.join("\n", event.people()))
                .param("body", EventJson.write(event))
                .update();
    }

    /** All facts of the receptions that began on these days ({@code from} and {@code to} included), in the order they were written. */
    List<Entry> receivedBetween(LocalDate from, LocalDate to) {
        return entries(jdbc.sql(ENTRIES + "where v.received_day between :from and :to order by e.seq")
                .param("from", from)
                .param("to", to));
    }

    /**
     * All facts of the receptions since a day (included) that the hub has not confirmed, or that went on without it: those of which the last answer is not
     * {@code active}, and those with a step of the ladder. A few too many: the fold decides.
     */
    List<Entry> unfinishedSince(LocalDate from) {
        return entries(jdbc.sql("""
                        with unfinished as materialized (
                            select v.id from desk.visit v
                            where v.received_day >= :from and (
                                (select coalesce(c.outcome, 'none') from desk.visit_event c
                                    where c.visit = v.id and c.kind in ('arrived', 'began', 'asked', 'replied')
                                    order by c.seq desc limit 1) <> 'active'
                                or exists (select from desk.visit_event c
                                    where c.visit = v.id and c.kind in ('confirmed', 'left', 'contacted'))))
                        select e.seq, e.visit, e.at, e.body
                        from desk.visit_event e join unfinished u on u.id = e.visit order by e.seq""").param("from", from));
    }

    /** All facts of one reception; empty when there is none. */
    List<Entry> of(String visit) {
        return entries(
                jdbc.sql(ENTRIES + "where e.visit = :visit order by e.seq").param("visit", visit));
    }

    /** All facts of the latest {@code limit} receptions in which one of these people was named. */
    List<Entry> about(List<String> people, int limit) {
        return entries(jdbc.sql(ENTRIES + """
                        where e.visit in (
                            select n.visit from desk.visit_event n where n.people && string_to_array(:people, chr(10))
                            group by n.visit order by max(n.seq) desc limit :limit)
                        order by e.seq""")
                .param("people", String.join("\n", people))
                .param("limit", limit));
    }

    /** Whether the log holds nothing yet: the first day. */
    boolean isEmpty() {
        return jdbc.sql("select not exists (select from desk.visit)")
                .query(Boolean.class)
                .single();
    }

    private static List<Entry> entries(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, index) -> new Entry(
                        row.getLong("seq"),
                        row.getString("visit"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        EventJson.read(row.getString("body"))))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
