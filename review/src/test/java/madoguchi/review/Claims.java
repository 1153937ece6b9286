package madoguchi.review;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.YearMonth;
import madoguchi.uke.FileKind;
import madoguchi.uke.InventedClaims;

/** 作りものの請求 – claim files put together by words. */
final class Claims {

    static final YearMonth APRIL = YearMonth.of(2026, 4);
    static final YearMonth MAY = YearMonth.of(2026, 5);
    static final Charset CHARSET = Charset.forName("windows-31j");
    static final String HEAD = "IR,1,13,1,1234569,,みなと架空診療所,202605,00,03-0000-0000\r\n";

    private Claims() {}

    /** One receipt of a person of 01139997/11010203, number and branch as given; visits on the 3rd and the 24th, 291 and 73 points. */
    static String receipt(int order, String number, String branch) {
        return "RE," + order + ",1112,202604,見本　一郎,1,19850412,,,,,,,K000" + order
                + ",,,,,,,,,,,,,,,,,,,,,,,ミホンイチロウ,\r\n"
                + "HO,01139997,11010203," + number + ",2,364,,,,,,,,,\r\n"
                + "SN,1,01,,,," + branch + ",,\r\n"
                + "JD,1,,,1,,,,,,,,,,,,,,,,,,,,,1,,,,,,,\r\n"
                + "MF,00,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\r\n"
                + "SY,8830592,20260403,1,,,01,\r\n"
                + "SI,11,1,111000110,,291,1,,,,,,,,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,\r\n"
                + "SI,12,1,112007410,,73,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,\r\n";
    }

    /** A receipt of an unidentified person with these comments. */
    static String unidentified(int order, String... comments) {
        StringBuilder text = new StringBuilder("RE," + order + ",1112,202604,見本　三郎,1,19850412,,,,,,,K000" + order
                + ",,,,,,,,,,,,,,,,,,,,,,,ミホンサブロウ,\r\n"
                + "HO,77777777,,777777777,1,291,,,,,,,,,\r\n"
                + "SN,1,01,,,,,,\r\n"
                + "JD,1,,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,\r\n"
                + "MF,00,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\r\n"
                + "SY,8830592,20260403,1,,,01,\r\n");
        for (String comment : comments) {
            text.append("CO,01,1,").append(comment).append("\r\n");
        }
        return text + "SI,11,1,111000110,,291,1,,,,,,,,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,\r\n";
    }

    static final String[] EIGHT = {
        "820000246,",
        "830000501,ミホン　サブロウ",
        "830000502,健康保険（組合）",
        "830000503,見本産業健康保険組合",
        "830000504,架空商事株式会社",
        "830000505,東京都港区架空町１－２－３",
        "830000507,０９０－００００－００００",
        "830000508,令和８年５月１日"
    };

    /** A file of these receipts, with their totals: each has one HO. */
    static byte[] file(String... receipts) {
        long points = 0;
        StringBuilder text = new StringBuilder(HEAD);
        for (String receipt : receipts) {
            points += receipt.contains(",2,364,") ? 364 : 291;
            text.append(receipt);
        }
        return (text + "GO," + receipts.length + "," + points + ",99\r\n\u001A").getBytes(CHARSET);
    }

    static byte[] invented(FileKind kind, long seed, int receipts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new InventedClaims(kind, seed, APRIL).writeTo(bytes, receipts);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The report of a run that ended. */
    static RunReport finished(RunOutcome outcome) {
        return ((RunOutcome.Finished) outcome).report();
    }

    static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
