package madoguchi.hub;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.CardSerial;
import madoguchi.core.Parsed;
import madoguchi.core.Period;
import madoguchi.core.TokenKind;

/**
 * カードファイルの1行 – one line of a file of card links, understood. Columns: {@code docs/registration-file.md}.
 *
 * @param myNumber 個人番号, on its way to becoming a person id
 * @param valid 利用開始年月日 until 利用終了年月日
 * @param withdrawn 異動区分 9 取消
 * @param link the link
 */
record CardLine(MyNumber myNumber, Period valid, boolean withdrawn, Kept.CardLink link) implements RegisterLine {

    static final List<String> COLUMNS =
            List.of("異動区分", "個人番号", "媒体", "発行者", "シリアル番号", "利用開始年月日", "利用終了年月日", "旧発行者", "旧シリアル番号");

    static final List<String> NEEDED = List.of("異動区分", "個人番号", "媒体", "発行者", "シリアル番号", "利用開始年月日");

    /** Reads one line; every fault of every column at once. */
    static Parsed<RegisterLine> parse(Map<String, String> cells) {
        Row row = new Row(cells);
        row.refuseControlCharacters(COLUMNS);
        NEEDED.forEach(row::required);
        boolean withdrawn = row.withdrawn();
        Optional<MyNumber> myNumber = row.read("個人番号", MyNumber::parse);
        Optional<TokenKind> token = row.code(TokenKind.class, "媒体");
        Optional<CardSerial> card = serial(row, "発行者", "シリアル番号");
        Optional<Period> valid = row.until("利用開始年月日", "利用終了年月日");
        row.together(List.of("旧発行者", "旧シリアル番号"), List.of("旧発行者", "旧シリアル番号"));
        Optional<CardSerial> old = serial(row, "旧発行者", "旧シリアル番号");
        return row.problems().isEmpty()
                ? Parsed.of(new CardLine(
                        myNumber.orElseThrow(),
                        valid.orElse(Period.startingOn(LocalDate.EPOCH)),
                        withdrawn,
                        new Kept.CardLink(card.orElseThrow(), token.orElseThrow(), old)))
                : new Parsed.Faults<>(row.problems());
    }

    private static Optional<CardSerial> serial(Row row, String issuer, String serial) {
        if (row.text(issuer).isEmpty() || row.text(serial).isEmpty()) {
            return Optional.empty();
        }
        Parsed<CardSerial> parsed = CardSerial.parse(
                row.text(issuer).orElseThrow(), row.text(serial).orElseThrow());
        parsed.problems()
                .forEach(problem -> row.problem(
                        problem.place().equals("issuer") ? issuer : serial,
                        problem.reason().ja(),
                        problem.reason().en()));
        return parsed.problems().isEmpty() ? Optional.of(parsed.orElseThrow()) : Optional.empty();
    }

    @Override
    public Kept said() {
        return link;
    }
}
