package madoguchi.uke;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;

/** 記録例 – the worked examples of {@code claims-uke.md} §12 as whole files, and what tests do with bytes. */
final class Examples {

    static final Charset CP932 = Charset.forName("windows-31j");

    /** 空欄 – so many empty fields behind a comma each. */
    private static final String NO_MF = ",".repeat(31);

    static final String HEAD = "IR,1,13,1,1234569,,みなと架空診療所,202605,00,03-0000-0000\r\n";
    static final String RE = "RE,1,1112,202604,見本　一郎,1,19850412,,,,,,,K0001,,,,,,,,,,,,,,,,,,,,,,,ミホンイチロウ,\r\n";
    static final String JD = "JD,1,,,,,,,1,,,,,,,,,,,,,,1,,,,,,,,,,\r\n";
    static final String MF = "MF,00" + NO_MF + "\r\n";
    static final String SY = "SY,8830592,20260407,1,,,01,\r\n";
    static final String FIRST_VISIT = "SI,11,1,111000110,,291,1,,,,,,,,,,,,,1,,,,,,,,,,,,,,,,,,,,,,,,\r\n";
    static final String RETURNING = "SI,12,1,112007410,,73,1,,,,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,,,,\r\n";

    /** 通常のレセプト – two visits, 291 + 73 = 364 points. */
    static final String ORDINARY = HEAD + RE + "HO,01139997,11010203,123,2,364,,,,,,,,,\r\nSN,1,01,,,,00,,\r\n" + JD
            + MF + SY + FIRST_VISIT + RETURNING + "GO,1,364,99\r\n";

    /** 不詳. */
    static final String UNIDENTIFIED = HEAD
            + "RE,1,1112,202604,見本　三郎,1,19850412,,,,,,,K0003,,,,,,,,,,,,,,,,,,,,,,,ミホンサブロウ,\r\n"
            + "HO,77777777,,777777777,1,291,,,,,,,,,\r\nSN,1,01,,,,,,\r\n"
            + "JD,1,,,,,,,1,,,,,,,,,,,,,,,,,,,,,,,,\r\n" + MF + SY
            + "CO,01,1,820000246,\r\n"
            + "CO,01,1,830000501,ミホン　サブロウ\r\n"
            + "CO,01,1,830000502,健康保険（全国健康保険協会）\r\n"
            + "CO,01,1,830000503,全国健康保険協会　東京支部\r\n"
            + "CO,01,1,830000504,架空商事株式会社\r\n"
            + "CO,01,1,830000505,東京都港区架空町１－２－３\r\n"
            + "CO,01,1,830000506,架空ビル４０１\r\n"
            + "CO,01,1,830000507,０９０－００００－００００\r\n"
            + "CO,01,1,830000508,令和８年５月１日\r\n" + FIRST_VISIT + "GO,1,291,99\r\n";

    /** 旧資格. */
    static final String FORMER = HEAD + RE + "HO,06139992,2001,4567,1,291,,,,,,,,,\r\nSN,1,01,,,,02,,\r\n"
            + "JD,1,,,,,,,1,,,,,,,,,,,,,,,,,,,,,,,,\r\n" + MF + SY + "CO,01,1,820000245,\r\n" + FIRST_VISIT
            + "GO,1,291,99\r\n";

    /** 振替の結果 – HO stays, SN tells the found one. */
    static final String TRANSFERRED = ORDINARY.replace("HO,01139997,11010203,123", "HO,01139997,11010203,555")
            .replace("SN,1,01,,,,00,,", "SN,1,04,06139992,2001,9876,00,,");

    /** 分割の結果 – day 3 with 291 and day 24 with 73 points, together 364. */
    static final String SPLIT =
            HEAD + RE + "HO,01139997,11010203,777,1,291,,,,,,,,,\r\nSN,1,05,01139997,11010203,777,00,,\r\n"
                    + "JD,1,,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,\r\n" + MF + SY + "CO,01,1,820000244,\r\n"
                    + "SI,11,1,111000110,,291,1,,,,,,,,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,\r\n"
                    + RE.replace("RE,1,", "RE,2,")
                    + "HO,01139997,11010203,777,1,73,,,,,,,,,\r\nSN,1,05,139998,13-01,246810,01,,\r\n"
                    + "JD,1,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,\r\n" + MF + SY + "CO,01,1,820000244,\r\n"
                    + "SI,12,1,112007410,,73,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,\r\n" + "GO,2,364,99\r\n";

    static final List<String> ALL = List.of(ORDINARY, UNIDENTIFIED, FORMER, TRANSFERRED, SPLIT);

    private Examples() {}

    static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    static byte[] bytes(String text) {
        return text.getBytes(CP932);
    }

    static List<Part> parts(byte[] file) {
        return ClaimReader.parts(new ByteArrayInputStream(file)).toList();
    }

    static List<Receipt> receipts(String file) {
        return ClaimReader.receipts(new ByteArrayInputStream(bytes(file))).toList();
    }

    static Receipt receipt(String file) {
        return receipts(file).getFirst();
    }

    /** Every part written, one after the other, each line by itself. */
    static byte[] written(List<Part> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            for (Part part : parts) {
                for (Line line : part.lines()) {
                    line.typed().line().writeTo(out);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }
}
