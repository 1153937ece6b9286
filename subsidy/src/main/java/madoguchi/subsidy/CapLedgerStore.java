package madoguchi.subsidy;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.charge.CapLedger;
import madoguchi.charge.HeldLedgers;
import madoguchi.charge.LedgerFact;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.PersonKey;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** 共有の管理票の保管庫 – append-only, with an optimistic lock on the number of the next fact. PostgreSQL, schema {@code subsidy}. */
final class CapLedgerStore {

    private static final String KEY =
            "person = ? and municipality = ? and type = ? and sub_key = ? and month = ? and total = ?";

    private final JdbcTemplate jdbc;

    CapLedgerStore(DataSource database, int seconds) {
        jdbc = new JdbcTemplate(database);
        jdbc.setQueryTimeout(seconds);
    }

    /**
     * どの票か.
     *
     * @param owner whose certificate
     * @param month 月
     * @param total {@link madoguchi.charge.Accumulator#id}
     */
    record Key(Owner owner, YearMonth month, String total) {
        private Object[] columns() {
            return new Object[] {
                owner.person.value(),
                owner.municipality.digits(),
                owner.type,
                owner.subKey,
                Date.valueOf(month.atDay(1)),
                total
            };
        }
    }

    /** 受給者証の名 – the same through renewals. */
    record Owner(PersonKey person, MunicipalityCode municipality, String type, String subKey) {}

    /** 記録. */
    record Kept(LedgerFact fact, String facility) {}

    /** Persons of whom a certificate with these numbers was ever registered. */
    List<PersonKey> persons(String payer, String recipient) {
        return jdbc.query("""
                select distinct f.person from subsidy.received r join subsidy.fact f on f.task = r.task and f.record = r.record
                 where r.good and (r.content::jsonb ->> 'payer') = ? and (r.content::jsonb -> 'recipient' ->> 'text') = ?
                """, (row, index) -> new PersonKey(row.getLong(1)), payer, recipient);
    }

    /** The facts of a ledger in order, with who wrote each. */
    List<Kept> facts(Key key) {
        return jdbc.query(
                "select body, facility from subsidy.ledger_fact where " + KEY + " order by no",
                (row, index) -> new Kept(LedgerWire.fact(row.getString(1)), row.getString(2)),
                key.columns());
    }

    /** 医療費総額 by month of this total since {@code first}; months without a line are not in it. */
    Map<YearMonth, Long> totals(Key last, YearMonth first) {
        Map<YearMonth, List<LedgerFact>> byMonth = new HashMap<>();
        jdbc.query(
                """
                select month, body from subsidy.ledger_fact
                 where person = ? and municipality = ? and type = ? and sub_key = ? and month <= ? and total = ? and month >= ? order by month, no
                """,
                row -> {
                    byMonth.computeIfAbsent(
                                    YearMonth.from(row.getObject(1, LocalDate.class)), month -> new ArrayList<>())
                            .add(LedgerWire.fact(row.getString(2)));
                },
                with(last.columns(), Date.valueOf(first.atDay(1))));
        Map<YearMonth, Long> totals = new HashMap<>();
        byMonth.forEach((month, facts) ->
                totals.put(month, CapLedger.of(facts, Optional.empty()).totalYen()));
        return totals;
    }

    private static Object[] with(Object[] columns, Object more) {
        List<Object> all = new ArrayList<>(List.of(columns));
        all.add(more);
        return all.toArray();
    }

    /** Adds facts behind so many that were seen, all of them or none; whether nobody was sooner. */
    boolean add(
            Key key, int before, List<LedgerFact> facts, MedicalInstitutionCode facility, String operator, Instant at) {
        try {
            jdbc.update(
                    """
                    insert into subsidy.ledger_fact (person, municipality, type, sub_key, month, total, no, at, facility, operator, body)
                    select ?, ?, ?, ?, ?, ?, ? + f.no, ?, ?, ?, f.body from jsonb_array_elements(?::jsonb) with ordinality f (body, no)
                    """,
                    key.owner().person().value(),
                    key.owner().municipality().digits(),
                    key.owner().type(),
                    key.owner().subKey(),
                    Date.valueOf(key.month().atDay(1)),
                    key.total(),
                    before,
                    Timestamp.from(at),
                    facility.digits(),
                    operator,
                    LedgerWire.write(facts));
            return true;
        } catch (DuplicateKeyException sooner) {
            return false;
        }
    }

    /** Notes who asked; without an owner where nothing was told. */
    void looked(MedicalInstitutionCode facility, YearMonth month, Optional<Owner> owner, Instant at) {
        jdbc.update(
                "insert into subsidy.ledger_look (at, facility, month, person, municipality, type, sub_key) values (?, ?, ?, ?, ?, ?, ?)",
                Timestamp.from(at),
                facility.digits(),
                Date.valueOf(month.atDay(1)),
                owner.map(Owner::person).map(PersonKey::value).orElse(null),
                owner.map(Owner::municipality).map(MunicipalityCode::digits).orElse(null),
                owner.map(Owner::type).orElse(null),
                owner.map(Owner::subKey).orElse(null));
    }

    /** Which facilities looked at the ledgers of a certificate and month, the latest first. */
    List<HeldLedgers.Look> looks(Owner owner, YearMonth month) {
        return jdbc.query(
                """
                select facility, max(at) from subsidy.ledger_look
                 where person = ? and municipality = ? and type = ? and sub_key = ? and month = ? group by facility order by 2 desc
                """,
                (row, index) -> new HeldLedgers.Look(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()),
                owner.person().value(),
                owner.municipality().digits(),
                owner.type(),
                owner.subKey(),
                Date.valueOf(month.atDay(1)));
    }
}
