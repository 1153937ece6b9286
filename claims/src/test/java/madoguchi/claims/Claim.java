package madoguchi.claims;

import java.nio.charset.Charset;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import madoguchi.core.InsuredId;
import madoguchi.town.Townsperson;

/** 見本のレセプト – a medical receipt of a person of the town, put together by words: 291 points on the first visit day, 73 on each later one. */
record Claim(
        Townsperson person,
        InsuredId id,
        String branch,
        String type,
        YearMonth month,
        List<Integer> days,
        String name,
        String extra) {

    static final Charset CP932 = Charset.forName("windows-31j");

    static Claim of(Townsperson person, YearMonth month, Integer... days) {
        return new Claim(
                person,
                person.id(),
                person.id().branch().orElse(""),
                person.id().insurer().digits().startsWith("39") ? "1318" : "1112",
                month,
                List.of(days),
                person.chart().written(),
                "");
    }

    Claim by(String use) {
        return by(person.id(use));
    }

    Claim by(InsuredId other) {
        return new Claim(person, other, other.branch().orElse(""), type, month, days, name, extra);
    }

    Claim branch(String other) {
        return new Claim(person, id, other, type, month, days, name, extra);
    }

    Claim type(String other) {
        return new Claim(person, id, branch, other, month, days, name, extra);
    }

    Claim name(String other) {
        return new Claim(person, id, branch, type, month, days, other, extra);
    }

    /** Lines behind the insurer, such as a KO. */
    Claim extra(String lines) {
        return new Claim(person, id, branch, type, month, days, name, lines);
    }

    private int points() {
        return 291 + 73 * (days.size() - 1);
    }

    private String marks(List<Integer> on) {
        return IntStream.rangeClosed(1, 31)
                .mapToObj(day -> on.contains(day) ? "1" : "")
                .collect(Collectors.joining(","));
    }

    List<String> lines(int number) {
        List<String> lines = new ArrayList<>();
        String kana = person.chart().reading().replaceAll("\\s|　", "");
        lines.add("RE,%d,%s,%s,%s,1,%s,,,,,,,%s%s%s,"
                .formatted(
                        number,
                        type,
                        month.toString().replace("-", ""),
                        name,
                        person.birth().toString().replace("-", ""),
                        "K%04d".formatted(number),
                        ",".repeat(23),
                        kana));
        lines.add("HO,%s,%s,%s,%d,%d,,,,,,,,,"
                .formatted(
                        id.insurer().paddedWithSpaces(), id.symbol().orElse(""), id.number(), days.size(), points()));
        if (!extra.isEmpty()) {
            lines.addAll(Arrays.asList(extra.split("\n")));
        }
        lines.add("SN,1,01,,,," + branch + ",,");
        lines.add("JD,1," + marks(days));
        lines.add("MF,00" + ",".repeat(31));
        lines.add("SY,8830592,%s01,1,,,01,".formatted(month.toString().replace("-", "")));
        lines.add("SI,11,1,111000110,,291,1,,,,,,," + marks(days.subList(0, 1)));
        if (days.size() > 1) {
            lines.add("SI,12,1,112007410,,73," + (days.size() - 1) + ",,,,,,," + marks(days.subList(1, days.size())));
        }
        return lines;
    }

    /** A file of these receipts, to 支払基金 (body 1) or 国保連 (2). */
    static byte[] file(int body, Claim... claims) {
        List<String> lines = new ArrayList<>();
        YearMonth month = claims[0].month().plusMonths(1);
        lines.add("IR,%d,13,1,9999913,,みなと架空診療所,%s,00,03-0000-0000"
                .formatted(body, month.toString().replace("-", "")));
        long payers = 0;
        for (int i = 0; i < claims.length; i++) {
            List<String> receipt = claims[i].lines(i + 1);
            payers += receipt.stream()
                    .filter(line -> line.startsWith("HO") || line.startsWith("KO"))
                    .count();
            lines.addAll(receipt);
        }
        lines.add("GO,%d,%d,99"
                .formatted(payers, Arrays.stream(claims).mapToInt(Claim::points).sum()));
        return (String.join("\r\n", lines) + "\r\n\u001a").getBytes(CP932);
    }
}
