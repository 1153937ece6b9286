package madoguchi.card;

import java.time.LocalDate;
import madoguchi.core.Sex;

/**
 * 券面事項入力補助 – what the card says about its holder as text ({@code jpki-reader.md} §1.4). The individual number is not among it.
 *
 * @param name 氏名, code points as they are
 * @param address 住所, code points as they are
 * @param birth 生年月日
 * @param sex 性別
 */
public record HolderAttributes(String name, String address, LocalDate birth, Sex sex) {

    /** Prints nothing of the person. */
    @Override
    public String toString() {
        return "HolderAttributes[…]";
    }
}
