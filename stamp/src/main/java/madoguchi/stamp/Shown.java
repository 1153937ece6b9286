package madoguchi.stamp;

import java.time.LocalDate;
import madoguchi.core.InsuredId;

/**
 * 画面の人 – whom a screen shows: what a code is made over.
 *
 * @param birth 生年月日
 * @param reading 氏名カナ, or the written name where there is none
 * @param insured 記号・番号 of the coverage shown
 */
public record Shown(LocalDate birth, String reading, InsuredId insured) {
    /** Never prints the person. */
    @Override
    public String toString() {
        return "Shown[…]";
    }
}
