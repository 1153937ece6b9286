package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** 登録ファイルの1行から作る事実 – facts as an insurer's line would make them, cell by cell. Insurers are those of the sample town. */
final class SaidLine {

    static final String SOCIETY = "06139992";
    static final String OTHER_SOCIETY = "06139984";
    static final String WARD = "139998";
    static final String CITY = "139980";
    static final String ELDERLY = "39139993";
    static final String WELFARE = "12139994";

    private final Map<String, String> cells = new LinkedHashMap<>(FileOf.with(
            FileOf.line(1),
            "保険者番号",
            SOCIETY,
            "記号",
            "500",
            "番号",
            "77",
            "枝番",
            "00",
            "本人家族",
            "1",
            "氏名",
            "架空　太郎",
            "氏名カナ",
            "ｶｸｳ ﾀﾛｳ",
            "住所",
            "東京都架空区試験町1-2-3",
            "保険者名称",
            "見本産業健康保険組合"));

    private SaidLine() {}

    /** A society's employee since April 2020, nothing wrong with it. */
    static SaidLine line(String... changes) {
        SaidLine line = new SaidLine();
        line.cells.putAll(FileOf.with(Map.of(), changes));
        return line;
    }

    /** A resident's national insurance. */
    static SaidLine ward(String... changes) {
        return line("保険者番号", WARD, "記号", "12-34", "番号", "567890", "枝番", "01", "本人家族", "")
                .and(changes);
    }

    /** Late-stage elderly care of somebody born in 1950. */
    static SaidLine elderly(String... changes) {
        return line(
                        "保険者番号",
                        ELDERLY,
                        "記号",
                        "",
                        "番号",
                        "00200017",
                        "枝番",
                        "",
                        "本人家族",
                        "",
                        "生年月日",
                        "19500203",
                        "資格取得年月日",
                        "20250203",
                        "一部負担金割合",
                        "010")
                .and(changes);
    }

    SaidLine and(String... changes) {
        SaidLine changed = new SaidLine();
        changed.cells.putAll(cells);
        changed.cells.putAll(FileOf.with(Map.of(), changes));
        return changed;
    }

    Map<String, String> cells() {
        return cells;
    }

    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /** What stands before the first space of the column: the family name. */
    String family(String column) {
        return cell(column).replaceFirst("[ 　].*", "");
    }

    /** What stands after it: the given name. */
    String given(String column) {
        return cell(column).replaceFirst("[^ 　]*[ 　]", "");
    }

    /** The fact, recorded at 9 o'clock in Tokyo on the day. */
    Fact fact(long id, long person, String recorded) {
        return fact(id, person, LocalDate.parse(recorded).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    Fact fact(long id, long person, Instant recordedAt) {
        Registration line = Registration.parse(cells).orElseThrow();
        var coverage = line.coverage();
        String name = String.join(
                "/",
                coverage.id().insurer().digits(),
                coverage.id().symbolKey(),
                coverage.id().numberKey(),
                coverage.id().branch().orElse(""),
                Long.toString(person),
                cells.getOrDefault("資格取得年月日", ""));
        return new Fact(id, recordedAt, person, name, line.withdrawn(), line.suppressed(), coverage);
    }
}
