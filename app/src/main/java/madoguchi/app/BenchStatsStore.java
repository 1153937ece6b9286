package madoguchi.app;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import java.util.function.LongSupplier;
import madoguchi.stats.UsageFigures;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** 測定の相手 – the same aggregate in a database: loaded once, asked with the verdicts of the rules as a table. */
final class BenchStatsStore {

    private static final double NANOS = 1e9;
    private static final long MEGA = 1 << 20;

    private static final String AGGREGATE = """
            select count(*), sum(counted), sum(other), sum(open), sum(people) from (
                select u.facility,
                       count(*) filter (where v.online = 'COUNTED') as counted,
                       count(*) filter (where v.online = 'DENOMINATOR') as other,
                       count(*) filter (where v.online = 'OPEN') as open,
                       count(distinct case when v.person and u.person > 0 then u.person end) as people
                  from uses u join verdict v on v.cell = u.cell
                 group by u.facility) one
            """;

    private BenchStatsStore() {}

    static UsageFigures.Sums measure(
            BenchStatsCommand.Beside beside, @Nullable Path driver, UsageFigures figures, Path file, Path folder)
            throws IOException, SQLException {
        long start = System.nanoTime();
        Path csv = figures.csv(file);
        System.out.printf("CSV: %,d MB, %.1f 秒 s%n", Files.size(csv) / MEGA, since(start));
        return switch (beside) {
            case POSTGRES -> postgres(figures, csv, folder);
            case DUCKDB -> duckdb(Objects.requireNonNull(driver), figures, csv, folder);
        };
    }

    private static UsageFigures.Sums postgres(UsageFigures figures, Path csv, Path folder)
            throws IOException, SQLException {
        try (EmbeddedDatabase server = EmbeddedDatabase.open(folder.resolve("postgres"))) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(server.url());
            try (Connection connection = source.getConnection();
                    Statement sql = connection.createStatement()) {
                long start = System.nanoTime();
                sql.execute("create unlogged table uses (facility integer, person bigint, cell smallint)");
                // The server is on this machine and reads the file itself.
                sql.execute("copy uses from '" + csv.toAbsolutePath() + "' (format csv)");
                sql.execute("vacuum analyze uses");
                Files.delete(csv);
                loaded("PostgreSQL", start);
                sql.execute("set work_mem = '1GB'");
                long backend = number(sql, "select pg_backend_pid()");
                return ask("PostgreSQL", sql, figures, () -> UsageFigures.resident(backend));
            }
        }
    }

    private static UsageFigures.Sums duckdb(Path jar, UsageFigures figures, Path csv, Path folder)
            throws IOException, SQLException {
        try (URLClassLoader classes =
                        new URLClassLoader(new java.net.URL[] {jar.toUri().toURL()});
                Connection connection = Objects.requireNonNull(driver(classes)
                        .connect("jdbc:duckdb:" + folder.resolve("uses.duckdb").toAbsolutePath(), new Properties()));
                Statement sql = connection.createStatement()) {
            // Without these it would take four fifths of the machine's memory, and its folder of the working directory.
            sql.execute("set memory_limit = '8GB'");
            sql.execute(
                    "set temp_directory = '" + folder.resolve("duckdb-spill").toAbsolutePath() + "'");
            sql.execute("set preserve_insertion_order = false");
            long start = System.nanoTime();
            sql.execute("create table uses as select * from read_csv('" + csv.toAbsolutePath()
                    + "', header = false, columns = {'facility': 'INTEGER', 'person': 'BIGINT', 'cell': 'SMALLINT'})");
            Files.delete(csv);
            loaded("DuckDB", start);
            return ask("DuckDB", sql, figures, UsageFigures::resident);
        } catch (MalformedURLException wrong) {
            throw new IOException(wrong);
        }
    }

    private static Driver driver(URLClassLoader classes) throws IOException {
        try {
            return (Driver) classes.loadClass("org.duckdb.DuckDBDriver")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException notThere) {
            throw new IOException("DuckDBのドライバーではありません / this is no driver of DuckDB", notThere);
        }
    }

    private static void loaded(String name, long start) {
        System.out.printf("%s: 取込 / loaded %.1f 秒 s%n", name, since(start));
    }

    private static UsageFigures.Sums ask(String name, Statement sql, UsageFigures figures, LongSupplier resident)
            throws SQLException {
        sql.execute("create table verdict (cell smallint, online varchar(20), person boolean)");
        sql.execute("insert into verdict values " + String.join(", ", figures.verdicts()));
        long events = number(sql, "select count(*) from uses");
        long start = System.nanoTime();
        try (ResultSet row = sql.executeQuery(AGGREGATE)) {
            row.next();
            UsageFigures.Sums sums = new UsageFigures.Sums(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
            double seconds = since(start);
            System.out.printf(
                    "%s: 集計 / aggregate %.2f 秒 s, %,.0f 件/秒 events/s, 常駐 resident max %,d MB%n",
                    name, seconds, events / seconds, resident.getAsLong());
            return sums;
        }
    }

    private static long number(Statement sql, String question) throws SQLException {
        try (ResultSet row = sql.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / NANOS;
    }
}
