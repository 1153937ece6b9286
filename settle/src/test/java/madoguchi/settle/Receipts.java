package madoguchi.settle;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.List;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.Receipt;

/** 見本のレセプト – the worked receipt of {@code claims-uke.md} §12 (visits on days 3 and 24 of 2026-04, 291 + 73 points), with changes. */
final class Receipts {

    static final String HEAD = "IR,1,13,1,1234569,,みなと架空診療所,202605,00,03-0000-0000\r\n";
    static final String ORDINARY = HEAD
            + "RE,1,1112,202604,見本　一郎,1,19850412,,,,,,,K0001,,,,,,,,,,,,,,,,,,,,,,,ミホンイチロウ,\r\n"
            + "HO,01139997,11010203,777,2,364,,,,,,,,,\r\n"
            + "SN,1,01,,,,00,,\r\n"
            + "JD,1,,,1,,,,,,,,,,,,,,,,,,,,,1,,,,,,,\r\n"
            + "MF,00,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\r\n"
            + "SY,8830592,20260407,1,,,01,\r\n"
            + "SI,11,1,111000110,,291,1,,,,,,,,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,\r\n"
            + "SI,12,1,112007410,,73,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,\r\n"
            + "GO,1,364,99\r\n";

    private Receipts() {}

    static Receipt of(String file) {
        return ClaimReader.receipts(new ByteArrayInputStream(file.getBytes(Charset.forName("windows-31j"))))
                .findFirst()
                .orElseThrow();
    }

    static List<String> texts(Receipt receipt) {
        return receipt.lines().stream()
                .map(line -> String.join(",", line.texts()))
                .toList();
    }

    static String text(Receipt receipt) {
        return String.join("\n", texts(receipt)) + "\n";
    }
}
