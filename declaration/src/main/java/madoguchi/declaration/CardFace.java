package madoguchi.declaration;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.Sex;

/**
 * マイナンバーカードの券面事項等 – part 2 of the form: copied from the face of the card, never its 12-digit number (R-UNK-11). Names keep their code points.
 *
 * @param name 氏名 as on the card
 * @param kana フリガナ
 * @param birth 生年月日
 * @param sex 性別
 * @param address 住所 as on the card
 * @param otherAddress another address, if there is one (※3)
 */
public record CardFace(
        Optional<String> name,
        Optional<String> kana,
        Optional<LocalDate> birth,
        Optional<Sex> sex,
        Optional<String> address,
        Optional<String> otherAddress) {

    /** Nothing known. */
    static final CardFace BLANK = new CardFace(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Never prints the person: this value may end in a log line. */
    @Override
    public String toString() {
        return "CardFace[…]";
    }
}
