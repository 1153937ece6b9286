package madoguchi.subsidy;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** 参加の保管庫 – who takes part, from when; bitemporal and append-only. PostgreSQL, schema {@code subsidy}. */
final class ParticipationStore {

    private static final String LATEST = """
            select distinct on (kind, code, type) kind, code, type, name, certificate, scheme, first_day, last_day
              from subsidy.participation
             where recorded_at <= ? and kind = ?
            """;
    private static final String ORDER = " order by kind, code, type, id desc";

    private final JdbcTemplate jdbc;

    ParticipationStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
    }

    /** For an inquiry: it gives up by itself after so many seconds. */
    static ParticipationStore hurried(DataSource database, int seconds) {
        ParticipationStore store = new ParticipationStore(database);
        store.jdbc.setQueryTimeout(seconds);
        return store;
    }

    void add(List<Participant> participants, Instant at, String by) {
        jdbc.batchUpdate("""
                insert into subsidy.participation (recorded_at, by, kind, code, type, name, certificate, scheme, first_day, last_day)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, participants, Math.max(1, participants.size()), (row, one) -> {
            row.setTimestamp(1, Timestamp.from(at));
            row.setString(2, by);
            row.setString(3, one.kind().name());
            row.setString(4, one.code());
            row.setString(5, one.type());
            row.setString(6, one.name());
            row.setString(7, one.certificate());
            row.setString(8, one.scheme());
            row.setDate(9, date(one.first()));
            row.setDate(10, date(one.last()));
        });
    }

    private static @Nullable Date date(Optional<LocalDate> day) {
        return day.map(Date::valueOf).orElse(null);
    }

    /** Everybody of a kind, as known at an instant. */
    List<Participant> all(Participant.Kind kind, Instant knownAt) {
        return jdbc.query(LATEST + ORDER, (row, index) -> participant(row), Timestamp.from(knownAt), kind.name());
    }

    /** The types of one municipality, by their ids. */
    Map<String, Participant> types(MunicipalityCode municipality, Instant knownAt) {
        return jdbc
                .query(
                        LATEST + " and code = ?" + ORDER,
                        (row, index) -> participant(row),
                        Timestamp.from(knownAt),
                        Participant.Kind.SCHEME.name(),
                        municipality.digits())
                .stream()
                .collect(Collectors.toMap(Participant::type, Function.identity()));
    }

    /** One facility. */
    Optional<Participant> facility(MedicalInstitutionCode facility, Instant knownAt) {
        return jdbc
                .query(
                        LATEST + " and code = ?" + ORDER,
                        (row, index) -> participant(row),
                        Timestamp.from(knownAt),
                        Participant.Kind.FACILITY.name(),
                        facility.digits())
                .stream()
                .findFirst();
    }

    private static Participant participant(ResultSet row) throws SQLException {
        return new Participant(
                Participant.Kind.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Optional.ofNullable(row.getObject(7, LocalDate.class)),
                Optional.ofNullable(row.getObject(8, LocalDate.class)));
    }

    /** Notes that a type was told to a facility; only the first time is kept. */
    void used(MunicipalityCode municipality, String type, Instant at) {
        jdbc.update(
                "insert into subsidy.first_use (municipality, type, at) values (?, ?, ?) on conflict do nothing",
                municipality.digits(),
                type,
                Timestamp.from(at));
    }

    /** How far every type has come, by municipality and type. */
    List<Onboarding> schemes(Instant now) {
        Map<String, Instant> used = jdbc
                .query(
                        "select municipality || ' ' || type, at from subsidy.first_use",
                        (row, index) -> Map.entry(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, Long> people = jdbc.query("""
                        select f.municipality || ' ' || r.type, count(distinct f.person)
                          from subsidy.fact f join subsidy.received r on r.task = f.task and r.record = f.record group by 1
                        """, (row, index) -> Map.entry(row.getString(1), row.getLong(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return all(Participant.Kind.SCHEME, now).stream()
                .map(one -> new Onboarding(
                        one,
                        people.getOrDefault(one.code() + " " + one.type(), 0L),
                        Optional.ofNullable(used.get(one.code() + " " + one.type()))))
                .toList();
    }

    /** For which municipality an account works. */
    Optional<MunicipalityCode> municipality(String login) {
        return jdbc
                .queryForList(
                        "select municipality from subsidy.clerk where login = ? order by id desc limit 1",
                        String.class,
                        login)
                .stream()
                .filter(code -> !code.isEmpty())
                .map(MunicipalityCode::new)
                .findFirst();
    }

    void clerk(String login, Optional<MunicipalityCode> municipality, Instant at, String by) {
        jdbc.update(
                "insert into subsidy.clerk (at, by, login, municipality) values (?, ?, ?, ?)",
                Timestamp.from(at),
                by,
                login,
                municipality.map(MunicipalityCode::digits).orElse(""));
    }
}
