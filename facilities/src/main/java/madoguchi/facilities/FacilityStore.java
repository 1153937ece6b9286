package madoguchi.facilities;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 施設の記録 – PostgreSQL, schema {@code facilities}. */
final class FacilityStore {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    FacilityStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("facilities")
                .defaultSchema("facilities")
                .locations("classpath:db/facilities")
                .load()
                .migrate();
    }

    /** All or nothing, one after the other: a coupon is not given twice. */
    <T> T alone(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            jdbc.execute("select pg_advisory_xact_lock(hashtext('facilities'))");
            return work.get();
        }));
    }

    /** Adds those that are new or changed; how many. */
    int add(List<NamedFacility> facilities, Instant at, String by) {
        Map<MedicalInstitutionCode, NamedFacility> known = named();
        List<NamedFacility> changed = facilities.stream()
                .filter(one -> !one.equals(known.get(one.code())))
                .toList();
        jdbc.batchUpdate(
                "insert into facilities.facility (at, by_user, code, name, prefecture, kind, gone) values (?, ?, ?, ?, ?, ?, ?)",
                changed.stream()
                        .map(one -> new Object[] {
                            at.atOffset(ZoneOffset.UTC),
                            by,
                            one.code().digits(),
                            one.name(),
                            one.prefecture(),
                            one.kind().word(),
                            one.gone()
                        })
                        .toList());
        return changed.size();
    }

    /** Every facility as it was told last. */
    Map<MedicalInstitutionCode, NamedFacility> named() {
        return jdbc
                .query(
                        "select distinct on (code) code, name, prefecture, kind, gone from facilities.facility order by code, id desc",
                        (row, _) -> new NamedFacility(
                                new MedicalInstitutionCode(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                FacilityKind.of(row.getString(4)).orElseThrow(),
                                row.getBoolean(5)))
                .stream()
                .collect(Collectors.toMap(NamedFacility::code, one -> one));
    }

    void addListing(Instant at, String by, String code, ListKind list, boolean listed) {
        jdbc.update(
                "insert into facilities.listing (at, by_user, code, list, listed) values (?, ?, ?, ?, ?)",
                at.atOffset(ZoneOffset.UTC),
                by,
                code,
                list.word(),
                listed);
    }

    /** Who does not want to stand in that list. */
    Set<String> unlisted(ListKind list) {
        return Set.copyOf(jdbc.queryForList(
                "select code from (select distinct on (code) code, listed from facilities.listing where list = ? order by code, id desc) last where not listed",
                String.class,
                list.word()));
    }

    void addDraw(Draw draw, Instant at, String by) {
        jdbc.update(
                "insert into facilities.draw (at, by_user, facility, facility_kind, programme, day, code, cost, amount, rule) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                at.atOffset(ZoneOffset.UTC),
                by,
                draw.facility().digits(),
                draw.facilityKind(),
                draw.programme(),
                draw.day(),
                draw.code(),
                draw.cost(),
                draw.amount(),
                draw.rule());
    }

    boolean hasCode(String code) {
        return !jdbc.queryForList("select 1 from facilities.draw where code = ?", code)
                .isEmpty();
    }

    /** All that a facility drew, cancelled ones too, in the order of writing. */
    List<Draw> draws(MedicalInstitutionCode facility) {
        return jdbc.query(
                """
                select d.id, d.facility_kind, d.programme, d.day, d.code, d.cost, d.amount, d.rule, coalesce(c.reason, '')
                  from facilities.draw d left join facilities.draw_cancelled c on c.draw = d.id where d.facility = ? order by d.id""",
                (row, _) -> new Draw(
                        row.getLong(1),
                        facility,
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getString(8),
                        row.getString(9)),
                facility.digits());
    }

    void cancel(long draw, Instant at, String by, String reason) {
        jdbc.update(
                "insert into facilities.draw_cancelled values (?, ?, ?, ?) on conflict do nothing",
                draw,
                at.atOffset(ZoneOffset.UTC),
                by,
                reason);
    }
}
