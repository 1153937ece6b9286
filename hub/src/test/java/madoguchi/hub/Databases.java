package madoguchi.hub;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import madoguchi.fixture.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 試験用の PostgreSQL – pools over databases of their own. */
final class Databases {

    private Databases() {}

    /** A new database with the schema {@code hub}. */
    static HikariDataSource fresh() {
        return pool(Database.url("hub", HubDatabase::migrate));
    }

    /** A new database without any schema of ours. */
    static HikariDataSource empty() {
        return pool(Database.emptyUrl());
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
