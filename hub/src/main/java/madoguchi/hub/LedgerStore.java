package madoguchi.hub;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 台帳の閲覧 – what an operator or auditor may see of the logs: files and outcomes, never a person. */
final class LedgerStore {

    private final JdbcClient client;

    LedgerStore(DataSource database) {
        client = JdbcClient.create(database);
    }

    /** The latest files, newest first. */
    List<TakenFile> files(int most) {
        return client.sql("""
                        select b.recorded_at, b.file_name, e.finished_at, coalesce(e.stored, 0), coalesce(e.unchanged, 0), coalesce(e.faulty, 0)
                          from hub.batch b left join hub.batch_end e on e.batch = b.id order by b.id desc limit ?
                        """)
                .param(most)
                .query((row, index) -> new TakenFile(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)))
                .list();
    }

    /** The latest verifications, newest first. */
    List<LoggedVerification> verifications(int most) {
        return client.sql(
                        "select id, at, facility, terminal, operator, kind, outcome from hub.verification order by id desc limit ?")
                .param(most)
                .query((row, index) -> new LoggedVerification(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }
}
