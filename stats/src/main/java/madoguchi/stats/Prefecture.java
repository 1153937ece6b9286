package madoguchi.stats;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 都道府県 – by the first two digits of a 医療機関コード (01 to 47, JIS X 0401).
 *
 * @param code two digits
 * @param label its name
 */
public record Prefecture(String code, Text label) {

    private static final int DIGITS = 2;
    private static final Map<String, Prefecture> ALL = read();

    private static Map<String, Prefecture> read() {
        Map<String, Prefecture> all = new LinkedHashMap<>();
        Csv.bundled("prefectures.csv")
                .forEach(row -> all.put(row.get(0), new Prefecture(row.get(0), new Text(row.get(1), row.get(2)))));
        return Map.copyOf(all);
    }

    /** The one a facility's code begins with; one without a name for digits that are none. */
    static Prefecture of(String facility) {
        String code = facility.substring(0, DIGITS);
        return coded(code)
                .orElseGet(() -> new Prefecture(code, new Text("都道府県番号" + code, "prefecture number " + code)));
    }

    /** The one of these two digits. */
    static Optional<Prefecture> coded(String code) {
        return Optional.ofNullable(ALL.get(code));
    }
}
