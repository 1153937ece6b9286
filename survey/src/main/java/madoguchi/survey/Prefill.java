package madoguchi.survey;

import java.time.LocalDate;
import java.util.Map;
import madoguchi.core.MedicalInstitutionCode;

/**
 * 記録からの下書き – what a facility's own log of troubles says to the questions of the survey. Asked only for a facility that consented, and shown only in its own draft.
 */
@FunctionalInterface
public interface Prefill {

    /** Says nothing: for places without such a log. */
    Prefill NONE = (_, _, _) -> Map.of();

    /**
     * 件数.
     *
     * @param facility whose log
     * @param first first day
     * @param last last day, inclusive
     * @return how often each option happened, by question and option code: {@code q6.invalid} → 12; what is not there did not happen or is not known
     */
    Map<String, Integer> counts(MedicalInstitutionCode facility, LocalDate first, LocalDate last);
}
