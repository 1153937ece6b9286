package madoguchi.reader;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 施設の設定の記録 – append-only facts in the schema {@code reader}, which {@link PasscodeStore#migrate} brings up to date. */
public final class FacilityChoiceStore {

    private final JdbcClient jdbc;

    /** A store over a database that is up to date. */
    public FacilityChoiceStore(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    void add(FacilityChoice choice, boolean on, String login, Instant at) {
        jdbc.sql("INSERT INTO reader.facility_setting (at, login, setting, is_on) VALUES (:at, :login, :setting, :on)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("login", login)
                .param("setting", choice.name())
                .param("on", on)
                .update();
    }

    /** The last word about each; what nobody ever said anything about is not there, and what a later release wrote is passed over. */
    Map<FacilityChoice, Boolean> all() {
        Map<FacilityChoice, Boolean> said = new EnumMap<>(FacilityChoice.class);
        Map<String, Boolean> rows = new java.util.HashMap<>();
        jdbc.sql("SELECT DISTINCT ON (setting) setting, is_on FROM reader.facility_setting ORDER BY setting, seq DESC")
                .query(row -> {
                    rows.put(row.getString("setting"), row.getBoolean("is_on"));
                });
        for (FacilityChoice choice : FacilityChoice.values()) {
            Boolean on = rows.get(choice.name());
            if (on != null) {
                said.put(choice, on);
            }
        }
        return said;
    }
}
