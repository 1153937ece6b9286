package madoguchi.hub;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import madoguchi.core.InquiryKind;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 利用の保管庫 – reads the verification log for statistics, in its order and a bounded number at a time. */
public final class UsageStore {

    private static final int FETCH = 5_000;

    /* The rows of a stretch of time are found by the block index on "at"; the person stands on the fact that the answer rests on. */
    private static final String ROWS = """
            select v.id, v.at, v.facility, v.kind, c.token in ('ANDROID', 'IPHONE'),
                   v.outcome in ('Active', 'ActiveUnregistered'), v.terminal like 'bulk/%', f.person
              from hub.verification v
              left join hub.card_authentication c on c.verification = v.id and c.purpose = 'OPEN' and v.kind = 'CARD'
              left join hub.fact f on v.kind = 'CARD' and v.outcome = 'Active'
                                  and f.id = cast(nullif(split_part(v.facts, ',', 1), '') as bigint)
             where v.at >= ? and v.at < ?
            """;

    private static final String OF_ONE = " and v.facility = ?";
    private static final String IN_ORDER = " order by v.id";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;

    /** Over the hub's database. */
    public UsageStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(FETCH);
        reading = new TransactionTemplate(new JdbcTransactionManager(database));
        reading.setReadOnly(true);
    }

    /**
     * Tells every verification answered in a stretch of time, of one facility or of all.
     *
     * @param from first instant
     * @param until first instant after
     */
    public void each(Instant from, Instant until, Optional<String> facility, Consumer<Usage> reader) {
        String sql = ROWS + (facility.isPresent() ? OF_ONE : "") + IN_ORDER;
        Object[] given = facility.<Object[]>map(code -> new Object[] {utc(from), utc(until), code})
                .orElseGet(() -> new Object[] {utc(from), utc(until)});
        reading.executeWithoutResult(status -> jdbc.query(
                sql,
                row -> {
                    reader.accept(usage(row));
                },
                given));
    }

    /**
     * Tells every verification answered in a stretch of time, in no order: the fast way to read a month of everybody. A row is held for as long as it is told, nothing else.
     *
     * @param from first instant
     * @param until first instant after
     */
    public void stream(Instant from, Instant until, Consumer<Usage> reader) {
        reading.executeWithoutResult(status -> jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (Statement settings = connection.createStatement()) {
                settings.execute("set local work_mem = '128MB'");
            }
            try (BinaryRows rows = new BinaryRows(connection, copy(from, until))) {
                while (rows.next()) {
                    reader.accept(usage(rows));
                }
            }
            return true;
        }));
    }

    /* No cursor, so the server may use several processes, and no sorting. Person 0 is nobody. A copy takes no parameters; an instant is written in digits. */
    private static String copy(Instant from, Instant until) {
        return """
                copy (select v.id, v.at, v.facility, v.kind = 'CARD', coalesce(c.token in ('ANDROID', 'IPHONE'), false),
                             v.outcome in ('Active', 'ActiveUnregistered'), v.terminal like 'bulk/%%', coalesce(f.person, 0)
                        from hub.verification v
                        left join hub.card_authentication c on c.verification = v.id and c.purpose = 'OPEN' and v.kind = 'CARD'
                        left join hub.fact f on v.kind = 'CARD' and v.outcome = 'Active'
                                            and f.id = cast(nullif(split_part(v.facts, ',', 1), '') as bigint)
                       where v.at >= '%s' and v.at < '%s') to stdout (format binary)
                """.formatted(from, until);
    }

    private static Usage usage(BinaryRows rows) {
        long entry = rows.number();
        Instant at = rows.instant();
        String facility = new String(rows.bytes().orElseThrow(), StandardCharsets.US_ASCII);
        InquiryKind kind = rows.flag() ? InquiryKind.CARD : InquiryKind.NUMBER;
        boolean phone = rows.flag();
        boolean active = rows.flag();
        boolean bulk = rows.flag();
        long person = rows.number();
        return new Usage(
                entry,
                at,
                facility,
                kind,
                phone,
                active,
                bulk,
                person == 0 ? OptionalLong.empty() : OptionalLong.of(person));
    }

    private static Usage usage(ResultSet row) throws SQLException {
        long person = row.getLong(8);
        boolean nobody = row.wasNull();
        return new Usage(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                InquiryKind.valueOf(row.getString(4)),
                row.getBoolean(5),
                row.getBoolean(6),
                row.getBoolean(7),
                nobody ? OptionalLong.empty() : OptionalLong.of(person));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
