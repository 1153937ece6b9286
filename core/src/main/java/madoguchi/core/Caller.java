package madoguchi.core;

/**
 * 照会者 – who asks: every inquiry is written to the verification log under this name.
 *
 * @param facility 医療機関コード
 * @param terminal the terminal or software at the facility, such as {@code desk} or {@code OQS}; no personal data
 * @param operator the operator's account name at the facility; no personal data
 */
public record Caller(MedicalInstitutionCode facility, String terminal, String operator) {}
