package madoguchi.uke;

import java.util.Optional;
import madoguchi.core.Text;

/**
 * レセプト種別 – four digits: fee table, scheme, how many payers together, and who the patient is. Source: {@code claims-uke.md} §5.1.
 *
 * @param digits four ASCII digits that the table has
 */
public record ReceiptType(String digits) {

    /** 保険種別 – the second digit. */
    public enum Group {
        /** 医保（社保）・国保. */
        INSURANCE('1'),
        /** 公費単独. */
        PUBLIC_ONLY('2'),
        /** 後期高齢者. */
        LATE_ELDERLY('3'),
        /** 退職者. */
        RETIRED('4');

        private final char digit;

        Group(char digit) {
            this.digit = digit;
        }
    }

    /** 患者の区分 – the fourth digit. */
    public enum Patient implements Code {
        /** 本人・世帯主. */
        INSURED("2", "1", "本人・世帯主", "insured or head of household"),
        /** 未就学者. */
        PRESCHOOL("4", "3", "未就学者", "preschool child"),
        /** 家族・その他. */
        FAMILY("6", "5", "家族・その他", "family member"),
        /** 高齢受給者・後期 一般・低所得. */
        ELDERLY("8", "7", "高齢 一般・低所得", "elderly, general"),
        /** 高齢受給者・後期 7割. */
        ELDERLY_ACTIVE("0", "9", "高齢 ７割", "elderly, 70 % benefit");

        private final String outpatient;
        private final String inpatient;
        private final Text label;

        Patient(String outpatient, String inpatient, String ja, String en) {
            this.outpatient = outpatient;
            this.inpatient = inpatient;
            this.label = new Text(ja, en);
        }

        /** The digit of an outpatient receipt. */
        @Override
        public String code() {
            return outpatient;
        }

        /** 入院 – the digit of an inpatient receipt. */
        public String inpatientCode() {
            return inpatient;
        }

        @Override
        public Text label() {
            return label;
        }
    }

    /** Throws {@link IllegalArgumentException} when the table has no such type; {@link #parse} does not. */
    public ReceiptType {
        if (!isLegal(digits)) {
            throw new IllegalArgumentException("no such receipt type");
        }
    }

    /** The type; empty when the table has no such digits. */
    public static Optional<ReceiptType> parse(String digits) {
        return isLegal(digits) ? Optional.of(new ReceiptType(digits)) : Optional.empty();
    }

    private static boolean isLegal(String digits) {
        if (digits.length() != 4 || "1346".indexOf(digits.charAt(0)) < 0) {
            return false;
        }
        char payers = digits.charAt(2);
        char patient = digits.charAt(3);
        return switch (digits.charAt(1)) {
            case '1' -> payers >= '1' && payers <= '5' && patient >= '0' && patient <= '9';
            case '2' -> payers >= '1' && payers <= '4' && (patient == '1' || patient == '2');
            case '3' -> payers >= '1' && payers <= '5' && "7809".indexOf(patient) >= 0;
            case '4' -> payers >= '1' && payers <= '5' && "123456".indexOf(patient) >= 0;
            default -> false;
        };
    }

    /** The scheme. */
    public Group group() {
        return Group.values()[digits.charAt(1) - '1'];
    }

    /** How many 公費 the receipt has. */
    public int publicPayers() {
        return digits.charAt(2) - (group() == Group.PUBLIC_ONLY ? '0' : '1');
    }

    /** 入院 – whether the fourth digit is odd. */
    public boolean isInpatient() {
        return digits.charAt(3) % 2 == 1;
    }

    /** Who the patient is. 公費単独 is always 本人. */
    public Patient patient() {
        String digit = digits.substring(3);
        for (Patient patient : Patient.values()) {
            if (patient.outpatient.equals(digit) || patient.inpatient.equals(digit)) {
                return patient;
            }
        }
        throw new IllegalStateException("a digit has a patient");
    }

    /** The same type for another patient, in or out of hospital as before; empty when this scheme has no such patient. */
    public Optional<ReceiptType> with(Group group, Patient patient) {
        int payers = publicPayers() + (group == Group.PUBLIC_ONLY ? 0 : 1);
        return parse(digits.substring(0, 1)
                + group.digit
                + payers
                + (isInpatient() ? patient.inpatient : patient.outpatient));
    }

    /** The digits. */
    @Override
    public String toString() {
        return digits;
    }
}
