package madoguchi.town;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import madoguchi.core.CardSerial;
import madoguchi.core.Holder;
import madoguchi.core.TokenKind;

/**
 * 住民 – a person of the town as the municipality's counter knows them, which issues cards. The 個人番号 is never given out; it is only written into the rows of registration files ({@code docs/registration-file.md}).
 */
public final class Resident {

    /** The header of a file of {@link #cardRow rows about cards}. */
    public static final String CARD_HEADER = "異動区分,個人番号,媒体,発行者,シリアル番号,利用開始年月日,利用終了年月日,旧発行者,旧シリアル番号";

    /** The header of a file of {@link #enrolmentRow enrolments}. */
    public static final String ENROLMENT_HEADER = "異動区分,個人番号,利用登録年月日,利用終了年月日";

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Townsperson person;
    private final Holder holder;
    private final String number;
    private final boolean enrolled;

    Resident(Townsperson person, Holder holder, String number, boolean enrolled) {
        this.person = person;
        this.holder = holder;
        this.number = number;
        this.enrolled = enrolled;
    }

    /** Who it is. */
    public Townsperson person() {
        return person;
    }

    /** 氏名, 住所, 生年月日, 性別 as registered last. */
    public Holder holder() {
        return holder;
    }

    /** 利用登録済 – whether the town's own files enrol this person. */
    public boolean enrolled() {
        return enrolled;
    }

    /**
     * カードファイルの行 – links a certificate to this person from a day on.
     *
     * @param predecessor the certificate whose place it takes
     */
    public String cardRow(TokenKind token, CardSerial card, LocalDate from, Optional<CardSerial> predecessor) {
        return String.join(
                ",",
                "1",
                number,
                token.code(),
                card.issuer(),
                card.serial(),
                from.format(DAY),
                "",
                predecessor.map(CardSerial::issuer).orElse(""),
                predecessor.map(CardSerial::serial).orElse(""));
    }

    /** 利用登録ファイルの行 – enrols this person from a day on. */
    public String enrolmentRow(LocalDate from) {
        return String.join(",", "1", number, from.format(DAY), "");
    }

    /** Prints the key of an invented person, nothing else. */
    @Override
    public String toString() {
        return "Resident[" + person + "]";
    }
}
