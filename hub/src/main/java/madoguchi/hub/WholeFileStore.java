package madoguchi.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import madoguchi.core.Coverage;
import madoguchi.core.Parsed;
import madoguchi.core.Period;
import madoguchi.core.Wareki;
import madoguchi.hub.ImportReport.Missing;
import madoguchi.hub.ImportReport.MissingCoverage;
import org.springframework.jdbc.core.JdbcTemplate;

/*
 * A whole file says in a line before its header "#全件" and a day: on that day its insurers had these coverages and no others. What the hub holds for that day
 * beside them is counted and shown. Nothing is ended: a line may be missing because a system failed to write it, and only the insurer can tell.
 *
 * What a file contains is what it stored, and what it said again without a change (hub.said_again). Its insurers are those of its lines.
 */

/** 全件ファイル – what the hub holds and a whole file does not contain. */
final class WholeFileStore {

    private static final String MARK = "#全件";
    private static final int MOST_LISTED = 1_000;
    private static final int PAGE = 10_000;

    private static final String UNSAID = """
            with said as (select id as fact from hub.fact where batch = ?
                           union all
                          select fact from hub.said_again where batch = ?),
                 latest as (select distinct on (f.person, substring(f.name for 16))
                                   f.id, f.recorded_at, f.person, f.name, f.withdrawn, f.suppressed, f.packed, f.body
                              from hub.fact f
                             where f.insurer in (select i.insurer from hub.fact i join said on said.fact = i.id)
                             order by f.person, substring(f.name for 16), f.id desc)
            select * from latest l where not l.withdrawn and not exists (select from said where said.fact = l.id) order by l.id
            """;

    private final JdbcTemplate jdbc;

    WholeFileStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(PAGE);
    }

    /** Whether a file begins with the mark of a whole one. */
    static boolean isMark(Cells first) {
        return first.cell(0).strip().equals(MARK);
    }

    /** 基準日, the second cell of the mark. */
    static Parsed<LocalDate> day(String fileName, Cells mark) {
        return mark.count() == 1
                ? Parsed.fault(fileName, "「#全件」の次に基準日がありません。", "The day is missing behind #全件.")
                : Wareki.parse(fileName, mark.cell(1));
    }

    /** What is held for the day and was not said. The work list of the file is emptied. */
    Missing missing(long batch, LocalDate day) {
        List<MissingCoverage> listed = new ArrayList<>();
        long[] count = {0};
        if (hasEarlierFacts(batch)) {
            jdbc.query(
                    UNSAID,
                    row -> {
                        count[0] += add(row, day, listed, count[0]);
                    },
                    batch,
                    batch);
        }
        jdbc.update("delete from hub.said_again where batch = ?", batch);
        return new Missing(day, count[0], listed);
    }

    /** The first load of an empty register has nothing to compare. */
    private boolean hasEarlierFacts(long batch) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select coalesce((select batch <> ? from hub.fact order by id limit 1), false)", Boolean.class, batch));
    }

    private static int add(ResultSet row, LocalDate day, List<MissingCoverage> listed, long before)
            throws SQLException {
        Fact fact = FactLogStore.line(row).fact();
        Coverage coverage = fact.coverage();
        if (!coverage.coversDay(day)) {
            return 0;
        }
        if (before < MOST_LISTED) {
            listed.add(new MissingCoverage(
                    coverage.id().insurer().digits(),
                    fact.id(),
                    coverage.qualified().map(Period::from),
                    fact.recordedAt()));
        }
        return 1;
    }
}
