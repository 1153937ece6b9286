package madoguchi.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import madoguchi.core.CheckDigit;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;

/*
 * Everything about these persons is invented and computed from the serial number, so that nothing has to be remembered: the My Number is "000", the serial in
 * eight digits and the check digit; the insurer is one of a thousand with prefecture number 99, which no prefecture has; two persons share a household's number
 * and differ by branch number; births spread over 75 years.
 */

/**
 * 測定用の人 – an invented person.
 *
 * @param serial 0 … 19,999,999; those from {@link #MOST} on are never registered
 */
record BenchPerson(int serial) {

    /** How many persons can be registered at most. */
    static final int MOST = 19_000_000;

    static final String HEADER =
            "異動区分,個人番号,保険者番号,記号,番号,枝番,被保険者証区分,本人家族,被保険者氏名,氏名,氏名カナ,性別1,生年月日,郵便番号,住所,資格取得年月日,交付年月日,有効開始年月日,保険者名称\n";

    private static final int INSURERS = 1000;
    private static final int FIRST_HOUSEHOLD = 10_001;
    private static final int BIRTH_DAYS = 27_000;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1945, 1, 1);
    private static final String SYMBOL = "測定";
    private static final String SINCE = "20200401";
    private static final List<String> INSURER_NUMBERS =
            IntStream.range(0, INSURERS).mapToObj(BenchPerson::insurer).toList();

    LocalDate birth() {
        return FIRST_BIRTH.plusDays(serial * 7919L % BIRTH_DAYS);
    }

    InsuredId id() {
        return new InsuredId(
                new InsurerNumber(insurer()),
                Optional.of(SYMBOL),
                Integer.toString(number()),
                Optional.of(serial % 2 == 0 ? "00" : "01"));
    }

    /** The line of a registration file, with its end. Put together without formats and patterns: a register of millions takes seconds to invent. */
    void line(StringBuilder to) {
        to.append("1,");
        myNumber(to);
        to.append(',').append(insurer()).append(',').append(SYMBOL).append(',').append(number());
        to.append(serial % 2 == 0 ? ",00,01,1," : ",01,01,2,");
        name(to);
        to.append(',');
        name(to);
        to.append(",ｿｸﾃｲ ﾖｳ,").append(serial % 3 == 0 ? "1," : "2,");
        LocalDate birth = birth();
        to.append(birth.getYear() * 10_000 + birth.getMonthValue() * 100 + birth.getDayOfMonth());
        to.append(",100-9999,東京都架空区測定町").append(serial % 90 + 1).append("-1,");
        to.append(SINCE).append(',').append(SINCE).append(',').append(SINCE).append(",測定用健康保険組合\n");
    }

    private String insurer() {
        return INSURER_NUMBERS.get(serial / 2 % INSURERS);
    }

    private static String insurer(int insurer) {
        String body = "0699%03d".formatted(insurer);
        return body + CheckDigit.of(body);
    }

    private int number() {
        return FIRST_HOUSEHOLD + serial / 2 / INSURERS;
    }

    private void name(StringBuilder to) {
        to.append("測定　");
        String digits = Integer.toString(serial);
        for (int i = 0; i < digits.length(); i++) {
            to.append("〇一二三四五六七八九".charAt(digits.charAt(i) - '0'));
        }
    }

    /** 検証番号: weights 2…7, 2…6 from the right, 11 minus the remainder by 11, 0 for a remainder of 0 or 1. */
    private void myNumber(StringBuilder to) {
        String digits = Integer.toString(serial);
        int sum = 0;
        for (int n = 1; n <= digits.length(); n++) {
            sum += (digits.charAt(digits.length() - n) - '0') * (n <= 6 ? n + 1 : n - 5);
        }
        int remainder = sum % 11;
        to.append("00000000000", 0, 11 - digits.length()).append(digits).append(remainder <= 1 ? 0 : 11 - remainder);
    }
}
