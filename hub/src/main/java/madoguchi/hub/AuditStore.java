package madoguchi.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** 監査の保管庫 – reads the verification log entry by entry, and keeps when it was verified. */
final class AuditStore {

    /** How many rows are in memory at a time. */
    private static final int FETCH = 2_000;

    private static final String ROWS = """
            select id, previous, hash, form, at, facility, terminal, operator, kind, day, known_at,
                   asked_insurer, asked_symbol, asked_number, asked_branch, asked_birth, limit_consent, disease_consent, outcome, facts,
                   asked_issuer, asked_serial, registered, subsidies
              from hub.verification
            """;

    /** The columns of {@link #ROWS} that are never absent in a chained entry. */
    private static final int[] ALWAYS = {5, 6, 7, 8, 9, 10, 17, 18, 19, 20};

    /** Those that an entry of form 1 has besides. */
    private static final int[] BY_NUMBER = {12, 14, 16};

    /** Those that no entry of form 1 has: its hash does not cover them. */
    private static final int[] LATER = {21, 22, 23, 24};

    private final JdbcClient client;
    private final JdbcTemplate streaming;
    private final TransactionTemplate snapshot;

    AuditStore(DataSource database) {
        client = JdbcClient.create(database);
        streaming = new JdbcTemplate(database);
        streaming.setFetchSize(FETCH);
        snapshot = new TransactionTemplate(new JdbcTransactionManager(database));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Runs work that sees one state of the database, whatever is written meanwhile. */
    <T> T inSnapshot(Supplier<T> work) {
        return Objects.requireNonNull(snapshot.<T>execute(status -> work.get()));
    }

    /** Tells every entry of the range in order; inside {@link #inSnapshot} a bounded number of them is in memory. */
    void eachRow(AuditRange range, Consumer<ChainedRow> reader) {
        streaming.query(
                ROWS + " where id between ? and ? order by id",
                row -> {
                    reader.accept(row(row));
                },
                range.from().orElse(Long.MIN_VALUE),
                range.to().orElse(Long.MAX_VALUE));
    }

    Optional<ChainedRow> row(long id) {
        return client.sql(ROWS + " where id = ?").param(id).query((row, index) -> row(row)).list().stream()
                .findFirst();
    }

    private static ChainedRow row(ResultSet row) throws SQLException {
        return new ChainedRow(
                row.getLong(1),
                Optional.ofNullable(row.getBytes(2)).map(Digest::of),
                Optional.ofNullable(row.getBytes(3)).map(Digest::of),
                isWhole(row) ? Optional.of(content(row)) : Optional.empty());
    }

    /** Whether everything is there that a hub always writes in that form, and nothing else. */
    private static boolean isWhole(ResultSet row) throws SQLException {
        return switch (row.getInt(4)) {
            case Recorded.BY_NUMBER_ONLY ->
                present(row, ALWAYS) == ALWAYS.length
                        && present(row, BY_NUMBER) == BY_NUMBER.length
                        && present(row, LATER) == 0;
            case Recorded.FORM ->
                present(row, ALWAYS) == ALWAYS.length && row.getObject(23) != null && row.getObject(24) == null;
            case Recorded.WITH_SUBSIDIES ->
                present(row, ALWAYS) == ALWAYS.length && row.getObject(23) != null && row.getObject(24) != null;
            default -> false;
        };
    }

    private static int present(ResultSet row, int[] columns) throws SQLException {
        int present = 0;
        for (int column : columns) {
            present += row.getObject(column) == null ? 0 : 1;
        }
        return present;
    }

    private static Recorded content(ResultSet row) throws SQLException {
        return new Recorded(
                row.getInt(4),
                Objects.requireNonNull(instant(row, 5)),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                Optional.ofNullable(instant(row, 11)),
                Optional.ofNullable(row.getString(12)),
                Optional.ofNullable(row.getString(13)),
                Optional.ofNullable(row.getString(14)),
                Optional.ofNullable(row.getString(15)),
                Optional.ofNullable(row.getObject(16, LocalDate.class)),
                Optional.ofNullable(row.getString(21)),
                Optional.ofNullable(row.getString(22)),
                row.getBoolean(17),
                row.getBoolean(18),
                row.getString(19),
                row.getString(20),
                Optional.ofNullable(row.getString(23)).orElse(""),
                Optional.ofNullable(row.getString(24)));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** The first and the last number there is; both 0 in an empty log. */
    AuditRange extent() {
        return client.sql("select coalesce(min(id), 0), coalesce(max(id), 0) from hub.verification")
                .query((row, index) -> new AuditRange(Optional.of(row.getLong(1)), Optional.of(row.getLong(2))))
                .single();
    }

    void addRun(Instant at, String by, AuditReport report) {
        client.sql("insert into hub.audit_run (at, by, first, last, entries, findings) values (?, ?, ?, ?, ?, ?)")
                .params(
                        at.atOffset(ZoneOffset.UTC),
                        by,
                        report.first(),
                        report.last(),
                        report.entries(),
                        report.findings().size() + report.more())
                .update();
    }

    /** The latest runs, the newest first. */
    List<AuditRun> runs(int most) {
        return client.sql("select at, by, first, last, entries, findings from hub.audit_run order by id desc limit ?")
                .param(most)
                .query((row, index) -> new AuditRun(
                        Objects.requireNonNull(instant(row, 1)),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)))
                .list();
    }
}
