package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import madoguchi.core.InquiryKind;
import madoguchi.fixture.Database;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger as statistics see it, on a real PostgreSQL; rows written as the log writes them. */
class UsageStoreTest {

    private static final Instant OCTOBER = Instant.parse("2025-09-30T15:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2025-10-31T15:00:00Z");

    @Test
    void theLedgerIsToldInOrderWithTokenLaneAndPersonAndNothingElse() {
        DataSource database = Database.fresh("hub", HubDatabase::migrate);
        JdbcClient client = JdbcClient.create(database);
        client.sql("""
                        insert into hub.fact (id, recorded_at, batch, person, name, insurer, withdrawn, suppressed, asked, packed)
                        overriding system value values (77, now(), 1, 4711, '\\x00', '139998', false, false, 1, '\\x01')""").update();
        verification(client, 1, "2025-09-30T14:59:59Z", "1310000019", "desk", "NUMBER", "Active", "");
        verification(client, 2, "2025-09-30T15:00:00Z", "1310000019", "reader", "CARD", "Active", "77,78");
        verification(client, 3, "2025-10-05T00:00:00Z", "1319999913", "reader", "CARD", "Active", "77");
        verification(client, 4, "2025-10-06T00:00:00Z", "1319999913", "reader", "CARD", "NotEnrolled", "");
        verification(client, 5, "2025-10-07T00:00:00Z", "1319999913", "bulk/desk", "NUMBER", "Inactive", "77");
        verification(client, 6, "2025-10-31T15:00:00Z", "1319999913", "desk", "NUMBER", "Active", "");
        authentication(client, 2, "CARD");
        authentication(client, 3, "IPHONE");

        List<Usage> all = told(database, Optional.empty());

        assertThat(all)
                .containsExactly(
                        usage(2, "2025-09-30T15:00:00Z", "1310000019", InquiryKind.CARD, false, true, false, 4711),
                        usage(3, "2025-10-05T00:00:00Z", "1319999913", InquiryKind.CARD, true, true, false, 4711),
                        usage(4, "2025-10-06T00:00:00Z", "1319999913", InquiryKind.CARD, false, false, false, 0),
                        usage(5, "2025-10-07T00:00:00Z", "1319999913", InquiryKind.NUMBER, false, false, true, 0));
        List<Usage> streamed = new ArrayList<>();
        new UsageStore(database).stream(OCTOBER, NOVEMBER, streamed::add);
        assertThat(streamed).containsExactlyInAnyOrderElementsOf(all);
        assertThat(told(database, Optional.of("1310000019")))
                .extracting(Usage::entry)
                .containsExactly(2L);
        assertThat(all).allSatisfy(one -> assertThat(one.toString()).doesNotContain("4711"));
    }

    private static List<Usage> told(DataSource database, Optional<String> facility) {
        List<Usage> told = new ArrayList<>();
        new UsageStore(database).each(OCTOBER, NOVEMBER, facility, told::add);
        return told;
    }

    private static Usage usage(
            long entry,
            String at,
            String facility,
            InquiryKind kind,
            boolean phone,
            boolean active,
            boolean bulk,
            long person) {
        return new Usage(
                entry,
                Instant.parse(at),
                facility,
                kind,
                phone,
                active,
                bulk,
                person == 0 ? OptionalLong.empty() : OptionalLong.of(person));
    }

    private static void verification(
            JdbcClient client,
            long id,
            String at,
            String facility,
            String terminal,
            String kind,
            String outcome,
            String facts) {
        client.sql("""
                        insert into hub.verification (id, at, facility, terminal, operator, kind, day, outcome, facts,
                               limit_consent, disease_consent, form, previous, hash, registered)
                        values (?, cast(? as timestamptz), ?, ?, 'x', ?, cast(? as date), ?, ?, false, false, 2, '\\x00', '\\x00', '')""")
                .params(id, at, facility, terminal, kind, at.substring(0, 10), outcome, facts)
                .update();
    }

    private static void authentication(JdbcClient client, long verification, String token) {
        client.sql("""
                        insert into hub.card_authentication (at, facility, terminal, operator, purpose, token, method, outcome, unconfirmed, verification)
                        values (now(), '1310000019', 'reader', 'x', 'OPEN', ?, 'FACE', 'ADMITTED', false, ?)""").params(token, verification).update();
    }
}
