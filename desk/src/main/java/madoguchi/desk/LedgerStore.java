package madoguchi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.charge.CapLedger;
import madoguchi.charge.LedgerFact;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 上限額管理票の記録 – the append-only ledgers in PostgreSQL, schema {@code desk}, with an optimistic lock on the running total. */
final class LedgerStore {

    private final JdbcClient jdbc;

    LedgerStore(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** 書き込みの結果. */
    sealed interface Written {
        /** 記入した – everything stands in the ledger. */
        record Done() implements Written {}

        /** 断った – somebody else wrote meanwhile; nothing was written. */
        record Overtaken(long runningYen) implements Written {}
    }

    /** The facts of a ledger in order. */
    List<LedgerFact> facts(LedgerKey key) {
        return jdbc.sql("""
                        select body from desk.cap_ledger
                        where certificate = :certificate and month = :month and total = :total order by no""")
                .param("certificate", key.certificate())
                .param("month", key.month().atDay(1))
                .param("total", key.total().id())
                .query((row, index) -> SubsidyJson.ledger(row.getString("body")))
                .list();
    }

    /** The ledgers of one total of a certificate in the months up to and with {@code last}, that have any line since {@code first}. */
    Map<YearMonth, CapLedger> between(LedgerKey last, YearMonth first) {
        Map<YearMonth, List<LedgerFact>> byMonth = new LinkedHashMap<>();
        jdbc.sql("""
                        select month, body from desk.cap_ledger
                        where certificate = :certificate and total = :total and month between :first and :last
                        order by month, no""")
                .param("certificate", last.certificate())
                .param("total", last.total().id())
                .param("first", first.atDay(1))
                .param("last", last.month().atDay(1))
                .query((row, index) -> byMonth.computeIfAbsent(
                                YearMonth.from(row.getObject("month", LocalDate.class)), month -> new ArrayList<>())
                        .add(SubsidyJson.ledger(row.getString("body"))))
                .list();
        Map<YearMonth, CapLedger> ledgers = new LinkedHashMap<>();
        byMonth.forEach((month, facts) -> ledgers.put(month, CapLedger.of(facts, Optional.empty())));
        return ledgers;
    }

    /**
     * Adds facts to a ledger, all of them or none.
     *
     * @param seenYen the running total the writer saw; when it is another by now, nothing is written
     */
    Written append(LedgerKey key, long seenYen, List<LedgerFact> facts, String operator, Instant at) {
        List<LedgerFact> before = facts(key);
        long running = CapLedger.of(before, Optional.empty()).runningYen();
        if (running != seenYen) {
            return new Written.Overtaken(running);
        }
        try {
            insert(key, before.size(), facts, operator, at);
            return new Written.Done();
        } catch (DuplicateKeyException overtaken) {
            return new Written.Overtaken(
                    CapLedger.of(facts(key), Optional.empty()).runningYen());
        }
    }

    private void insert(LedgerKey key, int before, List<LedgerFact> facts, String operator, Instant at) {
        jdbc.sql("""
                        insert into desk.cap_ledger (certificate, month, total, no, at, operator, body)
                        select :certificate, :month, :total, :before + f.no, :at, :operator, f.body
                        from jsonb_array_elements(:facts::jsonb) with ordinality f (body, no)""")
                .param("certificate", key.certificate())
                .param("month", key.month().atDay(1))
                .param("total", key.total().id())
                .param("before", before)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("operator", operator)
                .param("facts", SubsidyJson.write(facts))
                .update();
    }
}
