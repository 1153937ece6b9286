package madoguchi.subsidy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.PersonKey;
import org.springframework.jdbc.core.JdbcTemplate;

/** 事実の保管庫 – append-only; every write is a new row. PostgreSQL, schema {@code subsidy}. */
final class SubsidyFactStore {

    private static final String FACTS = """
            select f.id, f.recorded_at, (select min(e.at) from subsidy.task_event e where e.task = f.task and e.kind = 'UNDONE'), f.municipality,
                   r.type, r.sub_key, r.history_key, r.deleted, r.hidden, r.content, f.person
              from subsidy.fact f join subsidy.received r on r.task = f.task and r.record = f.record
            """;

    private final JdbcTemplate jdbc;

    SubsidyFactStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
    }

    /** For an inquiry: it gives up by itself after so many seconds, so that none stays behind for ever. */
    static SubsidyFactStore hurried(DataSource database, int seconds) {
        SubsidyFactStore store = new SubsidyFactStore(database);
        store.jdbc.setQueryTimeout(seconds);
        return store;
    }

    /** Every fact about one person, in order of recording. */
    List<SubsidyFact> of(PersonKey person) {
        return jdbc.query(FACTS + "where f.person = ? order by f.id", (row, index) -> fact(row), person.value());
    }

    /** What one municipality said last about these people, by person and version; what was undone does not count. */
    Map<PersonKey, Map<CertificateVersion.Key, CertificateVersion>> latest(
            MunicipalityCode municipality, Collection<PersonKey> persons) {
        Map<PersonKey, Map<CertificateVersion.Key, CertificateVersion>> latest = new HashMap<>();
        jdbc.execute((Connection connection) -> {
            try (PreparedStatement select = connection.prepareStatement(
                    FACTS + "where f.person = any(?) and f.municipality = ? order by f.id")) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "bigint",
                                persons.stream()
                                        .map(PersonKey::value)
                                        .distinct()
                                        .toArray()));
                select.setString(2, municipality.digits());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        SubsidyFact fact = fact(rows);
                        if (fact.undoneAt().isEmpty()) {
                            latest.computeIfAbsent(new PersonKey(rows.getLong(11)), person -> new HashMap<>())
                                    .put(fact.version().key(), fact.version());
                        }
                    }
                }
                return latest;
            }
        });
        return latest;
    }

    private static SubsidyFact fact(ResultSet row) throws SQLException {
        return new SubsidyFact(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                Optional.ofNullable(row.getObject(3, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                new MunicipalityCode(row.getString(4)),
                TaskStore.version(row, 5));
    }

    void add(long task, MunicipalityCode municipality, Instant at, List<TaskStore.Waiting> records) {
        jdbc.batchUpdate(
                "insert into subsidy.fact (task, record, recorded_at, municipality, person) values (?, ?, ?, ?, ?)",
                records,
                Math.max(1, records.size()),
                (row, one) -> {
                    row.setLong(1, task);
                    row.setInt(2, one.record());
                    row.setTimestamp(3, Timestamp.from(at));
                    row.setString(4, municipality.digits());
                    row.setLong(5, one.person().value());
                });
    }

    /** How many facts there are. */
    long count() {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from subsidy.fact", Long.class));
    }
}
