package madoguchi.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import madoguchi.core.Coverage;
import madoguchi.core.Holder;
import madoguchi.core.Typed;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/*
 * Imports pay nothing for this index: few claims need it. Whoever asks first reads the facts that came since the last asking, portion by portion, each with its mark in one transaction, so that a
 * reading that was broken off goes on where it was. The key is FNV-1a (Asked) over the reading and the day; two readings may meet in one key, so the facts are compared in full afterwards.
 */

/** カナ氏名の索引 – finds persons by reading and birth date, in the database. A derived table, brought up to date when asked. */
final class ReadingStore {

    private static final int PORTION = 4_000;
    private static final String ADD = "insert into hub.reading (key, person) values (?, ?) on conflict do nothing";

    private final JdbcTemplate jdbc;
    private final FactLogStore log;
    private final TransactionTemplate transaction;

    ReadingStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
        log = new FactLogStore(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whoever may ever have had this reading and birth date, in order of their ids; some only share the key. */
    List<Long> persons(String kana, LocalDate birth) {
        follow();
        return jdbc.queryForList(
                "select person from hub.reading where key = ? order by person", Long.class, key(kana, birth));
    }

    /** One thread of a process at a time, so that those who wait hold no connection; in transactions of its own, so that the lock is not kept as long as a caller's. */
    private synchronized void follow() {
        while (Boolean.TRUE.equals(transaction.execute(status -> portion()))) {
            Thread.onSpinWait();
        }
    }

    /** Takes one portion of the log; whether there may be more. */
    private boolean portion() {
        jdbc.execute("select pg_advisory_xact_lock(hashtext('hub.reading'))");
        Long mark = jdbc.queryForObject("select coalesce(max(fact), 0) from hub.reading_mark", Long.class);
        List<Fact> facts = log.from(mark == null ? 1 : mark + 1, PORTION);
        if (!facts.isEmpty()) {
            jdbc.execute((ConnectionCallback<Integer>) connection -> add(connection, facts));
            jdbc.update(
                    "insert into hub.reading_mark (fact) values (?)",
                    facts.getLast().id());
        }
        return facts.size() == PORTION;
    }

    private static int add(Connection connection, List<Fact> facts) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            for (Fact fact : facts) {
                Holder holder = fact.coverage().holder();
                insert.setLong(1, key(holder.name().reading(), holder.birth()));
                insert.setLong(2, fact.person());
                insert.addBatch();
            }
            return insert.executeBatch().length;
        }
    }

    private static long key(String kana, LocalDate birth) {
        return Asked.hash(reading(kana) + '\u001F' + birth);
    }

    /** Whether a coverage's holder has this reading and birth date, without differences of width, spaces and hyphens. */
    static boolean fits(Coverage coverage, String kana, LocalDate birth) {
        return coverage.holder().birth().equals(birth)
                && reading(coverage.holder().name().reading()).equals(reading(kana));
    }

    private static String reading(String kana) {
        return Typed.key(kana);
    }
}
