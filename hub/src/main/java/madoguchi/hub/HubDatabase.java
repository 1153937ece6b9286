package madoguchi.hub;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** 台帳の表 – brings the schema {@code hub} of a database to the present form. */
public final class HubDatabase {

    private HubDatabase() {}

    /** Creates or migrates schema {@code hub}; does nothing when it is up to date. Makes the indexes that a killed bulk load left out. */
    public static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("hub")
                .locations("classpath:db/hub")
                .load()
                .migrate();
        BulkLoadStore.settle(database);
    }
}
