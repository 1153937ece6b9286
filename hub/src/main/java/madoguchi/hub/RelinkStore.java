package madoguchi.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 紐付け訂正の保管庫 – proposals, decisions, where lines are led to, and the verifications that rested on a wrong link. */
final class RelinkStore {

    private static final String FACT =
            "select f.id, f.recorded_at, f.person, f.name, f.withdrawn, f.suppressed, f.packed, f.body from hub.fact f";

    private static final String PROPOSAL = """
            select p.id, p.at, p.by, p.fact, p.person, p.target, p.reason, p.report, p.number, p.undoes,
                   d.at, d.by, d.confirmed, d.withdrawn, d.said
              from hub.relink_proposal p left join hub.relink_decision d on d.proposal = p.id
            """;

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    RelinkStore(DataSource database) {
        client = JdbcClient.create(database);
        jdbc = new JdbcTemplate(database);
    }

    /** Every fact about the person that a fact is about; empty for a number that is no fact. */
    List<Fact> besides(long fact) {
        return jdbc.query(
                FACT + " where f.person = (select m.person from hub.fact m where m.id = ?) order by f.id",
                RelinkStore::fact,
                fact);
    }

    List<Fact> about(long person) {
        return jdbc.query(FACT + " where f.person = ? order by f.id", RelinkStore::fact, person);
    }

    private static Fact fact(ResultSet row, int index) throws SQLException {
        return FactLogStore.line(row).fact();
    }

    long propose(
            Instant at,
            String by,
            Fact fact,
            OptionalLong target,
            String reason,
            OptionalLong report,
            OptionalLong number,
            OptionalLong undoes) {
        return client.sql("""
                        insert into hub.relink_proposal (at, by, fact, person, target, reason, report, number, undoes)
                        values (:at, :by, :fact, :person, :target, :reason, :report, :number, :undoes) returning id
                        """)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("fact", fact.id())
                .param("person", fact.person())
                .param("target", nullable(target), Types.BIGINT)
                .param("reason", reason)
                .param("report", nullable(report), Types.BIGINT)
                .param("number", nullable(number), Types.BIGINT)
                .param("undoes", nullable(undoes), Types.BIGINT)
                .query(Long.class)
                .single();
    }

    private static @org.jspecify.annotations.Nullable Long nullable(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    Optional<RelinkProposal> proposal(long id) {
        return client.sql(PROPOSAL + " where p.id = ?")
                .param(id)
                .query(RelinkStore::proposal)
                .optional();
    }

    /** The latest proposals, those that wait first. */
    List<RelinkProposal> proposals(int most) {
        return client.sql(PROPOSAL + " order by d.proposal is not null, p.id desc limit ?")
                .param(most)
                .query(RelinkStore::proposal)
                .list();
    }

    private static RelinkProposal proposal(ResultSet row, int index) throws SQLException {
        return new RelinkProposal(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                optional(row, 6),
                row.getString(7),
                optional(row, 8),
                optional(row, 9),
                optional(row, 10),
                row.getTimestamp(11) == null
                        ? Optional.empty()
                        : Optional.of(new RelinkProposal.Decision(
                                row.getTimestamp(11).toInstant(),
                                row.getString(12),
                                row.getBoolean(13),
                                row.getLong(14),
                                row.getLong(15))));
    }

    private static OptionalLong optional(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** From now on what is said under this name is said about that person. */
    void lead(long proposal, FactName name, long person) {
        client.sql("insert into hub.relink (proposal, name, person) values (?, ?, ?)")
                .params(proposal, name.bytes(), person)
                .update();
    }

    void confirm(long proposal, Instant at, String by, long batch, long withdrawn, long said) {
        client.sql(
                        "insert into hub.relink_decision (proposal, at, by, confirmed, batch, withdrawn, said) values (?, ?, ?, true, ?, ?, ?)")
                .params(proposal, Timestamp.from(at), by, batch, withdrawn, said)
                .update();
    }

    void refuse(long proposal, Instant at, String by) {
        client.sql("insert into hub.relink_decision (proposal, at, by, confirmed) values (?, ?, ?, false)")
                .params(proposal, Timestamp.from(at), by)
                .update();
    }

    /**
     * 照会と、その根拠.
     *
     * @param entry the entry without the person
     * @param insurer asked about
     * @param number asked about
     * @param facts ids the answer rested on, joined by commas
     */
    record Rested(LoggedVerification entry, String insurer, String number, String facts) {}

    /** The verifications whose answers rested on any of these facts, in order. An answer names a person only under the right birth date, so that date finds all of them. */
    List<Rested> rested(List<Fact> facts) {
        return client.sql("""
                        select id, at, facility, terminal, operator, kind, day, known_at, outcome, asked_insurer, asked_number, facts
                          from hub.verification
                         where asked_birth = any(cast(string_to_array(:births, ',') as date[])) and string_to_array(facts, ',') && string_to_array(:facts, ',')
                         order by id
                        """)
                .param(
                        "births",
                        facts.stream()
                                .map(fact -> fact.coverage().holder().birth().toString())
                                .distinct()
                                .collect(Collectors.joining(",")))
                .param(
                        "facts",
                        facts.stream().map(fact -> Long.toString(fact.id())).collect(Collectors.joining(",")))
                .query((row, index) -> new Rested(entry(row), row.getString(10), row.getString(11), row.getString(12)))
                .list();
    }

    private static LoggedVerification entry(ResultSet row) throws SQLException {
        Instant at = row.getTimestamp(2).toInstant();
        LocalDate day = Objects.requireNonNull(row.getObject(7, LocalDate.class));
        Optional<Instant> known =
                Optional.ofNullable(row.getObject(8, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        return new LoggedVerification(
                row.getLong(1),
                at,
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Purpose.of(at, day, known),
                day,
                row.getString(9));
    }
}
