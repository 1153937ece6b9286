package madoguchi.facilities;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;

/**
 * 掲載施設 – one line of a public list.
 *
 * @param code 医療機関コード
 * @param named its name and kind; absent where the list of names does not have it
 * @param prefecture 01 to 47; from the code where there is no name
 * @param since the first day it was seen
 */
public record ListedFacility(
        MedicalInstitutionCode code, Optional<NamedFacility> named, String prefecture, LocalDate since) {

    /** Its name, or an empty text. */
    public String name() {
        return named.map(NamedFacility::name).orElse("");
    }
}
