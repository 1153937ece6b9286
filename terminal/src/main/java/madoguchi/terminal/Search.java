package madoguchi.terminal;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.InsuredId;

/**
 * 資格確認照会用情報 – who is asked about; comes in a request and is echoed in its answer ({@code oqs-interface.md} §2, 4).
 *
 * @param insured 保険者番号・記号・番号・枝番
 * @param birth 生年月日
 * @param limitConsent 限度額適用認定証提供同意フラグ
 * @param personIdentifier 任意の識別子 of the asking software for this person
 */
public record Search(InsuredId insured, LocalDate birth, boolean limitConsent, Optional<String> personIdentifier) {

    /** Never prints the person asked about: this value may end in a log line. */
    @Override
    public String toString() {
        return "Search[…]";
    }
}
