package madoguchi.town;

import madoguchi.core.Caller;
import madoguchi.core.MedicalInstitutionCode;

/**
 * 診療所 – the facility at whose desk the people of the town arrive.
 *
 * @param facility 医療機関コード
 * @param name 医療機関名
 */
public record Clinic(MedicalInstitutionCode facility, String name) {

    /** 照会者 – somebody at this clinic's desk who asks the hub. */
    public Caller caller() {
        return new Caller(facility, "desk", "town");
    }
}
