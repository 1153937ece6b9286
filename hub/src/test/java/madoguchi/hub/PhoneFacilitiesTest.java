package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Caller;
import madoguchi.core.Identification;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Octets;
import madoguchi.core.Presentation;
import madoguchi.core.TokenKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The facilities that read phones. */
class PhoneFacilitiesTest {

    private static final String NEAR = "1319999913";
    private static final String FAR = "1349999913";

    private final HikariDataSource database = Databases.fresh();
    private final CardAuthenticationStore log = new CardAuthenticationStore(database);

    @AfterEach
    void close() {
        database.close();
    }

    private void presented(String at, String facility, TokenKind token, CardOutcome outcome) {
        Presentation presented = new Presentation(
                "nonce",
                Octets.of(),
                Octets.of(),
                token,
                switch (token) {
                    case CARD -> Identification.PIN;
                    case ANDROID -> Identification.PHONE_PIN;
                    case IPHONE -> Identification.PHONE_BIOMETRICS;
                },
                LocalDate.parse("2026-11-21"),
                false,
                new Caller(new MedicalInstitutionCode(facility), "kiosk", "unattended"));
        log.add(Instant.parse(at), CardAuthenticationStore.Purpose.OPEN, presented, outcome, false, Optional.empty());
    }

    @Test
    void aFacilityAppearsAfterItsFirstSuccessWithAPhoneAndNotBefore() {
        presented("2026-11-20T00:00:00Z", NEAR, TokenKind.CARD, CardOutcome.ADMITTED);
        presented("2026-11-20T01:00:00Z", NEAR, TokenKind.ANDROID, CardOutcome.EXPIRED);
        assertThat(new PhoneFacilities(database).firsts()).isEmpty();
        presented("2026-11-20T15:00:00Z", NEAR, TokenKind.ANDROID, CardOutcome.ADMITTED);
        presented("2026-11-25T00:00:00Z", NEAR, TokenKind.IPHONE, CardOutcome.ADMITTED);
        presented("2026-11-22T00:00:00Z", FAR, TokenKind.IPHONE, CardOutcome.ADMITTED);
        assertThat(new PhoneFacilities(database).firsts())
                .containsOnly(
                        Map.entry(new MedicalInstitutionCode(NEAR), LocalDate.parse("2026-11-21")),
                        Map.entry(new MedicalInstitutionCode(FAR), LocalDate.parse("2026-11-22")));
    }
}
