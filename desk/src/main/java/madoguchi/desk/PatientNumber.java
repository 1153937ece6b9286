package madoguchi.desk;

import java.time.LocalDate;
import madoguchi.core.ReferenceNumber;

/**
 * 診察券の番号 – one line of the facility's own list of patients.
 *
 * @param number 患者番号, which becomes the 照会番号
 * @param kana 氏名カナ as {@link PatientNumbers#key} writes it
 * @param birth 生年月日
 */
record PatientNumber(ReferenceNumber number, String kana, LocalDate birth) {

    /** Never prints the person. */
    @Override
    public String toString() {
        return "PatientNumber[…]";
    }
}
