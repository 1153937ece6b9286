package madoguchi.hub;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;

/** 居宅同意を取得した施設 – the facilities at which a person consented to home visits or online medical care at least once, and since when; nothing is registered by hand. Who does not want to stand in a public list is not this class's to know. */
public final class VisitFacilities {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final VisitFacilityStore log;

    /** The facilities of that hub's register of consents. */
    public VisitFacilities(DataSource database) {
        this.log = new VisitFacilityStore(database);
    }

    /** First consents by facility, as Japanese days. */
    public Map<MedicalInstitutionCode, LocalDate> firsts() {
        return log.firsts().stream()
                .collect(Collectors.toMap(
                        first -> new MedicalInstitutionCode(first.facility()),
                        first -> LocalDate.ofInstant(first.at(), TOKYO)));
    }
}
