package madoguchi.hub;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;

/**
 * スマートフォンが読めた施設 – the facilities at which a phone was read with success at least once, and since when ({@code jpki-reader.md} §5). Nothing is registered by hand: a facility appears after its first success. Who does not want to stand in a public list is not this
 * class's to know. How soon the official list follows is not public.
 */
public final class PhoneFacilities {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final CardAuthenticationStore log;

    /** The facilities of that hub's log. */
    public PhoneFacilities(DataSource database) {
        this.log = new CardAuthenticationStore(database);
    }

    /** First successes by facility, as Japanese days. */
    public Map<MedicalInstitutionCode, LocalDate> firsts() {
        return log.phones().stream()
                .collect(Collectors.toMap(
                        first -> new MedicalInstitutionCode(first.facility()),
                        first -> LocalDate.ofInstant(first.at(), TOKYO)));
    }
}
