package madoguchi.declaration;

import java.util.Optional;

/**
 * 保険証等に関する事項 – part 1 of the form: what the patient says about their insurance.
 *
 * @param held 有効な保険証の交付を受けている
 * @param kind 保険種別
 * @param insurerName 保険者等名称
 * @param employerName 事業所名 (※1)
 * @param issued 交付を受けた時期
 * @param share 一部負担金の割合 (※2)
 */
public record StatedInsurance(
        boolean held,
        Optional<InsuranceKind> kind,
        Optional<String> insurerName,
        Optional<String> employerName,
        Optional<IssuedWhen> issued,
        Optional<StatedShare> share) {

    /** Never prints what a patient said: this value may end in a log line. */
    @Override
    public String toString() {
        return "StatedInsurance[…]";
    }
}
