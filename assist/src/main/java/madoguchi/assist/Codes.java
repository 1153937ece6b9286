package madoguchi.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.core.Text;

/** 番号の読取 – finds reader codes and rule ids in a question, in any width. */
final class Codes {

    private static final Pattern OWN = Pattern.compile("(?<![A-Z0-9])X-[A-Z][A-Z0-9]{2,4}(?![A-Z0-9.])");
    private static final Pattern PORTAL = Pattern.compile("(?<![A-Z0-9])EI\\d{3}-\\d{4}(?!\\d)");
    private static final Pattern THREE = Pattern.compile("(?<![0-9A-Z-])\\d{3}(?![0-9A-Z-])");
    private static final Pattern SPEAKS_OF_CODES = Pattern.compile("エラー|コード|番号|表示|ERROR|CODE|READER");
    private static final Pattern RULE =
            Pattern.compile("(?<![A-Z0-9])(?:R-[A-Z]{2,4}|M-[A-Z]{2,8}|G|X)-?\\d{0,2}(?:[-.][A-Z0-9-]+)?(?![A-Z0-9])");

    private Codes() {}

    /** The codes in a question, as they are written officially; a number of three digits counts when it begins with 0, stands alone, or codes are spoken of. */
    static List<String> in(String question) {
        String text = plain(question);
        List<String> codes = new ArrayList<>();
        collect(OWN.matcher(text), codes);
        collect(PORTAL.matcher(text), codes);
        Matcher three = THREE.matcher(text);
        while (three.find()) {
            if (three.group().startsWith("0")
                    || three.group().equals(text)
                    || SPEAKS_OF_CODES.matcher(text).find()) {
                codes.add(three.group());
            }
        }
        return codes.stream().distinct().toList();
    }

    /** The rule ids in a question. */
    static List<String> rules(String question) {
        List<String> ids = new ArrayList<>();
        Matcher rule = RULE.matcher(plain(question));
        while (rule.find()) {
            String id = rule.group();
            if (id.contains("-")) {
                int dot = id.indexOf('.');
                // The part behind the dot is written in small letters in rule files.
                ids.add(dot < 0 ? id : id.substring(0, dot) + id.substring(dot).toLowerCase(Locale.ROOT));
            }
        }
        return ids;
    }

    /** The question without its codes: what is left is looked for by its words. */
    static String without(String question) {
        String text = plain(question);
        for (String code : in(question)) {
            text = text.replace(code, " ");
        }
        return text;
    }

    /** The makers that have check sheets of their own, each with its source. */
    static List<Text> makers() {
        return DataFile.rows("makers.csv").stream()
                .map(row -> new Text(
                        row.getField("name") + "（" + row.getField("source_ja") + "）",
                        row.getField("name") + " (" + row.getField("source_en") + ")"))
                .toList();
    }

    private static String plain(String question) {
        return Folding.plain(question).toUpperCase(Locale.ROOT);
    }

    private static void collect(Matcher matcher, List<String> found) {
        while (matcher.find()) {
            found.add(matcher.group());
        }
    }
}
