package madoguchi.review;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;

/** One real PostgreSQL for all tests of this module; every test gets its own database in it. */
final class Database {

    private static final EmbeddedPostgres SERVER = start();
    private static int count;

    private Database() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A fresh database with the schema of this module. */
    static synchronized DataSource fresh() {
        String name = "review" + ++count;
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
        DataSource database = SERVER.getDatabase("postgres", name);
        Agency.migrate(database);
        return database;
    }
}
