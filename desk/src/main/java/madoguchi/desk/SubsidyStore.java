package madoguchi.desk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 助成の記録 – the append-only log of subsidies in PostgreSQL, schema {@code desk}. */
final class SubsidyStore {

    private final JdbcClient jdbc;

    SubsidyStore(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** Writes a fact of a reception. */
    void append(String visit, Instant at, SubsidyEvent event) {
        jdbc.sql("insert into desk.subsidy_fact (visit, at, body) values (:visit, :at, :body::jsonb)")
                .param("visit", visit)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("body", SubsidyJson.write(event))
                .update();
    }

    /** All facts of this reception and of every reception in which one of these people was named, in the order they were written. */
    List<SubsidyFact> about(List<String> people, String visit) {
        return jdbc.sql("""
                        select f.seq, f.visit, f.at, f.body from desk.subsidy_fact f
                        where f.visit = :visit or f.visit in (
                            select n.visit from desk.visit_event n where n.people && string_to_array(:people, chr(10)))
                        order by f.seq""")
                .param("visit", visit)
                .param("people", String.join("\n", people))
                .query((row, index) -> new SubsidyFact(
                        row.getLong("seq"),
                        row.getString("visit"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        SubsidyJson.event(row.getString("body"))))
                .list();
    }

    /** Every key by which a patient with a fact about subsidies was named at any reception. */
    Set<String> people() {
        return Set.copyOf(jdbc.sql("""
                        select distinct unnest(n.people) from desk.visit_event n
                        where n.visit in (select f.visit from desk.subsidy_fact f) and n.people is not null""").query(String.class).list());
    }

    /** 環境設定 – whether this facility is connected; so it is until somebody says otherwise. */
    boolean connected() {
        return jdbc.sql("select connected from desk.subsidy_setting order by seq desc limit 1")
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** Writes the setting down. */
    void connect(boolean connected, String operator, Instant at) {
        jdbc.sql("insert into desk.subsidy_setting (at, operator, connected) values (:at, :operator, :connected)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("operator", operator)
                .param("connected", connected)
                .update();
    }
}
