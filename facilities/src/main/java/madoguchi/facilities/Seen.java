package madoguchi.facilities;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;

/** 実際に見えたこと – which facilities were seen to do something with success, and since when. Nobody enters it by hand (R-ADD-07). */
@FunctionalInterface
public interface Seen {

    /** Nothing here tells it: not the same as "no facility does it". */
    Seen UNTOLD = Optional::empty;

    /** First days by facility, Japanese days; empty when nothing tells. */
    Optional<Map<MedicalInstitutionCode, LocalDate>> firsts();
}
