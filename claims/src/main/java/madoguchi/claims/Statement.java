package madoguchi.claims;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.CopaymentRate;

/**
 * 申立ての内容 – what an unidentified claim takes from the declaration ({@code claims-uke.md} §7).
 *
 * @param kana カナ氏名
 * @param birth 生年月日
 * @param insuranceKind the word of the kind of insurance as the table {@code unidentified-number} has it, a word of its facet
 * @param insuranceText how it reads in the remarks
 * @param insurerName 保険者等名称
 * @param employer 事業所名
 * @param address 住所; what does not fit one remark goes on in the next
 * @param phone 連絡先電話番号
 * @param share 一部負担金の割合 as stated
 */
public record Statement(
        Optional<String> kana,
        Optional<LocalDate> birth,
        String insuranceKind,
        String insuranceText,
        Optional<String> insurerName,
        Optional<String> employer,
        Optional<String> address,
        Optional<String> phone,
        Optional<CopaymentRate> share) {

    /**
     * What was told in a disaster, without a declaration; empty where nothing was typed.
     *
     * @param place address or employer
     * @param phone 連絡先
     */
    static Optional<Statement> inDisaster(String place, String phone) {
        return place.isBlank() && phone.isBlank()
                ? Optional.empty()
                : Optional.of(new Statement(
                        Optional.empty(),
                        Optional.empty(),
                        "unknown",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        typed(place),
                        typed(phone),
                        Optional.empty()));
    }

    private static Optional<String> typed(String text) {
        return Optional.of(text.strip()).filter(said -> !said.isEmpty());
    }

    /** Never prints what a patient said. */
    @Override
    public String toString() {
        return "Statement[…]";
    }
}
