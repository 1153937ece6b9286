package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.fixture.Database;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The facilities of the home-consent type, on a real PostgreSQL; rows written as the register writes them. */
class VisitFacilitiesTest {

    private static final String NEAR = "1319999913";

    private final DataSource database = Database.fresh("hub", HubDatabase::migrate);

    @Test
    void aFacilityAppearsWithTheDayOfItsFirstConsentAndStaysWhenItIsTakenBack() {
        registered("2026-11-19T00:00:00Z", "CONSENT", false);
        assertThat(new VisitFacilities(database).firsts()).isEmpty();
        registered("2026-11-20T15:00:00Z", "VISIT_CONSENT", false);
        registered("2026-11-22T00:00:00Z", "VISIT_CONSENT", false);
        registered("2026-11-23T00:00:00Z", "VISIT_CONSENT", true);
        assertThat(new VisitFacilities(database).firsts())
                .containsOnly(Map.entry(new MedicalInstitutionCode(NEAR), LocalDate.parse("2026-11-21")));
    }

    private void registered(String at, String kind, boolean withdrawn) {
        JdbcClient client = JdbcClient.create(database);
        client.sql("insert into hub.person (digest) values ('\\x01') on conflict do nothing")
                .update();
        client.sql("""
                        insert into hub.register_fact (recorded_at, caller, kind, name, person, valid_from, withdrawn, body)
                        values (cast(? as timestamptz), ?, ?, '\\x02', (select min(id) from hub.person), cast(? as date), ?, ?)""")
                .params(
                        at,
                        NEAR,
                        kind,
                        at.substring(0, 10),
                        withdrawn,
                        "{\"facility\":\"" + NEAR + "\",\"visit\":\"HOME\"}")
                .update();
    }
}
