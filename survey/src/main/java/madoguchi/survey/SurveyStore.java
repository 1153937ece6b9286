package madoguchi.survey;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import madoguchi.core.Octets;
import madoguchi.core.Text;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 調査の記録 – PostgreSQL, schema {@code survey}. */
final class SurveyStore {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    SurveyStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /**
     * 到着した行.
     *
     * @param id of the response
     * @param respondent who
     * @param at when
     * @param channel how
     * @param line of the answer file
     */
    record Arrived(long id, String respondent, Instant at, Channel channel, String line) {}

    static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("survey")
                .defaultSchema("survey")
                .locations("classpath:db/survey")
                .load()
                .migrate();
    }

    /** All or nothing, one after the other. */
    <T> T alone(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            jdbc.execute("select pg_advisory_xact_lock(hashtext('survey'))");
            return work.get();
        }));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    void addQuestionnaire(int version, Instant at, String by, String content) {
        jdbc.update("insert into survey.questionnaire values (?, ?, ?, ?)", version, at(at), by, content);
    }

    List<String> questionnaires() {
        return jdbc.queryForList("select content from survey.questionnaire order by version", String.class);
    }

    void addRound(Round round, Instant at, String by) {
        jdbc.update(
                "insert into survey.round values (?, ?, ?, ?, ?, ?, ?, ?)",
                round.number(),
                at(at),
                by,
                round.version(),
                round.first(),
                round.last(),
                round.addressees(),
                round.simulated());
    }

    List<Round> rounds() {
        return jdbc.query(
                "select number, version, first_day, last_day, addressees, simulated from survey.round order by number desc",
                (row, _) -> new Round(
                        row.getInt(1),
                        row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getInt(5),
                        row.getBoolean(6)));
    }

    void addClosing(int round, Instant at, String by) {
        jdbc.update("insert into survey.closing values (?, ?, ?) on conflict do nothing", round, at(at), by);
    }

    boolean isClosed(int round) {
        return first("select 'yes' from survey.closing where round = ?", round).isPresent();
    }

    void addAddressees(int round, List<String> facilities) {
        for (int i = 0; i < facilities.size(); i++) {
            jdbc.update("insert into survey.addressee values (?, ?, ?)", round, i + 1, facilities.get(i));
        }
    }

    Optional<String> facility(int round, int number) {
        return first("select facility from survey.addressee where round = ? and number = ?", round, number);
    }

    private Optional<String> first(String sql, Object... params) {
        return jdbc.queryForList(sql, String.class, params).stream().findFirst();
    }

    void addDraft(int round, String respondent, Instant at, String line) {
        jdbc.update(
                "insert into survey.draft (round, respondent, at, content) values (?, ?, ?, ?)",
                round,
                respondent,
                at(at),
                line);
    }

    Optional<String> draft(int round, String respondent) {
        return first(
                "select content from survey.draft where round = ? and respondent = ? order by id desc limit 1",
                round,
                respondent);
    }

    boolean hasAnswered(int round, String respondent) {
        return first("select 'yes' from survey.response where round = ? and respondent = ? limit 1", round, respondent)
                .isPresent();
    }

    long addResponse(int round, String respondent, Instant at, Channel channel, String line) {
        return inserted(
                "insert into survey.response (round, respondent, received_at, channel, content) values (?, ?, ?, ?, ?)",
                round,
                respondent,
                at(at),
                channel.name(),
                line);
    }

    private long inserted(String sql, Object... params) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql, new String[] {"id"});
                    for (int i = 0; i < params.length; i++) {
                        statement.setObject(i + 1, params[i]);
                    }
                    return statement;
                },
                key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    List<Arrived> responses(int round) {
        return jdbc.query(
                "select id, respondent, received_at, channel, content from survey.response where round = ? order by id",
                (row, _) -> new Arrived(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        Channel.valueOf(row.getString(4)),
                        row.getString(5)),
                round);
    }

    /** False when this file was taken before. */
    boolean addImport(int round, byte[] sha256, Instant at, String by, int rows) {
        return jdbc.update(
                        "insert into survey.import_file values (?, ?, ?, ?, ?) on conflict do nothing",
                        round,
                        sha256,
                        at(at),
                        by,
                        rows)
                == 1;
    }

    boolean hasScan(int round, byte[] sha256) {
        return !jdbc.queryForList("select 1 from survey.scan where round = ? and sha256 = ? limit 1", round, sha256)
                .isEmpty();
    }

    long addScan(int round, Instant at, String by, byte[] sha256, int page, String respondent, String line) {
        return inserted(
                "insert into survey.scan (round, at, by_user, sha256, page, respondent, content) values (?, ?, ?, ?, ?, ?, ?)",
                round,
                at(at),
                by,
                sha256,
                page,
                respondent,
                line);
    }

    void addUnread(int round, Instant at, String by, byte[] sha256, int page, Text reason, byte[] picture) {
        jdbc.update(
                "insert into survey.scan (round, at, by_user, sha256, page, reason, picture) values (?, ?, ?, ?, ?, ?, ?)",
                round,
                at(at),
                by,
                sha256,
                page,
                reason.ja() + "\n" + reason.en(),
                picture);
    }

    void addDoubt(long scan, FormRead.Doubt doubt) {
        jdbc.update(
                "insert into survey.doubt (scan, kind, question, option, reason, picture) values (?, ?, ?, ?, ?, ?)",
                scan,
                doubt.kind().name(),
                doubt.question(),
                doubt.option(),
                doubt.reason().name(),
                doubt.picture().bytes());
    }

    /** Those nobody decided, the oldest page first. */
    List<PendingDoubt> pending(int round, int most) {
        return jdbc.query(
                """
                select d.id, d.scan, d.kind, d.question, d.option, d.reason, d.picture from survey.doubt d
                join survey.scan s on s.id = d.scan
                where s.round = ? and not exists (select 1 from survey.decision where doubt = d.id) order by d.scan, d.id limit ?""",
                (row, _) -> new PendingDoubt(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        FormRead.Reason.valueOf(row.getString(6)).label(),
                        Octets.of(row.getBytes(7))),
                round,
                most);
    }

    List<UnreadPage> unread(int round) {
        return jdbc.query(
                "select id, page, reason, picture from survey.scan where round = ? and respondent is null order by id desc limit 50",
                SurveyStore::unread,
                round);
    }

    private static UnreadPage unread(ResultSet row, int index) throws SQLException {
        String[] reason = row.getString(3).split("\n", 2);
        return new UnreadPage(
                row.getLong(1), row.getInt(2), new Text(reason[0], reason[1]), Octets.of(row.getBytes(4)));
    }

    /** False when somebody decided before. */
    boolean addDecision(long doubt, Instant at, String by, String value) {
        return jdbc.update(
                        "insert into survey.decision values (?, ?, ?, ?) on conflict do nothing",
                        doubt,
                        at(at),
                        by,
                        value)
                == 1;
    }

    /**
     * 決まったページ.
     *
     * @param id of the scan
     * @param respondent who
     * @param at when it came
     * @param line what was certain
     */
    record DecidedScan(long id, String respondent, Instant at, String line) {}

    /**
     * 決めたこと.
     *
     * @param kind of the doubt
     * @param question id
     * @param option code
     * @param value what was decided
     */
    record Decided(String kind, String question, String option, String value) {}

    /** Pages that are wholly decided and are no response yet. */
    List<DecidedScan> decidedScans(int round) {
        return jdbc.query(
                """
                select s.id, s.respondent, s.at, s.content from survey.scan s
                where s.round = ? and s.respondent is not null and not exists (select 1 from survey.scan_response where scan = s.id)
                and not exists (select 1 from survey.doubt d where d.scan = s.id and not exists (select 1 from survey.decision where doubt = d.id))
                order by s.id""",
                (row, _) -> new DecidedScan(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4)),
                round);
    }

    List<Decided> decisions(long scan) {
        return jdbc.query(
                "select d.kind, d.question, d.option, c.value from survey.doubt d join survey.decision c on c.doubt = d.id where d.scan = ? order by d.id",
                (row, _) -> new Decided(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                scan);
    }

    void addScanResponse(long scan, long response) {
        jdbc.update("insert into survey.scan_response values (?, ?)", scan, response);
    }

    void addConsent(Instant at, String by, String facility, boolean given) {
        jdbc.update(
                "insert into survey.consent (at, by_user, facility, given) values (?, ?, ?, ?)",
                at(at),
                by,
                facility,
                given);
    }

    boolean consents(String facility) {
        return first("select given::text from survey.consent where facility = ? order by id desc limit 1", facility)
                .filter("true"::equals)
                .isPresent();
    }
}
