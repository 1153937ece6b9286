package madoguchi.hub;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** 所見の書込み – puts findings into {@code hub.quality_finding}, many in one statement. On whatever thread it is called: the connection is that of the transaction it was made in. */
final class FindingStore implements Consumer<QualityFinding> {

    private static final int PORTION = 2_000;
    private static final int LAST_YEAR = 9999;

    private static final String INSERT = """
            insert into hub.quality_finding (report, number, kind, gravity, insurer, other, person, second, facts, first_day, days, concordance, hidden)
            select ?, ? + ordinality, k, g, i, o, p, s, cast(f as bigint[]), cast(d as date), n, c, h
              from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as u(k, g, i, o, p, s, f, d, n, c, h, ordinality)
            """;

    private final Connection connection;
    private final long report;
    private final List<QualityFinding> waiting = new ArrayList<>();
    private long number;

    FindingStore(JdbcTemplate jdbc, long report) {
        this.connection = java.util.Objects.requireNonNull(
                jdbc.execute((ConnectionCallback<Connection>) connection -> connection));
        this.report = report;
    }

    @Override
    public void accept(QualityFinding finding) {
        waiting.add(finding);
        if (waiting.size() == PORTION) {
            flush();
        }
    }

    /** Writes what waits. */
    void flush() {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, report);
            insert.setLong(2, number);
            insert.setArray(3, column("text", finding -> finding.kind().code()));
            insert.setArray(
                    4, column("smallint", finding -> (short) finding.gravity().code()));
            insert.setArray(5, column("text", finding -> finding.insurer().digits()));
            insert.setArray(
                    6,
                    column(
                            "text",
                            finding -> finding.other().map(Object::toString).orElse(null)));
            insert.setArray(7, column("bigint", finding -> finding.persons().getFirst()));
            insert.setArray(8, column("bigint", FindingStore::second));
            insert.setArray(
                    9,
                    column(
                            "text",
                            finding ->
                                    finding.facts().toString().replace('[', '{').replace(']', '}')));
            insert.setArray(10, column("text", FindingStore::firstDay));
            insert.setArray(11, column("integer", FindingStore::days));
            insert.setArray(
                    12,
                    column(
                            "text",
                            finding -> finding.concordance()
                                    .map(Concordance::letters)
                                    .orElse(null)));
            insert.setArray(13, column("boolean", QualityFinding::hidden));
            insert.executeUpdate();
            number += waiting.size();
            waiting.clear();
        } catch (SQLException failed) {
            throw new IllegalStateException("the findings could not be stored", failed);
        }
    }

    private static @Nullable Long second(QualityFinding finding) {
        return finding.persons().size() > 1 ? finding.persons().getLast() : null;
    }

    private static @Nullable String firstDay(QualityFinding finding) {
        return finding.from()
                .filter(day -> day.getYear() > 0 && day.getYear() <= LAST_YEAR)
                .map(LocalDate::toString)
                .orElse(null);
    }

    private static @Nullable Integer days(QualityFinding finding) {
        return finding.days().isPresent() ? finding.days().getAsInt() : null;
    }

    private Array column(String type, Function<QualityFinding, @Nullable Object> part) throws SQLException {
        return connection.createArrayOf(type, waiting.stream().map(part).toArray());
    }
}
