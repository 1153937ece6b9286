package madoguchi.hub;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;

/**
 * 居宅同意取得型を使った施設 – the facilities at which a consent to home visits or online medical care was taken at least once, and since when; also where it was taken back later. Who does not want to stand in a public list is not
 * this class's to know. How soon the official list follows is not public.
 */
public final class VisitFacilities {

    private final RegisterStore store;

    /** The facilities of that hub's registers. */
    public VisitFacilities(DataSource database) {
        this.store = new RegisterStore(database);
    }

    /** First consents by facility, as Japanese days. */
    public Map<MedicalInstitutionCode, LocalDate> firsts() {
        return store.firstVisits().entrySet().stream()
                .collect(Collectors.toMap(first -> new MedicalInstitutionCode(first.getKey()), Map.Entry::getValue));
    }
}
