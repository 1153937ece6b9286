package madoguchi.app;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import madoguchi.core.CheckDigit;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;

/*
 * Everything about these persons is invented and computed from the serial number, so that nothing has to be remembered: the My Number is "0000", the serial in
 * seven digits and the check digit; the insurer is one of a thousand with prefecture number 99, which no prefecture has; two persons share a household's number
 * and differ by branch number; births spread over 75 years.
 */

/**
 * 測定用の人 – an invented person.
 *
 * @param serial 0 … 9,999,999; those from {@link #MOST} on are never registered
 */
record BenchPerson(int serial) {

    /** How many persons can be registered at most. */
    static final int MOST = 9_000_000;

    static final String HEADER =
            "異動区分,個人番号,保険者番号,記号,番号,枝番,被保険者証区分,本人家族,被保険者氏名,氏名,氏名カナ,性別1,生年月日,郵便番号,住所,資格取得年月日,交付年月日,有効開始年月日,保険者名称\n";

    private static final int INSURERS = 1000;
    private static final int FIRST_HOUSEHOLD = 10_001;
    private static final int BIRTH_DAYS = 27_000;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1945, 1, 1);
    private static final String SYMBOL = "測定";
    private static final String SINCE = "20200401";

    LocalDate birth() {
        return FIRST_BIRTH.plusDays(serial * 7919L % BIRTH_DAYS);
    }

    InsuredId id() {
        return new InsuredId(
                new InsurerNumber(insurer()),
                Optional.of(SYMBOL),
                number(),
                Optional.of(serial % 2 == 0 ? "00" : "01"));
    }

    /** The line of a registration file, with its end. */
    String line() {
        String name = "測定　" + kanji();
        return String.join(
                        ",",
                        "1",
                        myNumber(),
                        insurer(),
                        SYMBOL,
                        number(),
                        serial % 2 == 0 ? "00" : "01",
                        "01",
                        serial % 2 == 0 ? "1" : "2",
                        name,
                        name,
                        "ｿｸﾃｲ ﾖｳ",
                        serial % 3 == 0 ? "1" : "2",
                        birth().format(DateTimeFormatter.BASIC_ISO_DATE),
                        "100-9999",
                        "東京都架空区測定町" + (serial % 90 + 1) + "-1",
                        SINCE,
                        SINCE,
                        SINCE,
                        "測定用健康保険組合")
                + "\n";
    }

    private String insurer() {
        String body = "0699%03d".formatted(serial / 2 % INSURERS);
        return body + CheckDigit.of(body);
    }

    private String number() {
        return Integer.toString(FIRST_HOUSEHOLD + serial / 2 / INSURERS);
    }

    private String kanji() {
        StringBuilder kanji = new StringBuilder();
        Integer.toString(serial).chars().forEach(digit -> kanji.append("〇一二三四五六七八九".charAt(digit - '0')));
        return kanji.toString();
    }

    /** 検証番号: weights 2…7, 2…6 from the right, 11 minus the remainder by 11, 0 for a remainder of 0 or 1. */
    private String myNumber() {
        String body = "%011d".formatted(serial);
        int sum = 0;
        for (int n = 1; n <= body.length(); n++) {
            sum += (body.charAt(body.length() - n) - '0') * (n <= 6 ? n + 1 : n - 5);
        }
        int remainder = sum % 11;
        return body + (remainder <= 1 ? 0 : 11 - remainder);
    }
}
