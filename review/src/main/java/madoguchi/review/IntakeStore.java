package madoguchi.review;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Problem;
import madoguchi.json.CoreJson;
import madoguchi.uke.Body;
import madoguchi.uke.FileKind;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** 受付の記録 – PostgreSQL, schema {@code review}: files and their receipts. */
final class IntakeStore {

    private static final String FILES = """
            select id, received_at, state, sha256, facility, claim_month, kind, receipts, accepted, set_aside, repeated, points, problems
              from review.file
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate nested;

    IntakeStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        nested = new TransactionTemplate(new JdbcTransactionManager(database));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Brings the schema up to date. */
    static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("review")
                .defaultSchema("review")
                .locations("classpath:db/review")
                .load()
                .migrate();
    }

    /** All or nothing; one file at a time, so that a receipt in two files is taken once. */
    <T> T alone(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.execute("select pg_advisory_xact_lock(hashtext('review.intake'))");
            return work.get();
        }));
    }

    /** Does some work within {@link #alone}; when it says no, nothing of it stays. */
    boolean unless(BooleanSupplier work) {
        return Boolean.TRUE.equals(nested.execute(status -> {
            boolean done = work.getAsBoolean();
            if (!done) {
                status.setRollbackOnly();
            }
            return done;
        }));
    }

    /** What this sender was told about a file with this digest. */
    Optional<Acknowledgement> known(String sha256, String sender) {
        return jdbc
                .query(
                        FILES + "where sha256 = ? and sender = ?",
                        IntakeStore::file,
                        HexFormat.of().parseHex(sha256),
                        sender)
                .stream()
                .findFirst();
    }

    Optional<Acknowledgement> file(long id) {
        return jdbc.query(FILES + "where id = ?", IntakeStore::file, id).stream()
                .findFirst();
    }

    /** The files received last, the latest first. */
    List<Acknowledgement> files(int most) {
        return jdbc.query(FILES + "order by id desc limit ?", IntakeStore::file, most);
    }

    private static Acknowledgement file(ResultSet row, int index) throws SQLException {
        return new Acknowledgement(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                Acknowledgement.State.valueOf(row.getString(3)),
                HexFormat.of().formatHex(row.getBytes(4)),
                Optional.ofNullable(row.getString(5)).map(MedicalInstitutionCode::new),
                Optional.ofNullable(row.getObject(6, LocalDate.class)).map(YearMonth::from),
                FileKind.valueOf(row.getString(7)),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                List.of(CoreJson.mapper().readValue(row.getString(13), Problem[].class)));
    }

    long reception() {
        return Objects.requireNonNull(jdbc.queryForObject("select nextval('review.reception')", Long.class));
    }

    void add(Acknowledgement file, String sender, Origin origin, Optional<Body> body, long bytes) {
        jdbc.update(
                """
                insert into review.file (id, received_at, sha256, sender, origin, facility, body, claim_month, kind, bytes, receipts, accepted, set_aside, repeated, points, state, problems)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                file.id(),
                Timestamp.from(file.at()),
                HexFormat.of().parseHex(file.sha256()),
                sender,
                origin.name(),
                file.facility().map(MedicalInstitutionCode::digits).orElse(null),
                body.map(Body::code).orElse(null),
                file.claimMonth().map(month -> month.atDay(1)).orElse(null),
                file.kind().name(),
                bytes,
                file.receipts(),
                file.accepted(),
                file.setAside(),
                file.repeated(),
                file.points(),
                file.state().name(),
                CoreJson.mapper().writeValueAsString(file.problems()));
    }

    /** Those of these digests that were accepted before, with the file that brought them. */
    Map<String, Long> accepted(List<Verdict> verdicts) {
        return connected(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select digest, min(file) from review.receipt where digest = any(?) group by digest")) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "bytea",
                                verdicts.stream()
                                        .map(one -> HexFormat.of().parseHex(one.digest()))
                                        .toArray(byte[][]::new)));
                Map<String, Long> accepted = new HashMap<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        accepted.put(HexFormat.of().formatHex(rows.getBytes(1)), rows.getLong(2));
                    }
                }
                return accepted;
            }
        });
    }

    void addAccepted(long file, List<Verdict> accepted) {
        copied(
                "review.receipt (file, ordinal, digest)",
                accepted,
                (row, verdict) -> row.number(file)
                        .number(verdict.receipt().ordinal())
                        .hex(verdict.digest())
                        .row());
    }

    /**
     * 受け付けない一件.
     *
     * @param verdict the receipt
     * @param repeats the file that brought it before
     */
    record Aside(Verdict verdict, Optional<Long> repeats) {}

    void addAside(long file, List<Aside> aside) {
        copied("review.set_aside (file, ordinal, line, repeats, checks, bytes)", aside, (row, one) -> {
            row.number(file)
                    .number(one.verdict().receipt().ordinal())
                    .number(one.verdict().receipt().lines().number(0));
            one.repeats().ifPresentOrElse(row::number, row::absent);
            row.text(String.join(" ", one.verdict().checks()))
                    .raw(one.verdict().receipt().lines().bytes())
                    .row();
        });
    }

    private interface Row<T> {
        void fill(RowCopy row, T value) throws SQLException;
    }

    private <T> void copied(String columns, List<T> values, Row<T> row) {
        if (values.isEmpty()) {
            return;
        }
        connected(connection -> {
            try (RowCopy rows = new RowCopy(connection, columns)) {
                for (T value : values) {
                    row.fill(rows, value);
                }
                rows.end();
                return values.size();
            }
        });
    }

    private <T> T connected(ConnectionCallback<T> work) {
        return Objects.requireNonNull(jdbc.execute(work));
    }
}
