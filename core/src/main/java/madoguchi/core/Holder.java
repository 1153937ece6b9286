package madoguchi.core;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 資格を持つ人 – the person as the insurer registered them. May differ from the facility's chart.
 *
 * @param name 氏名
 * @param sex 性別（券面表面）
 * @param sexOnBack 性別2 – set only where the card shows another sex by the 2012 notice; preferred on screens when present
 * @param birth 生年月日
 * @param address 住所（保険者届出）
 * @param postNumber 郵便番号 {@code NNN-NNNN}
 */
public record Holder(
        PersonName name,
        Sex sex,
        Optional<Sex> sexOnBack,
        LocalDate birth,
        Optional<String> address,
        Optional<String> postNumber) {

    /** The sex to show: 性別2 where there is one. */
    public Sex shownSex() {
        return sexOnBack.orElse(sex);
    }

    /** Never prints the person: this value may end in a log line. */
    @Override
    public String toString() {
        return "Holder[…]";
    }
}
