package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.CardSerial;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;

/**
 * A registration file of invented people.
 *
 * @param number which file; people of different files differ
 * @param lines how many people
 */
record InventedFile(int number, int lines) {

    static final InsurerNumber INSURER = new InsurerNumber("139998");
    static final LocalDate BIRTH = LocalDate.of(1990, 1, 1);
    private static final String HEADER = "異動区分,個人番号,保険者番号,記号,番号,枝番,被保険者証区分,本人家族,氏名,氏名カナ,性別1,生年月日,資格取得年月日,保険者名称";
    private static final int[] MY_NUMBER_WEIGHTS = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    Path write(Path folder) throws IOException {
        List<String> text = new ArrayList<>(List.of(HEADER));
        for (int line = 0; line < lines; line++) {
            text.add("1," + myNumber(number * 100_000L + line) + "," + INSURER + ",9-9," + insuredNumber(line)
                    + ",01,01,1,架空　人,ｶｸｳ ｼﾞﾝ,1,19900101,20200401,架空区国民健康保険");
        }
        return Files.write(folder.resolve(name()), text);
    }

    String name() {
        return "invented-" + number + ".csv";
    }

    /** A file that links a card to everybody, and one that enrols them. */
    List<Path> writeCards(Path folder) throws IOException {
        List<String> cards = new ArrayList<>(List.of("異動区分,個人番号,媒体,発行者,シリアル番号,利用開始年月日"));
        List<String> enrolments = new ArrayList<>(List.of("異動区分,個人番号,利用登録年月日"));
        for (int line = 0; line < lines; line++) {
            String person = "1," + myNumber(number * 100_000L + line);
            cards.add(person + ",1," + card(line).issuer() + "," + card(line).serial() + ",20260101");
            enrolments.add(person + ",20260101");
        }
        return List.of(
                Files.write(folder.resolve("cards-" + number + ".csv"), cards),
                Files.write(folder.resolve("enrolments-" + number + ".csv"), enrolments));
    }

    CardSerial card(int line) {
        return new CardSerial("SIM-1", "2A%02d%06d".formatted(10 + number, line));
    }

    /** Rising with the line, so that the first lines of the file are a range. */
    String insuredNumber(int line) {
        return "%02d%06d".formatted(10 + number, line);
    }

    InsuredId insured(int line) {
        return new InsuredId(INSURER, Optional.of("9-9"), insuredNumber(line), Optional.of("01"));
    }

    /** Eleven digits and the check digit: 11 minus the weighted sum modulo 11, and 0 for a remainder of 0 or 1. */
    static String myNumber(long body) {
        String digits = "%011d".formatted(body);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * MY_NUMBER_WEIGHTS[i];
        }
        return digits + (sum % 11 <= 1 ? 0 : 11 - sum % 11);
    }
}
