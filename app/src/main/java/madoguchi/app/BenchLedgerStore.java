package madoguchi.app;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/*
 * SIMULATION: nobody here exists. The rows have the columns, indexes and sizes of a hub's own log and are made by the database itself, because writing them one by
 * one by the hub's chain would take hours; their hashes are no chain. 35 of 100 are cards, 3 of 100 cards phones, 1 of 40 inactive, 1 of 10 numbers asked in bulk.
 */

/** 作りものの照会記録 – a month of the hub's verification log with its card authentications and facts. Simulation. */
final class BenchLedgerStore {

    private static final String FACTS = """
            insert into hub.fact (recorded_at, batch, person, name, insurer, withdrawn, suppressed, asked, packed)
            select timestamptz '2024-12-02', 1, i, substring(sha256(int8send(i)) from 1 for 16), '06139992', false, false, hashint8extended(i, 8),
                   decode(repeat(md5(i::text), 6), 'hex')
              from generate_series(1, ?::bigint) i
            """;

    private static final String VERIFICATIONS = """
            insert into hub.verification (id, form, previous, hash, at, facility, terminal, operator, kind, day, asked_insurer, asked_number,
                   asked_birth, asked_issuer, asked_serial, limit_consent, disease_consent, outcome, facts, registered)
            select i, 3, sha256(int8send(i - 1)), sha256(int8send(i)),
                   (?::date + time '08:00' + interval '10 hours' * ((i - ?) / ?::float8)) at time zone 'Asia/Tokyo',
                   '13' || (array['1','3','4','1'])[1 + (h & 3)] || lpad((((h >> 2) & 1048575) * ? >> 20)::text, 7, '0'),
                   case when not card and (h >> 24) % 10 = 0 then 'bulk/desk' else 'desk-1' end, 'auto',
                   case when card then 'CARD' else 'NUMBER' end, ?::date,
                   case when card then null else '06139992' end, case when card then null else lpad((h % 99999999)::text, 8, '0') end,
                   case when card then null else date '1960-01-01' + (h % 20000)::int end,
                   case when card then 'C=JP,O=JPKI,OU=JPKI for user authentication' end, case when card then to_hex(person) end,
                   false, false, case when (h >> 30) % 40 = 0 then 'Inactive' else 'Active' end,
                   person::text, ''
              from (select i, h, (h >> 40) % 100 < 35 as card, 1 + (h >> 7) % ? as person
                      from (select i, hashint8extended(i, 1) & 9223372036854775807 as h from generate_series(?::bigint, ?::bigint) i) one) two
            """;

    private static final String AUTHENTICATIONS = """
            insert into hub.card_authentication (at, facility, terminal, operator, purpose, token, method, outcome, unconfirmed, verification)
            select at, facility, terminal, operator, 'OPEN', case when id % 33 = 0 then 'IPHONE' else 'CARD' end, 'FACE', 'ADMITTED', false, id
              from hub.verification where kind = 'CARD' and id between ? and ?
            """;

    private final JdbcTemplate jdbc;

    BenchLedgerStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
    }

    /** Fills an empty hub with a month, day by day; {@code progress} hears how many verifications there are. */
    void fill(YearMonth month, long events, int facilities, long persons, LongConsumer progress) {
        jdbc.update(FACTS, persons);
        int days = month.lengthOfMonth();
        for (LocalDate day :
                month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList()) {
            long first = events * (day.getDayOfMonth() - 1) / days + 1;
            long last = events * day.getDayOfMonth() / days;
            if (last >= first) {
                jdbc.update(
                        VERIFICATIONS,
                        day.toString(),
                        first,
                        last - first + 1,
                        facilities,
                        day.toString(),
                        persons,
                        first,
                        last);
                jdbc.update(AUTHENTICATIONS, first, last);
            }
            progress.accept(last);
        }
    }

    /** What a running hub's own maintenance would have done by the time a month is over. */
    void settle() {
        jdbc.execute("vacuum (analyze) hub.fact, hub.verification, hub.card_authentication");
        jdbc.execute("checkpoint");
    }

    /** Bytes of the log with its indexes. */
    long bytes() {
        Long bytes = jdbc.queryForObject(
                "select pg_total_relation_size('hub.verification') + pg_total_relation_size('hub.card_authentication')",
                Long.class);
        return bytes == null ? 0 : bytes;
    }
}
