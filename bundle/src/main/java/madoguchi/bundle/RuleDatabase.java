package madoguchi.bundle;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** 配布の表 – brings the schema {@code rules} of a database to the present form. */
public final class RuleDatabase {

    private RuleDatabase() {}

    /** Creates or migrates schema {@code rules}; does nothing when it is up to date. */
    public static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("rules")
                .locations("classpath:db/rules")
                .load()
                .migrate();
    }
}
