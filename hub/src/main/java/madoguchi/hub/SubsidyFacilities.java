package madoguchi.hub;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;

/** 医療費助成を確認した施設 – the facilities that got a recipient certificate with an answer at least once, and since when; nothing is registered by hand. Who does not want to stand in a public list is not this class's to know. */
public final class SubsidyFacilities {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final SubsidyFacilityStore log;

    /** The facilities of that hub's log. */
    public SubsidyFacilities(DataSource database) {
        this.log = new SubsidyFacilityStore(database);
    }

    /** First successes by facility, as Japanese days. */
    public Map<MedicalInstitutionCode, LocalDate> firsts() {
        return log.firsts().stream()
                .collect(Collectors.toMap(
                        first -> new MedicalInstitutionCode(first.facility()),
                        first -> LocalDate.ofInstant(first.at(), TOKYO)));
    }
}
