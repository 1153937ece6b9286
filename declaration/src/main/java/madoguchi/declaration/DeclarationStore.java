package madoguchi.declaration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 申立書の記録 – PostgreSQL, schema {@code declaration}; the module's only SQL. */
final class DeclarationStore {

    private static final String VERSIONS = """
            select d.id, d.visit, d.received_day, v.at, v.operator, v.entered, v.body
            from declaration.declaration d join declaration.version v on v.declaration = d.id
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate together;

    DeclarationStore(DataSource database) {
        jdbc = JdbcClient.create(database);
        together = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    /** Brings the schema up to date. */
    static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("declaration")
                .defaultSchema("declaration")
                .locations("classpath:db/declaration")
                .load()
                .migrate();
    }

    /**
     * Files a declaration with its first version, both or neither.
     *
     * @param once names the sheet; the second time nothing is written
     * @return the id of the declaration this sheet became, now or earlier
     */
    String file(String id, String once, Optional<String> visit, LocalDate receivedDay, Kept.Version first) {
        return Objects.requireNonNull(together.execute(status -> {
            int begun = jdbc.sql("""
                            insert into declaration.declaration (id, once, visit, received_day)
                            values (:id, :once, :visit, :day) on conflict (once) do nothing""")
                    .param("id", id)
                    .param("once", once)
                    .param("visit", visit.orElse(null))
                    .param("day", receivedDay)
                    .update();
            if (begun > 0) {
                append(id, first);
            }
            return jdbc.sql("select id from declaration.declaration where once = :once")
                    .param("once", once)
                    .query(String.class)
                    .single();
        }));
    }

    /**
     * Adds a version.
     *
     * @return false when there is no such declaration any more
     */
    boolean correct(String id, Kept.Version version) {
        return Boolean.TRUE.equals(together.execute(status -> {
            boolean kept = locked(id);
            if (kept) {
                append(id, version);
            }
            return kept;
        }));
    }

    private void append(String id, Kept.Version version) {
        jdbc.sql("""
                        insert into declaration.version (declaration, at, operator, entered, body)
                        values (:declaration, :at, :operator, :entered, :body::jsonb)""")
                .param("declaration", id)
                .param("at", utc(version.at()))
                .param("operator", version.operator())
                .param("entered", version.entered().word())
                .param("body", DeclarationJson.write(version.said()))
                .update();
    }

    /**
     * Removes everything a declaration says, older versions too, and records that; both or neither.
     *
     * @return false when there is no such declaration any more
     */
    boolean destroy(Destruction destruction) {
        boolean destroyed = Boolean.TRUE.equals(together.execute(status -> {
            boolean kept = locked(destruction.declaration());
            if (kept) {
                record(destruction);
                jdbc.sql("delete from declaration.version where declaration = :declaration")
                        .param("declaration", destruction.declaration())
                        .update();
            }
            return kept;
        }));
        if (destroyed) {
            // Otherwise the removed rows would stay in the table's file until the database cleans up by itself.
            jdbc.sql("vacuum declaration.version").update();
        }
        return destroyed;
    }

    private void record(Destruction destruction) {
        jdbc.sql("""
                        insert into declaration.destruction (declaration, at, operator, reason)
                        values (:declaration, :at, :operator, :reason)""")
                .param("declaration", destruction.declaration())
                .param("at", utc(destruction.at()))
                .param("operator", destruction.operator())
                .param("reason", destruction.reason().word())
                .update();
    }

    /* Holds the declaration until the transaction ends, so that no version comes after its destruction. */
    private boolean locked(String id) {
        boolean exists = jdbc.sql("select id from declaration.declaration where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional()
                .isPresent();
        return exists && destruction(id).isEmpty();
    }

    /** One declaration; empty when there is none, or when it was destroyed. */
    Optional<Kept> find(String id) {
        return kept(jdbc.sql(VERSIONS + "where d.id = :id order by v.seq").param("id", id)).stream()
                .findFirst();
    }

    /** All that are kept, the oldest first. */
    List<Kept> all() {
        return kept(jdbc.sql(VERSIONS + "order by d.seq, v.seq"));
    }

    /** All that are kept for one reception, the oldest first. */
    List<Kept> ofVisit(String visit) {
        return kept(jdbc.sql(VERSIONS + "where d.visit = :visit order by d.seq, v.seq")
                .param("visit", visit));
    }

    /** What is left of a destroyed declaration. */
    Optional<Destruction> destruction(String id) {
        return destructions(jdbc.sql("select * from declaration.destruction where declaration = :id")
                        .param("id", id))
                .stream()
                .findFirst();
    }

    /** The latest {@code limit} destructions, newest first. */
    List<Destruction> destructions(int limit) {
        return destructions(jdbc.sql("select * from declaration.destruction order by at desc, declaration limit :limit")
                .param("limit", limit));
    }

    private static List<Destruction> destructions(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, index) -> new Destruction(
                        row.getString("declaration"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("operator"),
                        Choice.find(DestructionReason.class, row.getString("reason"))
                                .orElseThrow()))
                .list();
    }

    private static List<Kept> kept(JdbcClient.StatementSpec statement) {
        Map<String, Kept> byId = new LinkedHashMap<>();
        statement
                .query((row, index) -> new Kept(
                        row.getString("id"),
                        Optional.ofNullable(row.getString("visit")),
                        row.getObject("received_day", LocalDate.class),
                        List.of(new Kept.Version(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("operator"),
                                Choice.find(HowEntered.class, row.getString("entered"))
                                        .orElseThrow(),
                                DeclarationJson.read(row.getString("body"))))))
                .list()
                .forEach(one -> byId.merge(one.id(), one, DeclarationStore::joined));
        return List.copyOf(byId.values());
    }

    private static Kept joined(Kept earlier, Kept later) {
        List<Kept.Version> versions = new ArrayList<>(earlier.versions());
        versions.addAll(later.versions());
        return new Kept(earlier.id(), earlier.visit(), earlier.receivedDay(), versions);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
