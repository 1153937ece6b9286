package madoguchi.facilities;

import madoguchi.core.MedicalInstitutionCode;

/**
 * 施設 – as the list of names has it.
 *
 * @param code 医療機関コード
 * @param name its public name
 * @param prefecture 01 to 47
 * @param kind what it is
 * @param gone whether it has closed
 */
public record NamedFacility(
        MedicalInstitutionCode code, String name, String prefecture, FacilityKind kind, boolean gone) {}
