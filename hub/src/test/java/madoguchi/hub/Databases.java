package madoguchi.hub;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 試験用の PostgreSQL – one server for all tests of this JVM, and a database of its own for each class that asks. */
final class Databases {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();
    private static final String PATTERN = pattern();

    private Databases() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A migrated database that the others are copied from. */
    private static String pattern() {
        String name = create("hub_pattern", "template1");
        try (HikariDataSource database = pool(SERVER.getJdbcUrl("postgres", name))) {
            HubDatabase.migrate(database);
        }
        return name;
    }

    /** A new database with the schema {@code hub}. */
    static HikariDataSource fresh() {
        String name = create("test" + COUNT.incrementAndGet(), PATTERN);
        return pool(SERVER.getJdbcUrl("postgres", name));
    }

    /** A new database without any schema of ours. */
    static HikariDataSource empty() {
        return pool(SERVER.getJdbcUrl("postgres", create("test" + COUNT.incrementAndGet(), "template1")));
    }

    private static String create(String name, String template) {
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("create database " + name + " template " + template)
                .update();
        return name;
    }

    static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2_000);
        config.setValidationTimeout(1_000);
        return new HikariDataSource(config);
    }

    static long count(javax.sql.DataSource database, String table) {
        return JdbcClient.create(database)
                .sql("select count(*) from hub." + table)
                .query(Long.class)
                .single();
    }

    /** Everything that is written in the database, cell by cell, whatever the type. */
    static List<String> allCells(javax.sql.DataSource database) {
        JdbcClient client = JdbcClient.create(database);
        return client
                .sql(
                        "select table_schema || '.' || table_name from information_schema.tables where table_schema in ('hub', 'public')")
                .query(String.class)
                .list()
                .stream()
                .flatMap(table ->
                        client.sql("select cast(t as text) from " + table + " t").query(String.class).list().stream())
                .toList();
    }
}
