package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.fixture.Database;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The facilities that verify subsidies, on a real PostgreSQL; rows written as the log writes them. */
class SubsidyFacilitiesTest {

    private static final String NEAR = "1319999913";
    private static final String FAR = "0219999913";

    private final DataSource database = Database.fresh("hub", HubDatabase::migrate);

    @Test
    void aFacilityAppearsWithTheDayOfItsFirstCertificateAndNotByAnEmptyReply() {
        verified("2026-11-20T01:00:00Z", NEAR, "None");
        verified("2026-11-20T03:00:00Z", FAR, "Declined");
        assertThat(new SubsidyFacilities(database).firsts()).isEmpty();
        verified("2026-11-20T15:00:00Z", NEAR, "Found");
        verified("2026-11-25T00:00:00Z", NEAR, "Found");
        verified("2026-11-22T00:00:00Z", FAR, "Found");
        assertThat(new SubsidyFacilities(database).firsts())
                .containsOnly(
                        Map.entry(new MedicalInstitutionCode(NEAR), LocalDate.parse("2026-11-21")),
                        Map.entry(new MedicalInstitutionCode(FAR), LocalDate.parse("2026-11-22")));
    }

    private void verified(String at, String facility, String subsidies) {
        JdbcClient.create(database)
                .sql("""
                        insert into hub.verification (id, at, facility, terminal, operator, kind, day, outcome, facts,
                               limit_consent, disease_consent, form, previous, hash, registered, subsidies)
                        values ((select coalesce(max(id), 0) + 1 from hub.verification), cast(? as timestamptz), ?, 'reader', 'x', 'CARD', cast(? as date), 'Active', '', false, false, 3,
                                '\\x00', '\\x00', '', ?)""")
                .params(at, facility, at.substring(0, 10), subsidies)
                .update();
    }
}
