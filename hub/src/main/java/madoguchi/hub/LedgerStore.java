package madoguchi.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 台帳の閲覧 – what an operator or auditor may see of the logs: files and outcomes, never a person. */
final class LedgerStore {

    private static final String VERIFICATIONS =
            "select id, at, facility, terminal, operator, kind, day, known_at, outcome from hub.verification";

    private final JdbcClient client;

    LedgerStore(DataSource database) {
        client = JdbcClient.create(database);
    }

    /** The latest files, newest first. */
    List<TakenFile> files(int most) {
        return client.sql("""
                        select b.recorded_at, b.file_name, e.finished_at, coalesce(e.stored, m.stored, 0), coalesce(e.unchanged, 0),
                               coalesce(e.faulty, m.faulty, 0), m.recorded_at > now() - interval '30 seconds', coalesce(m.rows, 0), coalesce(b.lines, 0), e.missing
                          from hub.batch b
                          left join hub.batch_end e on e.batch = b.id
                          left join lateral (select * from hub.batch_mark k where k.batch = b.id order by k.id desc limit 1) m on true
                         order by b.id desc limit ?
                        """).param(most).query(LedgerStore::file).list();
    }

    private static TakenFile file(ResultSet row, int index) throws SQLException {
        Optional<Instant> finished = Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant);
        long rows = row.getLong(8);
        long lines = row.getLong(9);
        Optional<TakenFile.Progress> progress = Optional.ofNullable(row.getObject(7, Boolean.class))
                .filter(marked -> finished.isEmpty())
                .map(running -> new TakenFile.Progress(rows, lines, running));
        return new TakenFile(
                row.getTimestamp(1).toInstant(),
                row.getString(2),
                finished,
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                progress,
                Optional.ofNullable(row.getObject(10, Long.class)));
    }

    /** The latest verifications that pass the filter, newest first. */
    List<LoggedVerification> verifications(LedgerFilter filter, int most) {
        return client.sql(VERIFICATIONS + """
                         where (cast(:facility as text) is null or facility = :facility)
                           and at >= coalesce(cast(:from as timestamptz), '-infinity') and at < coalesce(cast(:until as timestamptz), 'infinity')
                         order by id desc limit :most
                        """)
                .param(
                        "facility",
                        filter.facility().map(MedicalInstitutionCode::digits).orElse(null),
                        Types.VARCHAR)
                .param("from", filter.from().map(Instant::toString).orElse(null), Types.VARCHAR)
                .param("until", filter.until().map(Instant::toString).orElse(null), Types.VARCHAR)
                .param("most", most)
                .query(LedgerStore::verification)
                .list();
    }

    /** One verification by its number. */
    Optional<LoggedVerification> verification(long id) {
        return client.sql(VERIFICATIONS + " where id = ?")
                .param(id)
                .query(LedgerStore::verification)
                .optional();
    }

    private static LoggedVerification verification(ResultSet row, int index) throws SQLException {
        Instant at = row.getTimestamp(2).toInstant();
        LocalDate day = Objects.requireNonNull(row.getObject(7, LocalDate.class));
        Optional<Instant> known =
                Optional.ofNullable(row.getObject(8, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        return new LoggedVerification(
                row.getLong(1),
                at,
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Purpose.of(at, day, known),
                day,
                row.getString(9));
    }
}
